/** Account takeover: someone far away pays with the card at night, little first and then much, until it is noticed. */
import type { Random } from '@praxis/core';
import { minorUnitsPerUnit } from '../records.ts';
import { between } from './draws.ts';
import type { PlannedPayment } from './planned-payment.ts';
import { daySeconds } from './settings.ts';
import { radius } from './terminal-map.ts';
import type { SimulatedWorld } from './world.ts';

const hourSeconds = 3_600;
/** Between the first hours of which a night's burst begins. */
const burstBegins = { earliest: 0, latest: 4 * hourSeconds } as const;
const secondsBetweenPayments = 600;
/** Every night has two payments and about as many more. */
const furtherPayments = 2;
const noticedANight = 0.5;
const mostNights = 5;
/** The card is tried with little. */
const trials = { count: 2, low: 1, high: 5 } as const;
/** Then each payment is a multiple of the holder's mean that grows to a limit. */
const growth = { first: 2, factor: 1.6, most: 10 } as const;
const farRadii = 4;
const placesTried = 100;

/** Payments of one takeover that begins on a day. */
export function planAccountTakeover(world: SimulatedWorld, day: number, random: Random): PlannedPayment[] {
  const { customers, terminals, terminalMap } = world;
  const customer = random.below(world.settings.customers);
  const base = farTerminal(world, customer, random);
  const payments: PlannedPayment[] = [];
  for (let night = day; night < day + mostNights; night++) {
    let seconds = night * daySeconds + between(burstBegins.earliest, burstBegins.latest, random);
    const count = 2 + random.poisson(furtherPayments);
    for (let payment = 0; payment < count; payment++) {
      // Exponential gaps; 1 − u keeps the logarithm away from 0.
      seconds += 1 - Math.log(1 - random.uniform()) * secondsBetweenPayments;
      const amount = amountOf(payments.length, customers.meanAmount[customer], random);
      payments.push({
        seconds: Math.floor(seconds),
        customer,
        terminal: terminalMap.drawNear(terminals.x[base], terminals.y[base], random),
        amountMinor: Math.round(amount * minorUnitsPerUnit),
        scenario: 'accountTakeover',
      });
    }
    if (random.uniform() < noticedANight) break;
  }
  return payments;
}

/** In whole units of the currency. */
function amountOf(earlierPayments: number, meanAmount: number, random: Random): number {
  if (earlierPayments < trials.count) return between(trials.low, trials.high, random);
  const multiple = growth.first * growth.factor ** (earlierPayments - trials.count);
  return meanAmount * Math.min(growth.most, multiple) * between(0.8, 1.2, random);
}

/** A terminal some radii from the customer's home; the farthest of those tried where the world is too small for that. */
function farTerminal(
  { customers, terminals, settings }: SimulatedWorld,
  customer: number,
  random: Random,
): number {
  let farthest = 0;
  let distance = -1;
  for (let attempt = 0; attempt < placesTried && distance < farRadii * radius; attempt++) {
    const terminal = random.below(settings.terminals);
    const away = Math.hypot(
      terminals.x[terminal] - customers.x[customer],
      terminals.y[terminal] - customers.y[customer],
    );
    if (away > distance) {
      farthest = terminal;
      distance = away;
    }
  }
  return farthest;
}
