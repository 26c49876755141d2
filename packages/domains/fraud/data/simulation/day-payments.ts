/** A day's payments as columns, and the order of their times. */

import { scenarioOfCode } from '../layout.ts';
import type { LabelledTransaction } from '../records.ts';
import { daySeconds } from './settings.ts';

export interface DayPayments {
  readonly count: number;
  /** Seconds since midnight. */
  readonly timeOfDay: Uint32Array;
  readonly customer: Uint32Array;
  readonly terminal: Uint32Array;
  readonly amountMinor: Float64Array;
  /** Codes of `scenarioOfCode`. */
  readonly scenario: Uint8Array;
}

export function dayPayments(count: number): DayPayments {
  return {
    count,
    timeOfDay: new Uint32Array(count),
    customer: new Uint32Array(count),
    terminal: new Uint32Array(count),
    amountMinor: new Float64Array(count),
    scenario: new Uint8Array(count),
  };
}

/**
 * Records in the order of time; payments of one second stay in the order they have.
 *
 * @param firstId ids count from it
 * @param midnight of the day, in seconds since 1970
 */
export function inTimeOrder(payments: DayPayments, firstId: number, midnight: number): LabelledTransaction[] {
  const { count, timeOfDay, customer, terminal, amountMinor, scenario } = payments;
  const order = orderOfTime(timeOfDay);
  const records: LabelledTransaction[] = new Array(count);
  for (let place = 0; place < count; place++) {
    const payment = order[place];
    const code = scenario[payment];
    records[place] = {
      id: firstId + place,
      timeSeconds: midnight + timeOfDay[payment],
      customer: customer[payment],
      terminal: terminal[payment],
      amountMinor: amountMinor[payment],
      fraud: code > 0,
      scenario: scenarioOfCode[code],
    };
  }
  return records;
}

/** Counts the payments of each second: a day has few seconds, and comparing payments would take longer. */
function orderOfTime(timeOfDay: Uint32Array): Uint32Array {
  const next = new Uint32Array(daySeconds + 1);
  for (const time of timeOfDay) next[time + 1]++;
  for (let second = 0; second < daySeconds; second++) next[second + 1] += next[second];
  const order = new Uint32Array(timeOfDay.length);
  for (let payment = 0; payment < timeOfDay.length; payment++) order[next[timeOfDay[payment]]++] = payment;
  return order;
}
