/** What a server remembers of the log so that the next decision needs nothing from the database: it can be had anew at any time. */
import type { Transaction } from '../data/records.ts';
import { features } from '../features/definitions.ts';
import { FeatureState } from '../features/state.ts';
import { replaySeconds } from '../features/windows.ts';
import { ConfirmedFrauds } from './confirmed-frauds.ts';
import type { KnownLabel, LogPosition, LogTail, PaymentLog } from './store.ts';

/** Payments of one read while the log is gone through: pages are answered between two of them. */
const pageRows = 2_000;

export class Memory {
  readonly state = new FeatureState();
  readonly confirmed = new ConfirmedFrauds();
  position: LogPosition;
  readonly #row = new Float64Array(features.length);

  constructor(position: LogPosition) {
    this.position = position;
  }

  /** Takes in what others appended: payments before what is said of them. */
  follow({ transactions, labels, position }: LogTail): void {
    this.observe(transactions);
    this.learn(labels);
    this.position = position;
  }

  observe(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) this.state.observe(transaction, this.#row);
  }

  learn(labels: readonly KnownLabel[]): void {
    for (const label of labels) {
      this.state.learnLabel(label.transactionId, label.fraud === true, label.knownAtSeconds);
      this.confirmed.learn(label);
    }
  }
}

/** Reads what still matters of the log. */
export async function remember(log: PaymentLog): Promise<Memory> {
  const span = await log.span();
  const memory = new Memory(
    span === null ? { transaction: 0, label: 0 } : await log.positionAt(span.to - replaySeconds),
  );
  // A page of labels reaches far beyond a page of payments: they wait until every payment is there.
  const labels: KnownLabel[] = [];
  for (;;) {
    const tail = await log.tail(memory.position, pageRows);
    memory.observe(tail.transactions);
    for (const label of tail.labels) labels.push(label);
    memory.position = tail.position;
    if (tail.transactions.length < pageRows && tail.labels.length < pageRows) break;
  }
  memory.learn(labels);
  return memory;
}
