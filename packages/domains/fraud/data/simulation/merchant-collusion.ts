/** Merchant collusion: a terminal books nearly the same amount on a group of cards, again and again for weeks. */
import type { Random } from '@praxis/core';
import { minorUnitsPerUnit } from '../records.ts';
import { between, drawDistinct, wholeBetween } from './draws.ts';
import type { PlannedPayment } from './planned-payment.ts';
import { daySeconds } from './settings.ts';
import { radius } from './terminal-map.ts';
import type { SimulatedWorld } from './world.ts';

const cards = { fewest: 5, most: 10 } as const;
const days = { fewest: 14, most: 28 } as const;
const bookedADay = 0.15;
const price = { low: 40, high: 120 } as const;
/** Amounts differ from the price by up to this share of it. */
const variation = 0.01;
const hourSeconds = 3_600;
const opening = { earliest: 9 * hourSeconds, latest: 19 * hourSeconds } as const;
const customersTried = 5_000;

/** Payments of one colluding terminal that begins on a day. */
export function planMerchantCollusion(world: SimulatedWorld, day: number, random: Random): PlannedPayment[] {
  const terminal = random.below(world.settings.terminals);
  const group = neighbours(world, terminal, wholeBetween(cards.fewest, cards.most, random), random);
  const usual = between(price.low, price.high, random);
  const lastDay = day + wholeBetween(days.fewest, days.most, random);
  const payments: PlannedPayment[] = [];
  for (let today = day; today < lastDay; today++) {
    for (const customer of group) {
      if (random.uniform() >= bookedADay) continue;
      const amount = usual * between(1 - variation, 1 + variation, random);
      payments.push({
        seconds: Math.floor(today * daySeconds + between(opening.earliest, opening.latest, random)),
        customer,
        terminal,
        amountMinor: Math.round(amount * minorUnitsPerUnit),
        scenario: 'merchantCollusion',
      });
    }
  }
  return payments;
}

/** Customers who would pay there anyway, so that the place gives nothing away; others where too few are found. */
function neighbours(
  { settings, customers, terminals }: SimulatedWorld,
  terminal: number,
  count: number,
  random: Random,
): number[] {
  const found = new Set<number>();
  for (let attempt = 0; attempt < customersTried && found.size < count; attempt++) {
    const customer = random.below(settings.customers);
    const distance = Math.hypot(
      customers.x[customer] - terminals.x[terminal],
      customers.y[customer] - terminals.y[terminal],
    );
    if (distance < radius) found.add(customer);
  }
  return found.size > 0 ? [...found] : drawDistinct(count, settings.customers, random);
}
