/**
 * What looking at payments is worth. A day's work goes from the greatest expected loss down, until it is below a threshold
 * or the day's time is used up; a card is looked at because of its first payment that reaches that point, and this payment
 * and the card's later ones of the day are then stopped where they are fraud. A look costs the same whatever it finds.
 */
import type { Scenario } from '../data/records.ts';

/** A payment of a period that the model was not trained on, with its score and its truth. */
export interface JudgedPayment {
  /** Days from any day on. */
  readonly day: number;
  readonly timeSeconds: number;
  readonly customer: number;
  /** What is lost where it is fraud and goes through. */
  readonly lossMinor: number;
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
  readonly lossMinor: number;
  readonly caughtMinor: number;
}

/** How many cards are looked at in a day at most, from which expected loss on, and what a look costs. */
export interface Looking {
  readonly reviewsPerDay: number;
  readonly fromMinor: number;
  readonly reviewCostMinor: number;
}

/** A card's payments on a day, in order of time. */
interface CardDay {
  /** From 0 on, the same on every day. */
  readonly card: number;
  readonly payments: readonly JudgedPayment[];
  readonly greatestMinor: number;
  /** Of its frauds. */
  readonly lossMinor: number;
}

interface ReviewDay {
  /** The one with the greatest expected loss first. */
  readonly cards: readonly CardDay[];
  /** Places of those with a fraud, rising: few, so that what is asked often need not go through all. */
  readonly withFraud: readonly number[];
}

export interface ReviewDays {
  readonly days: readonly ReviewDay[];
  /** How many different ones. */
  readonly cards: number;
}

/** How often each card counts, as a resample drew it; null: once. */
export type Times = Uint8Array | null;

export function reviewDays(payments: readonly JudgedPayment[]): ReviewDays {
  const places = new Map<number, number>();
  for (const { customer } of payments) if (!places.has(customer)) places.set(customer, places.size);
  const days = [...Map.groupBy(payments, ({ day }) => day).values()].map((ofDay) => {
    const cards = [...Map.groupBy(ofDay, ({ customer }) => customer)]
      .map(([customer, own]) => cardDay(places.get(customer) ?? 0, own))
      .sort((a, b) => b.greatestMinor - a.greatestMinor);
    return {
      cards,
      withFraud: [...cards.keys()].filter((place) => cards[place].payments.some(({ fraud }) => fraud)),
    };
  });
  return { days, cards: places.size };
}

function cardDay(card: number, payments: readonly JudgedPayment[]): CardDay {
  return {
    card,
    payments: payments.toSorted((a, b) => a.timeSeconds - b.timeSeconds),
    greatestMinor: Math.max(...payments.map(({ expectedLossMinor }) => expectedLossMinor)),
    lossMinor: sumMinor(payments.filter(({ fraud }) => fraud)),
  };
}

/** What a way of looking is worth, as a mean a day. */
export function reviewValue({ days }: ReviewDays, looking: Looking, times: Times = null): ReviewValue {
  let [reviews, hits, caughtMinor, lostMinor] = [0, 0, 0, 0];
  for (const { cards, withFraud } of days) {
    const looked = lookedAt(cards, looking, times);
    reviews += looking.reviewsPerDay - looked.left;
    for (const place of withFraud) {
      const one = cards[place];
      const counts = timesOf(one, times);
      const looks = looksAt(looked, place, counts);
      lostMinor += counts * one.lossMinor;
      hits += looks;
      if (looks > 0) caughtMinor += looks * sumMinor(stopped(one, looked.fromMinor));
    }
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

/** The threshold among `candidates` whose net value is greatest: of equals the highest, which asks for the fewest looks. */
export function bestThreshold(
  days: ReviewDays,
  terms: Omit<Looking, 'fromMinor'>,
  candidates: readonly number[],
): { readonly fromMinor: number; readonly value: ReviewValue } {
  const tried = candidates
    .toSorted((a, b) => b - a)
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
  { days }: ReviewDays,
  k: number,
  times: Times = null,
): { readonly precision: number; readonly ceiling: number } {
  let [hits, best] = [0, 0];
  const everything = { reviewsPerDay: k, fromMinor: Number.NEGATIVE_INFINITY };
  for (const { cards, withFraud } of days) {
    const looked = lookedAt(cards, everything, times);
    let frauds = 0;
    for (const place of withFraud) {
      const counts = timesOf(cards[place], times);
      hits += looksAt(looked, place, counts);
      frauds += counts;
    }
    best += Math.min(k, frauds);
  }
  const share = (of: number) => (days.length === 0 ? 0 : of / (k * days.length));
  return { precision: share(hits), ceiling: share(best) };
}

/** What one who knows every fraud would make of so many looks a day: net of their cost, as a mean a day. */
export function perfectNetMinor(
  { days }: ReviewDays,
  reviewsPerDay: number,
  reviewCostMinor: number,
): number {
  const ofDay = ({ cards, withFraud }: ReviewDay) =>
    withFraud
      .map((place) => cards[place].lossMinor - reviewCostMinor)
      .filter((net) => net > 0)
      .sort((a, b) => b - a)
      .slice(0, reviewsPerDay)
      .reduce((sum, net) => sum + net, 0);
  return days.length === 0 ? 0 : days.reduce((sum, day) => sum + ofDay(day), 0) / days.length;
}

/** By scenario, what a way of looking stops: where it stops little is a blind spot. The greatest loss that is missed first. */
export function catchByScenario(
  { days }: ReviewDays,
  looking: Looking,
  times: Times = null,
): readonly ScenarioCatch[] {
  const sums = new Map<Scenario | null, { [Key in keyof Omit<ScenarioCatch, 'scenario'>]: number }>();
  for (const { cards, withFraud } of days) {
    const looked = lookedAt(cards, looking, times);
    for (const place of withFraud) {
      const one = cards[place];
      const counts = timesOf(one, times);
      const looks = looksAt(looked, place, counts);
      const found = new Set(looks === 0 ? [] : stopped(one, looked.fromMinor));
      for (const payment of one.payments) {
        if (!payment.fraud) continue;
        const sum = sums.get(payment.scenario) ?? { frauds: 0, caught: 0, lossMinor: 0, caughtMinor: 0 };
        const stops = found.has(payment) ? looks : 0;
        sums.set(payment.scenario, {
          frauds: sum.frauds + counts,
          caught: sum.caught + stops,
          lossMinor: sum.lossMinor + counts * payment.lossMinor,
          caughtMinor: sum.caughtMinor + stops * payment.lossMinor,
        });
      }
    }
  }
  return [...sums]
    .map(([scenario, sum]) => ({ scenario, ...sum }))
    .sort((a, b) => b.lossMinor - b.caughtMinor - (a.lossMinor - a.caughtMinor));
}

/** How far a day's work comes. */
interface LookedAt {
  /** The place behind the last card that is looked at, and how often that one is. */
  readonly end: { readonly place: number; readonly counts: number };
  /** Looks that were not used. */
  readonly left: number;
  /** The expected loss from which a payment calls for a look on that day. */
  readonly fromMinor: number;
}

function lookedAt(
  cards: readonly CardDay[],
  { reviewsPerDay, fromMinor }: Omit<Looking, 'reviewCostMinor'>,
  times: Times,
): LookedAt {
  let left = reviewsPerDay;
  let counts = 0;
  let lastMinor = fromMinor;
  let place = 0;
  for (; place < cards.length && left > 0 && cards[place].greatestMinor >= fromMinor; place++) {
    counts = Math.min(left, timesOf(cards[place], times));
    if (counts > 0) lastMinor = cards[place].greatestMinor;
    left -= counts;
  }
  // Where time runs out before the work does, what is below the last card looked at is never reached.
  const runsOut = place < cards.length && cards[place].greatestMinor >= fromMinor;
  return { end: { place, counts }, left, fromMinor: runsOut ? lastMinor : fromMinor };
}

const timesOf = ({ card }: CardDay, times: Times): number => (times === null ? 1 : times[card]);

/** @param counts how often the card at the place counts */
const looksAt = ({ end }: LookedAt, place: number, counts: number): number =>
  place >= end.place ? 0 : place === end.place - 1 ? end.counts : counts;

/** The frauds of a card's day from the payment on that calls for a look. */
function stopped({ payments }: CardDay, fromMinor: number): readonly JudgedPayment[] {
  const first = payments.findIndex(({ expectedLossMinor }) => expectedLossMinor >= fromMinor);
  return first < 0 ? [] : payments.slice(first).filter(({ fraud }) => fraud);
}

const sumMinor = (payments: readonly JudgedPayment[]): number =>
  payments.reduce((sum, { lossMinor }) => sum + lossMinor, 0);
