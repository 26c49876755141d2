import fc from 'fast-check';
import { expect, test } from 'vitest';
import { farthestBelievable, largestDistance, normalBelow } from '../../testing/distribution.ts';
import { type LabelledTransaction, largestAmountMinor } from '../records.ts';
import { certainFraudAboveMinor } from './handbook-frauds.ts';
import { daySeconds, type SimulationSettings } from './settings.ts';
import { simulateDays } from './simulate.ts';
import { homeTerminals, simulatedWorld } from './world.ts';

function simulated(settings: Partial<SimulationSettings>): LabelledTransaction[] {
  return Array.from(simulateDays(simulatedWorld(settings)), ({ transactions }) => transactions).flat();
}

/** A world of any shape that is soon made. */
const anyWorld = fc.record({
  seed: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  customers: fc.integer({ min: 1, max: 100 }),
  terminals: fc.integer({ min: 1, max: 400 }),
  days: fc.integer({ min: 1, max: 20 }),
  start: fc.constantFrom('2018-04-01', '2024-02-28', '2025-12-31'),
  handbookOnly: fc.boolean(),
});

test('in any world, ids count without gaps in the order of time and every payment is one that could be made', () => {
  fc.assert(
    fc.property(anyWorld, (settings) => {
      const world = simulatedWorld(settings);
      expect(world.simulated).toBe(true);
      let id = 0;
      let latest = world.startSeconds;
      let days = 0;
      for (const { simulated: made, day, startSeconds, transactions } of simulateDays(world)) {
        expect(made).toBe(true);
        expect(day).toBe(days++);
        expect(startSeconds).toBe(Date.parse(settings.start) / 1000 + day * daySeconds);
        for (const payment of transactions) {
          const { timeSeconds, customer, terminal, amountMinor, fraud, scenario } = payment;
          const possible =
            payment.id === id++ &&
            timeSeconds >= latest &&
            timeSeconds >= startSeconds &&
            timeSeconds < startSeconds + daySeconds &&
            [timeSeconds, customer, terminal, amountMinor].every(Number.isInteger) &&
            customer >= 0 &&
            customer < settings.customers &&
            terminal >= 0 &&
            terminal < settings.terminals &&
            amountMinor >= 0 &&
            amountMinor <= largestAmountMinor &&
            fraud === (scenario !== null) &&
            (fraud || amountMinor <= certainFraudAboveMinor);
          if (!possible) throw new Error(JSON.stringify(payment));
          latest = timeSeconds;
        }
      }
      expect(days).toBe(settings.days);
    }),
    { numRuns: 40 },
  );
});

test('the same seed makes the same payments, however many days are asked for and however they are taken; another seed others', () => {
  fc.assert(
    fc.property(anyWorld, fc.integer({ min: 1, max: 20 }), (settings, shorter) => {
      const whole = simulated(settings);
      const days = Math.min(shorter, settings.days);
      const begun = simulated({ ...settings, days });
      expect(whole.slice(0, begun.length)).toEqual(begun);

      // Two runs through one world, a day of one and then a day of the other.
      const world = simulatedWorld(settings);
      const [one, other] = [simulateDays(world), simulateDays(world)];
      for (const day of one) expect(other.next().value).toEqual(day);
    }),
    { numRuns: 25 },
  );
  const size = { customers: 100, terminals: 200, days: 3 };
  expect(simulated({ ...size, seed: 1 })).not.toEqual(simulated({ ...size, seed: 2 }));
});

test('without the added schemes a world has the same other payments, and no fraud but the handbook names it', () => {
  const size = { seed: 3, customers: 1_000, terminals: 2_000, days: 90 };
  const told = (payment: LabelledTransaction) => ({ ...payment, id: 0 });
  const handbooks = new Set([null, 'amount', 'terminal', 'leakedCard']);
  const all = simulated(size);
  const handbook = simulated({ ...size, handbookOnly: true });
  expect(all.filter(({ scenario }) => handbooks.has(scenario)).map(told)).toEqual(handbook.map(told));
  const added = new Set(all.map(({ scenario }) => scenario).filter((scenario) => !handbooks.has(scenario)));
  expect(added).toEqual(new Set(['accountTakeover', 'muleRing', 'merchantCollusion']));
});

test('customers pay as often as they do, spread over hours around noon, at terminals near their home', () => {
  const world = simulatedWorld({ seed: 11, days: 20, handbookOnly: true });
  const payments = Array.from(simulateDays(world), ({ transactions }) => transactions).flat();
  const hourZ = (seconds: number) => (seconds - daySeconds / 2) / 20_000;
  const kept = normalBelow(hourZ(daySeconds)) - normalBelow(hourZ(1));

  // Poisson: the variance is the mean. Five standard deviations.
  const rate = world.customers.paymentsPerDay.reduce((sum, perDay) => sum + perDay, 0);
  const expected = rate * kept * world.settings.days;
  expect(Math.abs(payments.length - expected)).toBeLessThan(5 * Math.sqrt(expected));
  const busy = world.customers.paymentsPerDay.indexOf(Math.max(...world.customers.paymentsPerDay));
  const own = payments.filter(({ customer }) => customer === busy).length;
  const ownExpected = world.customers.paymentsPerDay[busy] * kept * world.settings.days;
  expect(Math.abs(own - ownExpected)).toBeLessThan(5 * Math.sqrt(ownExpected));

  const times = payments.map(({ timeSeconds }) => (timeSeconds - world.startSeconds) % daySeconds);
  const earlier = (time: number) => (normalBelow(hourZ(time + 0.5)) - normalBelow(hourZ(1))) / kept;
  expect(largestDistance(times, earlier)).toBeLessThan(farthestBelievable(times.length));

  const homes = new Map<number, readonly number[]>();
  /** Where in the list of those near home each payment's terminal stands. */
  const places: number[] = [];
  for (const { customer, terminal } of payments) {
    const home = homes.get(customer) ?? homeTerminals(world, customer);
    homes.set(customer, home);
    const place = home.indexOf(terminal);
    if (place < 0) throw new Error(`customer ${customer} paid at ${terminal}, not one of ${home.join(', ')}`);
    places.push((place + 0.5) / home.length);
  }
  // Each is as likely, so places are uniform but for the steps of the list.
  const step = 0.5 / Math.min(...Array.from(homes.values(), ({ length }) => length));
  expect(largestDistance(places, (share) => share)).toBeLessThan(farthestBelievable(places.length) + step);
});

test('amounts scatter about the customer’s mean by half of it, negative ones drawn anew, leaked ones five times as much', () => {
  const world = simulatedWorld({ seed: 5, days: 60, handbookOnly: true });
  const usual: number[] = [];
  const leaked: number[] = [];
  for (const { transactions } of simulateDays(world)) {
    for (const { customer, amountMinor, scenario } of transactions) {
      const ratio = amountMinor / 100 / world.customers.meanAmount[customer];
      if (scenario === 'leakedCard') leaked.push(ratio / 5);
      else usual.push(ratio);
    }
  }
  const negative = normalBelow(-2);
  const below = (ratio: number) =>
    normalBelow((ratio - 1) / 0.5) - negative + negative * Math.min(1, ratio / 2);
  expect(largestDistance(usual, below)).toBeLessThan(farthestBelievable(usual.length));
  // Cards leaked twice within two weeks, whose amounts are multiplied twice, are a few in a thousand.
  expect(largestDistance(leaked, below)).toBeLessThan(farthestBelievable(leaked.length) + 0.01);
  const largest = usual.reduce((most, ratio) => Math.max(most, ratio), 0);
  expect(largest).toBeGreaterThan(2);
});

test('a world’s prevalence and daily count are near the handbook’s, with the added schemes a small share of the frauds', () => {
  const payments = simulated({ seed: 2 });
  const frauds = payments.filter(({ fraud }) => fraud);
  expect(payments.length / 183).toBeGreaterThan(9_300);
  expect(payments.length / 183).toBeLessThan(10_000);
  expect(frauds.length / payments.length).toBeGreaterThan(0.0075);
  expect(frauds.length / payments.length).toBeLessThan(0.0095);
  const handbooks = new Set(['amount', 'terminal', 'leakedCard']);
  const added = frauds.filter(({ scenario }) => scenario !== null && !handbooks.has(scenario));
  expect(added.length / frauds.length).toBeLessThan(0.1);
});

test('settings out of bounds are refused by name', () => {
  expect(() => simulatedWorld({ customers: 0 })).toThrow(/customers/);
  expect(() => simulatedWorld({ start: '2018-02-30' })).toThrow(/start/);
});
