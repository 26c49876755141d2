import { createRandom } from '@praxis/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planAccountTakeover } from './account-takeover.ts';
import { planMerchantCollusion } from './merchant-collusion.ts';
import { planMuleRing } from './mule-ring.ts';
import { daySeconds } from './settings.ts';
import { simulatedWorld } from './world.ts';

const world = simulatedWorld({ seed: 1 });
const seed = fc.nat();
const day = fc.integer({ min: 0, max: 100 });

const timeOfDay = (seconds: number) => seconds % daySeconds;
const different = (values: readonly number[]) => new Set(values).size;

test('an account takeover pays at night, far from home, little first and then ever more, for five nights at most', () => {
  fc.assert(
    fc.property(seed, day, (drawn, begins) => {
      const payments = planAccountTakeover(world, begins, createRandom(drawn));
      const [{ customer }] = payments;
      const nights = payments.map(({ seconds }) => Math.floor(seconds / daySeconds));
      expect(nights[0]).toBe(begins);
      expect(nights.at(-1)).toBeLessThan(begins + 5);
      expect(payments.length).toBeGreaterThanOrEqual(2);
      for (const [index, payment] of payments.entries()) {
        expect(payment.customer).toBe(customer);
        expect(timeOfDay(payment.seconds)).toBeLessThan(8 * 3_600);
        const away = Math.hypot(
          world.terminals.x[payment.terminal] - world.customers.x[customer],
          world.terminals.y[payment.terminal] - world.customers.y[customer],
        );
        expect(away).toBeGreaterThan(15);
        if (index > 0) expect(payment.seconds).toBeGreaterThan(payments[index - 1].seconds);
        const mean = world.customers.meanAmount[customer] * 100;
        if (index < 2) expect(payment.amountMinor).toBeLessThanOrEqual(500);
        else expect(payment.amountMinor).toBeGreaterThanOrEqual(Math.floor(1.6 * mean));
        expect(payment.amountMinor).toBeLessThanOrEqual(Math.max(500, Math.ceil(12 * mean)));
        if (index > 4) expect(payment.amountMinor).toBeGreaterThan(2 * payments[2].amountMinor);
      }
    }),
  );
});

test('a mule ring takes turns at two or three terminals within hours, each payment just below the limit', () => {
  fc.assert(
    fc.property(seed, day, (drawn, begins) => {
      const payments = planMuleRing(world, begins, createRandom(drawn));
      const members = different(payments.map(({ customer }) => customer));
      expect(members).toBeGreaterThanOrEqual(4);
      expect(members).toBeLessThanOrEqual(8);
      expect(different(payments.map(({ terminal }) => terminal))).toBeLessThanOrEqual(3);
      const sessions = Map.groupBy(payments, ({ seconds }) => Math.floor(seconds / daySeconds));
      expect(sessions.size).toBeLessThanOrEqual(2);
      for (const session of sessions.values()) {
        const times = session.map(({ seconds }) => seconds);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThan(4 * 3_600);
        // Every card pays in every round.
        const rounds = session.length / members;
        expect([2, 3]).toContain(rounds);
        for (const own of Map.groupBy(session, ({ customer }) => customer).values()) {
          expect(own).toHaveLength(rounds);
        }
      }
      for (const { amountMinor } of payments) {
        expect(amountMinor).toBeGreaterThanOrEqual(18_400);
        expect(amountMinor).toBeLessThan(20_000);
      }
    }),
  );
});

test('a colluding merchant books nearly one amount on up to ten cards of the neighbourhood, for four weeks at most', () => {
  fc.assert(
    fc.property(seed, day, (drawn, begins) => {
      const payments = planMerchantCollusion(world, begins, createRandom(drawn));
      expect(different(payments.map(({ terminal }) => terminal))).toBeLessThanOrEqual(1);
      expect(different(payments.map(({ customer }) => customer))).toBeLessThanOrEqual(10);
      const amounts = payments.map(({ amountMinor }) => amountMinor);
      expect(Math.max(...amounts) - 1).toBeLessThanOrEqual((Math.min(...amounts) + 1) * (1.01 / 0.99));
      for (const { seconds, customer, terminal } of payments) {
        expect(seconds).toBeGreaterThanOrEqual(begins * daySeconds);
        expect(seconds).toBeLessThan((begins + 28) * daySeconds);
        const away = Math.hypot(
          world.terminals.x[terminal] - world.customers.x[customer],
          world.terminals.y[terminal] - world.customers.y[customer],
        );
        expect(away).toBeLessThan(5);
      }
    }),
  );
});

test('in a world of one customer and one terminal every scheme still finds someone to pay, somewhere', () => {
  const tiny = simulatedWorld({ customers: 1, terminals: 1 });
  for (const plan of [planAccountTakeover, planMuleRing, planMerchantCollusion]) {
    for (let drawn = 0; drawn < 50; drawn++) {
      for (const { customer, terminal } of plan(tiny, 0, createRandom(drawn))) {
        expect([customer, terminal]).toEqual([0, 0]);
      }
    }
  }
});
