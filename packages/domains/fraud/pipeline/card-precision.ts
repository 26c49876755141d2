/** What analysts find who look at a fixed number of cards a day (the handbook's card_precision_top_k). */
import type { LabelledTransaction } from '../data/records.ts';
import { dayOf } from './evaluation-dates.ts';

export type JudgedPayment = Pick<
  LabelledTransaction,
  'customer' | 'timeSeconds' | 'amountMinor' | 'fraud' | 'scenario'
>;

export interface CardsLookedAt {
  /** Mean over the days of the share of the cards looked at that had a fraud on that day. */
  readonly precision: number;
  /** For each payment whether its card was found on its day or on an earlier one. */
  readonly caught: Uint8Array;
}

interface Card {
  readonly customer: number;
  score: number;
  fraud: boolean;
}

/**
 * Each day the cards are ranked by the highest score of their payments, and the first `cards` looked at. One that had a fraud
 * that day is found, and leaves the lists of later days.
 *
 * @param payments in the order of time; @param scores of each, higher is likelier fraud
 */
export function lookAtCards(
  payments: readonly JudgedPayment[],
  scores: Float64Array,
  cards: number,
): CardsLookedAt {
  const found = new Map<number, number>();
  const byDay = Map.groupBy(payments.keys(), (row) => dayOf(payments[row].timeSeconds));
  let sum = 0;
  for (const [day, rows] of byDay) {
    const ranked = cardsOf(
      payments,
      scores,
      rows.filter((row) => !found.has(payments[row].customer)),
    )
      .toSorted((a, b) => b.score - a.score)
      .slice(0, cards);
    const hits = ranked.filter(({ fraud }) => fraud);
    for (const { customer } of hits) found.set(customer, day);
    sum += hits.length / cards;
  }
  const caught = Uint8Array.from(payments, ({ customer, timeSeconds }) =>
    (found.get(customer) ?? Number.POSITIVE_INFINITY) <= dayOf(timeSeconds) ? 1 : 0,
  );
  return { precision: sum / byDay.size, caught };
}

function cardsOf(payments: readonly JudgedPayment[], scores: Float64Array, rows: readonly number[]): Card[] {
  const cards = new Map<number, Card>();
  for (const row of rows) {
    const { customer, fraud } = payments[row];
    const card = cards.get(customer);
    if (card === undefined) cards.set(customer, { customer, score: scores[row], fraud });
    else {
      card.score = Math.max(card.score, scores[row]);
      card.fraud ||= fraud;
    }
  }
  return [...cards.values()];
}
