/** The log of payments as rows to train on: each with the features that it had when it came, and what it turned out to be. */
import { createHash } from 'node:crypto';
import { type Scenario, scenarios, type Transaction } from '../data/records.ts';
import { features } from '../features/definitions.ts';
import { FeatureState } from '../features/state.ts';
import { labelDelaySeconds } from '../features/windows.ts';
import type { Label, LogPosition, PaymentLog } from '../service/store.ts';

export interface LogRows {
  /** Row-major, shape [rows, features]. */
  readonly values: Float32Array;
  readonly labels: Uint8Array;
  /** Shape [rows]. */
  readonly transactionIds: Float64Array;
  /** Seconds since 1970, shape [rows]. */
  readonly times: Float64Array;
  readonly amountsMinor: Float64Array;
  readonly customers: Int32Array;
  /** Of frauds whose scenario somebody knows, which only a simulator does; else null. Shape [rows]. */
  readonly scenarios: readonly (Scenario | null)[];
  readonly rows: number;
  /** Whether all payments are. */
  readonly simulated: boolean;
  /** Payments that were read in all, and the hash of them and of what is known of them. */
  readonly payments: number;
  readonly sha256: string;
}

const pageRows = 20_000;

/**
 * Rows of the last `days` whose truth is known by now: the newest week is left out, because its frauds are still coming in.
 * A payment that nobody has called a fraud by then is genuine.
 */
export async function logRows(log: PaymentLog, days: number, signal: AbortSignal): Promise<LogRows> {
  const span = await log.span();
  const until = (span?.to ?? 0) - labelDelaySeconds;
  const from = until - days * 24 * 3600;
  const known = await newestLabels(log);
  const hash = createHash('sha256');
  const collected = new Collected();
  const state = new FeatureState();
  const row = new Float64Array(features.length);
  let payments = 0;
  for await (const transaction of transactionsOf(log, signal)) {
    if (state.observe(transaction, row) !== 'observed') continue;
    const label = known.get(transaction.id);
    const fraud = label?.fraud === true;
    // The state keeps a label from every payment that is earlier than its moment.
    if (label && fraud) state.learnLabel(transaction.id, true, label.knownAtSeconds);
    const { id, timeSeconds, customer, terminal, amountMinor } = transaction;
    hash.update(`${id},${timeSeconds},${customer},${terminal},${amountMinor},${fraud ? 1 : 0}\n`);
    payments++;
    if (timeSeconds > from && timeSeconds <= until) {
      const scenario = fraud ? (scenarios.find((one) => one === label?.scenario) ?? null) : null;
      collected.add(row, fraud, scenario, transaction);
    }
  }
  const simulated = span?.simulated ?? false;
  return { ...collected.rows(), simulated, payments, sha256: hash.digest('hex') };
}

/**
 * Of each payment the last that was said; what was taken back is left out. Who confirms a fraud knows no scenario, and does not
 * take it away.
 */
async function newestLabels(log: PaymentLog): Promise<ReadonlyMap<number, Label>> {
  const newest = new Map<number, Label>();
  const all = { transaction: Number.MAX_SAFE_INTEGER, label: 0 };
  for (let position: LogPosition = all; ; ) {
    const tail = await log.tail(position, pageRows);
    for (const label of tail.labels) {
      const scenario = label.scenario ?? newest.get(label.transactionId)?.scenario ?? null;
      newest.set(label.transactionId, { ...label, scenario });
    }
    position = tail.position;
    if (tail.labels.length < pageRows) return newest;
  }
}

async function* transactionsOf(log: PaymentLog, signal: AbortSignal) {
  const all = { transaction: 0, label: Number.MAX_SAFE_INTEGER };
  for (let position: LogPosition = all; ; ) {
    signal.throwIfAborted();
    const tail = await log.tail(position, pageRows);
    yield* tail.transactions;
    position = tail.position;
    if (tail.transactions.length < pageRows) return;
  }
}

/** Columns that grow as rows come. */
class Collected {
  #values = new Float32Array(features.length * pageRows);
  readonly #labels: number[] = [];
  readonly #transactionIds: number[] = [];
  readonly #times: number[] = [];
  readonly #amountsMinor: number[] = [];
  readonly #customers: number[] = [];
  readonly #scenarios: (Scenario | null)[] = [];

  add(
    row: Float64Array,
    fraud: boolean,
    scenario: Scenario | null,
    { id, timeSeconds, amountMinor, customer }: Transaction,
  ): void {
    const at = this.#labels.length * features.length;
    if (at + features.length > this.#values.length) {
      const grown = new Float32Array(2 * this.#values.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.set(row, at);
    this.#labels.push(fraud ? 1 : 0);
    this.#transactionIds.push(id);
    this.#times.push(timeSeconds);
    this.#amountsMinor.push(amountMinor);
    this.#customers.push(customer);
    this.#scenarios.push(scenario);
  }

  rows(): Omit<LogRows, 'simulated' | 'payments' | 'sha256'> {
    const rows = this.#labels.length;
    return {
      rows,
      values: this.#values.slice(0, rows * features.length),
      labels: Uint8Array.from(this.#labels),
      transactionIds: Float64Array.from(this.#transactionIds),
      times: Float64Array.from(this.#times),
      amountsMinor: Float64Array.from(this.#amountsMinor),
      customers: Int32Array.from(this.#customers),
      scenarios: [...this.#scenarios],
    };
  }
}
