/** What must be remembered of payments so that the next one's features are known at once; a replay uses the same. */
import type { Transaction } from '../data/records.ts';
import { Entities } from './entities.ts';
import { RowWriter } from './feature.ts';
import { writeHabits } from './habits.ts';
import { writeFraudRun, writeKnownFrauds } from './known-frauds.ts';
import { Month } from './month.ts';
import { writePair } from './pair.ts';
import { writePayment } from './payment.ts';
import { Recent } from './recent.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { writeSpending } from './spending.ts';
import { Visitors, writeVisitors } from './visitors.ts';
import { labelDelaySeconds, latenessSeconds, retentionSeconds, windows } from './windows.ts';

/** What is older than this window is known: it is as long as the label delay. */
const delayWindow = windows.findIndex(({ seconds }) => seconds === labelDelaySeconds);

/** `duplicate`: a payment of this id is known. `tooLate`: older than what is placed. Neither changes anything. */
export type Observation = 'observed' | 'duplicate' | 'tooLate';

/**
 * The payments of the last weeks by customer and terminal. Features are a function of the payments that arrived before and
 * are not later than the present one by their own time, so that an event that arrives late gets the features of its own
 * moment and changes no row that was given before.
 */
export class FeatureState {
  #clock = Number.NEGATIVE_INFINITY;
  #recent = new Recent();
  readonly #customers = new Entities();
  readonly #terminals = new Entities();
  readonly #writer = new RowWriter();
  readonly #month = new Month();
  readonly #visitors = new Visitors();
  #passes = 0;

  /** Time of the latest payment, −Infinity before the first. */
  get clock(): number {
    return this.#clock;
  }

  /**
   * Takes in a payment and writes its features, in the order of `features`.
   *
   * @param row shape [features.length]; left as it is where the payment is not taken in
   */
  observe(transaction: Transaction, row: Float64Array): Observation {
    const { id, timeSeconds, amountMinor } = transaction;
    if (this.#recent.place(id) !== undefined) return 'duplicate';
    if (timeSeconds < this.#clock - latenessSeconds) return 'tooLate';
    if (timeSeconds > this.#clock) this.#clock = timeSeconds;
    const customer = this.#customers.number(transaction.customer);
    const terminal = this.#terminals.number(transaction.terminal);
    const forgotten = this.#clock - retentionSeconds;
    this.#recent.forget(forgotten);
    const place = this.#recent.append(
      id,
      timeSeconds,
      transaction.customer,
      transaction.terminal,
      amountMinor,
      Number.NaN,
    );
    const own = this.#customers.histories;
    const there = this.#terminals.histories;
    const ownRow = own.insert(customer, timeSeconds, place, amountMinor, terminal, forgotten);
    const thereRow = there.insert(terminal, timeSeconds, place, amountMinor, customer, forgotten);
    const pass = ++this.#passes;
    const into = this.#writer;
    into.begin(row);
    writePayment(into, timeSeconds, amountMinor);
    this.#month.lookThrough(own, customer, ownRow, this.#terminals, pass);
    this.#visitors.lookThrough(there, terminal, thereRow, this.#customers, pass);
    writeSpending(into, own, customer, ownRow, this.#month.firsts);
    const ratio = writeHabits(into, own, customer, this.#month);
    writePair(into, amountMinor, this.#month);
    writeSpending(into, there, terminal, thereRow, this.#visitors.firsts);
    writeVisitors(into, there, terminal, thereRow, this.#visitors);
    const thereKnown = this.#visitors.firsts[delayWindow];
    writeKnownFrauds(into, there, terminal, thereRow, thereKnown);
    writeFraudRun(into, there, terminal, thereRow, thereKnown);
    writeKnownFrauds(into, own, customer, ownRow, this.#month.firsts[delayWindow]);
    own.rate(ownRow, ratio);
    there.rate(thereRow, ratio);
    this.#recent.write(place, 'ratio', ratio);
    return 'observed';
  }

  /**
   * Says what a payment was. It enters features of payments from `atTime` on, and never before the label delay is over; a
   * later word replaces an earlier one.
   *
   * @param atTime when it was told, in seconds since 1970
   * @returns false where the payment is not known, or so old that it enters no feature any more
   */
  learnLabel(transactionId: number, fraud: boolean, atTime: number): boolean {
    const place = this.#recent.place(transactionId);
    if (place === undefined) return false;
    const knownAt = fraud ? atTime : Number.POSITIVE_INFINITY;
    this.#recent.write(place, 'fraudKnownAt', knownAt);
    this.#label(place);
    return true;
  }

  /** Everything that later features depend on, as bytes. */
  snapshot(): Uint8Array {
    return writeSnapshot(this.#clock, this.#recent);
  }

  /**
   * The state whose `snapshot` this is: it gives the same features from here on, bit for bit.
   *
   * @throws SnapshotError where the bytes are not those of a whole snapshot of this version
   */
  static restore(bytes: Uint8Array): FeatureState {
    const state = new FeatureState();
    const { clock, recent } = readSnapshot(bytes);
    state.#clock = clock;
    state.#recent = recent;
    for (let place = recent.first; place < recent.end; place++) state.#replace(place);
    return state;
  }

  /** Puts a remembered payment back into the histories. */
  #replace(place: number): void {
    const recent = this.#recent;
    const time = recent.read(place, 'time');
    const [amount, ratio] = [recent.read(place, 'amount'), recent.read(place, 'ratio')];
    const customer = this.#customers.number(recent.read(place, 'customer'));
    const terminal = this.#terminals.number(recent.read(place, 'terminal'));
    const own = this.#customers.histories;
    const there = this.#terminals.histories;
    const ownRow = own.insert(customer, time, place, amount, terminal, Number.NEGATIVE_INFINITY);
    const thereRow = there.insert(terminal, time, place, amount, customer, Number.NEGATIVE_INFINITY);
    own.rate(ownRow, ratio);
    there.rate(thereRow, ratio);
    if (recent.read(place, 'fraudKnownAt') !== Number.POSITIVE_INFINITY) this.#label(place);
  }

  #label(place: number): void {
    const recent = this.#recent;
    const time = recent.read(place, 'time');
    const knownAt = recent.read(place, 'fraudKnownAt');
    const customer = this.#customers.number(recent.read(place, 'customer'));
    const terminal = this.#terminals.number(recent.read(place, 'terminal'));
    this.#customers.histories.label(customer, time, place, knownAt);
    this.#terminals.histories.label(terminal, time, place, knownAt);
  }
}
