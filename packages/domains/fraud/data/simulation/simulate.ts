/** The days of a simulated world, one after the other: genuine payments, and frauds with their scenario. */

import { scenarioOfCode } from '../layout.ts';
import { type LabelledTransaction, minorUnitsPerUnit } from '../records.ts';
import { type Arrivals, arrivalsByDay } from './arrivals.ts';
import { type DayPayments, dayPayments, inTimeOrder } from './day-payments.ts';
import { dayRandom } from './draws.ts';
import {
  type CompromisedTerminals,
  certainFraudAboveMinor,
  compromisedTerminals,
  leakedAmountFactor,
  leakedCards,
} from './handbook-frauds.ts';
import { fraudSchemes } from './schemes.ts';
import { daySeconds } from './settings.ts';
import type { SimulatedWorld } from './world.ts';

export interface SimulatedDay {
  /** None of it happened: whoever shows it says so. */
  readonly simulated: true;
  /** From 0. */
  readonly day: number;
  /** Midnight, in seconds since 1970. */
  readonly startSeconds: number;
  /** In the order of time; ids count from 0 on the first day, without gaps. */
  readonly transactions: readonly LabelledTransaction[];
}

const codeOf = {
  genuine: scenarioOfCode.indexOf(null),
  amount: scenarioOfCode.indexOf('amount'),
  terminal: scenarioOfCode.indexOf('terminal'),
  leakedCard: scenarioOfCode.indexOf('leakedCard'),
} as const;

/**
 * Every day of a world, made when it is asked for: memory does not grow with the days. The same world gives the same
 * payments; more days go on where fewer end.
 *
 * Source: Le Borgne, Siblini, Lebichot and Bontempi, "Reproducible Machine Learning for Credit Card Fraud Detection",
 * chapter 3, transaction data simulator. `schemes.ts` adds what it lacks.
 */
export function* simulateDays(world: SimulatedWorld): Generator<SimulatedDay> {
  const arrivals = arrivalsByDay(world);
  const terminals = compromisedTerminals(world);
  const cards = leakedCards(world, arrivals.of);
  const schemes = fraudSchemes(world);
  let firstId = 0;
  for (let day = 0; day < world.settings.days; day++) {
    terminals.beginDay(day);
    const leaked = cards.beginDay(day);
    const planned = schemes.beginDay(day);
    const ofDay = arrivals.of(day);
    arrivals.forget(day);

    const own = ofDay.timeOfDay.length;
    const payments = dayPayments(own + planned.length);
    addCustomersPayments(world, day, ofDay, terminals, payments);
    for (const place of leaked) {
      payments.amountMinor[place] *= leakedAmountFactor;
      payments.scenario[place] = codeOf.leakedCard;
    }
    for (const [index, payment] of planned.entries()) {
      const place = own + index;
      payments.timeOfDay[place] = payment.seconds - day * daySeconds;
      payments.customer[place] = payment.customer;
      payments.terminal[place] = payment.terminal;
      payments.amountMinor[place] = payment.amountMinor;
      payments.scenario[place] = scenarioOfCode.indexOf(payment.scenario);
    }
    const startSeconds = world.startSeconds + day * daySeconds;
    const transactions = inTimeOrder(payments, firstId, startSeconds);
    firstId += transactions.length;
    yield { simulated: true, day, startSeconds, transactions };
  }
}

/** What customers pay of themselves; of the scenarios, those that follow from the amount or the terminal alone. */
function addCustomersPayments(
  { settings, customers, terminalMap }: SimulatedWorld,
  day: number,
  { start, timeOfDay }: Arrivals,
  compromised: CompromisedTerminals,
  into: DayPayments,
): void {
  const random = dayRandom(settings.seed, 'payments', day);
  into.timeOfDay.set(timeOfDay);
  for (let customer = 0; customer < settings.customers; customer++) {
    const mean = customers.meanAmount[customer];
    for (let place = start[customer]; place < start[customer + 1]; place++) {
      const normal = mean + (mean / 2) * random.normal();
      const amount = normal < 0 ? random.uniform() * mean * 2 : normal;
      const amountMinor = Math.round(amount * minorUnitsPerUnit);
      const terminal = terminalMap.drawNear(customers.x[customer], customers.y[customer], random);
      into.customer[place] = customer;
      into.terminal[place] = terminal;
      into.amountMinor[place] = amountMinor;
      into.scenario[place] = compromised.has(terminal)
        ? codeOf.terminal
        : amountMinor > certainFraudAboveMinor
          ? codeOf.amount
          : codeOf.genuine;
    }
  }
}
