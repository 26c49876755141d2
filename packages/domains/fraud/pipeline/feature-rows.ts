/** Payments as the rows of a learner's table: their features at the moment of each, by a replay of what came before. */
import type { FeatureMatrix } from '@praxis/core';
import type { LabelledTransaction } from '../data/records.ts';
import { features } from '../features/definitions.ts';
import { FeatureState } from '../features/state.ts';
import { daySeconds, hourSeconds, replaySeconds } from '../features/windows.ts';

/** Payments one after the other in the order of time; shapes [rows]. */
export interface PaymentRows extends FeatureMatrix {
  /** 1 for a fraud. */
  readonly labels: Uint8Array;
  readonly customers: Int32Array;
  /** Since 1970. */
  readonly hours: Float64Array;
}

export interface ReplayOptions {
  readonly delayDays: number;
  /** 0 to 1 */
  readonly onShare: (share: number) => void;
  /** Looked at every now and then, between which the event loop runs. */
  readonly signal: AbortSignal;
}

const paymentsBetweenPauses = 20_000;

/**
 * Features of the payments from the one numbered `begin` to before the one numbered `end`.
 *
 * @param transactions in the order of time
 */
export async function featureRows(
  transactions: readonly LabelledTransaction[],
  { begin, end }: { readonly begin: number; readonly end: number },
  { delayDays, onShare, signal }: ReplayOptions,
): Promise<PaymentRows> {
  const state = new FeatureState();
  const width = features.length;
  const values = new Float32Array((end - begin) * width);
  const row = new Float64Array(width);
  // A state that begins here has forgotten nothing that the first row asks for.
  const from = transactions[begin].timeSeconds - replaySeconds;
  let first = 0;
  while (transactions[first].timeSeconds < from) first++;
  for (let index = first; index < end; index++) {
    if ((index - first) % paymentsBetweenPauses === 0) {
      onShare((index - first) / (end - first));
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    const transaction = transactions[index];
    state.observe(transaction, row);
    if (transaction.fraud) {
      state.learnLabel(transaction.id, true, transaction.timeSeconds + delayDays * daySeconds);
    }
    if (index >= begin) values.set(row, (index - begin) * width);
  }
  const chosen = transactions.slice(begin, end);
  return {
    features,
    rows: chosen.length,
    values,
    labels: Uint8Array.from(chosen, ({ fraud }) => (fraud ? 1 : 0)),
    customers: Int32Array.from(chosen, ({ customer }) => customer),
    hours: Float64Array.from(chosen, ({ timeSeconds }) => timeSeconds / hourSeconds),
  };
}
