/** Plays the live day: each payment is sent to the web server at its moment, on a clock that runs faster than ours. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabelledTransaction } from '@praxis/fraud';
import { chargebacks } from './chargebacks.ts';
import { currency } from './demo-world.ts';

export interface LiveDay {
  /** Of the live day and of the week before it, in the order of time. */
  readonly transactions: readonly LabelledTransaction[];
  /** Payments up to here were sent before, and chargebacks were told up to `chargebacksUntil`. */
  readonly sentUntil: number;
  readonly chargebacksUntil: number;
  /** Seconds of the day in one of ours. */
  readonly speed: number;
  readonly send: (payment: LabelledTransaction) => Promise<void>;
  readonly tell: (labels: ReturnType<typeof chargebacks>) => Promise<void>;
  readonly signal: AbortSignal;
}

const tickMs = 500;

/** Resolves when the day is over; rejects with the signal's reason. */
export async function playLiveDay(day: LiveDay): Promise<void> {
  const { transactions, speed, signal } = day;
  const left = transactions.filter(({ timeSeconds }) => timeSeconds > day.sentUntil);
  const [first] = left;
  if (!first) return;
  const began = performance.now();
  let told = day.chargebacksUntil;
  for (let next = 0; next < left.length; ) {
    const clock = first.timeSeconds + (speed * (performance.now() - began)) / 1000;
    const due = chargebacks(transactions, told, clock);
    if (due.length > 0) await day.tell(due);
    told = Math.max(told, clock);
    for (; next < left.length && left[next].timeSeconds <= clock; next++) {
      signal.throwIfAborted();
      await day.send(left[next]);
    }
    await sleep(tickMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/** What the decisions endpoint takes. */
export function requestOf({ id, timeSeconds, customer, terminal, amountMinor }: LabelledTransaction) {
  return {
    transactionId: id,
    time: new Date(timeSeconds * 1000).toISOString(),
    customer,
    terminal,
    amountMinor,
    currency,
    simulated: true,
  };
}
