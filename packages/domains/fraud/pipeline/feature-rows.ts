/** Payments as the rows of a learner's table: their features at the moment of each, by a replay of what came before. */
import type { FeatureMatrix } from '@praxis/core';
import type { LabelledTransaction } from '../data/records.ts';
import { features } from '../features/definitions.ts';
import { FeatureState } from '../features/state.ts';
import { daySeconds, replaySeconds } from '../features/windows.ts';

/** `labels` are 1 for a fraud, shape [rows]. */
export interface LabelledRows extends FeatureMatrix {
  readonly labels: Uint8Array;
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
 * @param transactions in the order of time
 * @param wanted indices of the rows, rising
 */
export async function featureRows(
  transactions: readonly LabelledTransaction[],
  wanted: Int32Array,
  { delayDays, onShare, signal }: ReplayOptions,
): Promise<LabelledRows> {
  const state = new FeatureState();
  const width = features.length;
  const values = new Float32Array(wanted.length * width);
  const row = new Float64Array(width);
  const last = wanted[wanted.length - 1];
  // A state that begins here has forgotten nothing that the first row asks for.
  const from = transactions[wanted[0]].timeSeconds - replaySeconds;
  let first = 0;
  while (transactions[first].timeSeconds < from) first++;
  let next = 0;
  for (let index = first; index <= last; index++) {
    if ((index - first) % paymentsBetweenPauses === 0) {
      onShare((index - first) / (last + 1 - first));
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    const transaction = transactions[index];
    state.observe(transaction, row);
    if (transaction.fraud) {
      state.learnLabel(transaction.id, true, transaction.timeSeconds + delayDays * daySeconds);
    }
    if (index !== wanted[next]) continue;
    values.set(row, next * width);
    next++;
  }
  return {
    features,
    rows: wanted.length,
    values,
    labels: Uint8Array.from(wanted, (index) => (transactions[index].fraud ? 1 : 0)),
  };
}
