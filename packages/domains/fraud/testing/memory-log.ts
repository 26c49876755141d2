/** A log of payments without a database, for tests: batches wait for each other as they do there. */
import type { Transaction } from '../data/records.ts';
import type { DecidedPayment, KnownLabel, Label, PaymentLog } from '../service/store.ts';

export class MemoryLog implements PaymentLog {
  readonly transactions: Transaction[] = [];
  readonly labels: KnownLabel[] = [];
  readonly decided: DecidedPayment[] = [];
  /** The next commits fail, as many as this says. */
  failing = 0;
  #last: Promise<unknown> = Promise.resolve();

  say(label: Label): void {
    const of = this.transactions.find(({ id }) => id === label.transactionId);
    if (!of) throw new Error(`There is no payment ${label.transactionId}.`);
    const { customer, terminal, timeSeconds } = of;
    this.labels.push({ ...label, customer, terminal, timeSeconds });
  }

  span = async () =>
    this.transactions.length === 0
      ? null
      : {
          to: this.transactions.reduce((latest, { timeSeconds }) => Math.max(latest, timeSeconds), 0),
          simulated: true,
        };

  positionAt: PaymentLog['positionAt'] = async (afterSeconds) => {
    const first = this.transactions.findIndex(({ timeSeconds }) => timeSeconds > afterSeconds);
    return { transaction: Math.max(0, first), label: 0 };
  };

  tail: PaymentLog['tail'] = async (after, most) => {
    const transactions = this.transactions.slice(after.transaction, after.transaction + most);
    const labels = this.labels.slice(after.label, after.label + most);
    const position = {
      transaction: after.transaction + transactions.length,
      label: after.label + labels.length,
    };
    return { position, transactions, labels };
  };

  append: PaymentLog['append'] = (after, asked, decide) => {
    const appended = this.#last.then(async () => {
      const tail = await this.tail(after, Number.POSITIVE_INFINITY);
      const known = this.decided
        .map(({ decision }) => decision)
        .filter(
          ({ transactionId, idempotencyKey }) =>
            asked.transactionIds.includes(transactionId) ||
            (idempotencyKey !== null && asked.idempotencyKeys.includes(idempotencyKey)),
        );
      const recorded = this.transactions
        .map(({ id }) => id)
        .filter((id) => asked.transactionIds.includes(id));
      const decided = await decide(tail, known, recorded);
      if (this.failing > 0) {
        this.failing--;
        throw new Error('The connection was lost.');
      }
      this.decided.push(...decided);
      this.transactions.push(...decided.map(({ transaction }) => transaction));
      return { ...tail.position, transaction: this.transactions.length };
    });
    this.#last = appended.catch(() => undefined);
    return appended;
  };
}
