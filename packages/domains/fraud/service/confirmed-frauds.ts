/**
 * Which cards and terminals have payments that a person has called fraud. Chargebacks do not count: they come a week late, when
 * the card is another or the terminal is mended, and the model knows them by then.
 */
import type { KnownLabel } from './store.ts';

interface Mark {
  readonly timeSeconds: number;
  readonly fraud: boolean | null;
}

export class ConfirmedFrauds {
  /** By entity, then by payment: a later word on a payment replaces the earlier. */
  readonly #cards = new Map<number, Map<number, Mark>>();
  readonly #terminals = new Map<number, Map<number, Mark>>();

  learn({ transactionId, customer, terminal, timeSeconds, fraud, source }: KnownLabel): void {
    if (source !== 'verdict') return;
    for (const [of, entity] of [
      [this.#cards, customer],
      [this.#terminals, terminal],
    ] as const) {
      const marks = of.get(entity) ?? new Map<number, Mark>();
      marks.set(transactionId, { timeSeconds, fraud });
      of.set(entity, marks);
    }
  }

  /** Known frauds of a card among its payments later than `sinceSeconds`. */
  ofCard = (customer: number, sinceSeconds: number): number =>
    countFrauds(this.#cards.get(customer), sinceSeconds);

  /** Known frauds at a terminal among its payments later than `sinceSeconds`. */
  atTerminal = (terminal: number, sinceSeconds: number): number =>
    countFrauds(this.#terminals.get(terminal), sinceSeconds);
}

function countFrauds(marks: ReadonlyMap<number, Mark> | undefined, sinceSeconds: number): number {
  if (marks === undefined) return 0;
  return [...marks.values()].filter(({ timeSeconds, fraud }) => fraud === true && timeSeconds > sinceSeconds)
    .length;
}
