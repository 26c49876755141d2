/**
 * What looking at payments is worth. A person looks at a card on a day because of one payment whose expected loss reaches
 * a threshold; that payment and the card's later ones of the day are then stopped where they are fraud. A look costs the
 * same whatever it finds.
 */
import type { Scenario } from '../data/records.ts';

/** A payment of a period that the model was not trained on, with its score and its truth. */
export interface JudgedPayment {
  /** Days from any day on. */
  readonly day: number;
  readonly timeSeconds: number;
  readonly customer: number;
  readonly amountMinor: number;
  readonly expectedLossMinor: number;
  readonly fraud: boolean;
  readonly scenario: Scenario | null;
}

/** Means a day. */
export interface ReviewValue {
  readonly reviews: number;
  /** Of the cards looked at, those with a fraud on that day; null where none is looked at. */
  readonly precision: number | null;
  readonly caughtMinor: number;
  readonly missedMinor: number;
  /** Caught less what the looks cost. */
  readonly netMinor: number;
}

/** How much of a scenario's frauds a way of looking stops. */
export interface ScenarioCatch {
  readonly scenario: Scenario | null;
  readonly frauds: number;
  readonly caught: number;
  readonly amountMinor: number;
  readonly caughtMinor: number;
}

/** How many cards are looked at in a day at most, from which expected loss on, and what a look costs. */
export interface Looking {
  readonly reviewsPerDay: number;
  readonly fromMinor: number;
  readonly reviewCostMinor: number;
}

/** A card's payments on a day, in order of time. */
type CardDay = readonly JudgedPayment[];
/** Days of cards, on each day the card with the greatest expected loss first. */
export type ReviewDays = readonly (readonly CardDay[])[];

export function reviewDays(payments: readonly JudgedPayment[]): ReviewDays {
  const days = Map.groupBy(payments, ({ day }) => day);
  return [...days.values()].map((ofDay) => {
    const cards = [...Map.groupBy(ofDay, ({ customer }) => customer).values()];
    return cards
      .map((own) => own.toSorted((a, b) => a.timeSeconds - b.timeSeconds))
      .sort((a, b) => greatest(b) - greatest(a));
  });
}

/** What a way of looking is worth, as a mean a day. */
export function reviewValue(days: ReviewDays, looking: Looking): ReviewValue {
  let [reviews, hits, caughtMinor, lostMinor] = [0, 0, 0, 0];
  for (const cards of days) {
    const looked = lookedAt(cards, looking);
    reviews += looked.length;
    hits += looked.filter(hasFraud).length;
    caughtMinor += sumMinor(looked.flatMap((card) => stopped(card, looking.fromMinor)));
    lostMinor += sumMinor(cards.flat().filter(({ fraud }) => fraud));
  }
  const perDay = (total: number) => (days.length === 0 ? 0 : total / days.length);
  return {
    reviews: perDay(reviews),
    precision: reviews === 0 ? null : hits / reviews,
    caughtMinor: perDay(caughtMinor),
    missedMinor: perDay(lostMinor - caughtMinor),
    netMinor: perDay(caughtMinor - reviews * looking.reviewCostMinor),
  };
}

/** The threshold among `candidates` whose net value is greatest, the lowest of equals. */
export function bestThreshold(
  days: ReviewDays,
  terms: Omit<Looking, 'fromMinor'>,
  candidates: readonly number[],
): { readonly fromMinor: number; readonly value: ReviewValue } {
  const tried = candidates
    .toSorted((a, b) => a - b)
    .map((fromMinor) => ({ fromMinor, value: reviewValue(days, { ...terms, fromMinor }) }));
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (held, next) => (held === undefined || next.value.netMinor > held.value.netMinor ? next : held),
    undefined,
  );
  if (best === undefined) throw new Error('No threshold was given to choose from.');
  return best;
}

/** What share of the `k` cards looked at in a day have a fraud, and what share the best possible choice would have. */
export function precisionAtK(
  days: ReviewDays,
  k: number,
): { readonly precision: number; readonly ceiling: number } {
  const mean = (share: (cards: readonly CardDay[]) => number) =>
    days.length === 0 ? 0 : days.reduce((sum, cards) => sum + share(cards), 0) / days.length;
  return {
    precision: mean((cards) => cards.slice(0, k).filter(hasFraud).length / k),
    ceiling: mean((cards) => Math.min(k, cards.filter(hasFraud).length) / k),
  };
}

/** By scenario, what a way of looking stops: where it stops little is a blind spot. The greatest loss first. */
export function catchByScenario(days: ReviewDays, looking: Looking): readonly ScenarioCatch[] {
  const caught = new Set(
    days.flatMap((cards) => lookedAt(cards, looking).flatMap((card) => stopped(card, looking.fromMinor))),
  );
  const frauds = days.flat(2).filter(({ fraud }) => fraud);
  return [...Map.groupBy(frauds, ({ scenario }) => scenario)]
    .map(([scenario, all]) => {
      const found = all.filter((payment) => caught.has(payment));
      return {
        scenario,
        frauds: all.length,
        caught: found.length,
        amountMinor: sumMinor(all),
        caughtMinor: sumMinor(found),
      };
    })
    .sort((a, b) => b.amountMinor - b.caughtMinor - (a.amountMinor - a.caughtMinor));
}

const lookedAt = (cards: readonly CardDay[], { reviewsPerDay, fromMinor }: Looking): readonly CardDay[] =>
  cards.slice(0, reviewsPerDay).filter((card) => greatest(card) >= fromMinor);

const greatest = (card: CardDay): number =>
  Math.max(...card.map(({ expectedLossMinor }) => expectedLossMinor));

const hasFraud = (card: CardDay): boolean => card.some(({ fraud }) => fraud);

/** The frauds of a card's day from the payment on that calls for a look. */
function stopped(card: CardDay, fromMinor: number): readonly JudgedPayment[] {
  const first = card.findIndex(({ expectedLossMinor }) => expectedLossMinor >= fromMinor);
  return card.slice(first).filter(({ fraud }) => fraud);
}

const sumMinor = (payments: readonly JudgedPayment[]): number =>
  payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
