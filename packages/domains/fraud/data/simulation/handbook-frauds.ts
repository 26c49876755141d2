/** The handbook's second and third scenarios: compromised terminals, and leaked cards. */
import type { ArrivalsOfDay } from './arrivals.ts';
import { dayRandom, drawCount, drawDistinct } from './draws.ts';
import { handbookWorld } from './settings.ts';
import type { SimulatedWorld } from './world.ts';

/** Scenario 1: every amount above it is a fraud (hundredths). */
export const certainFraudAboveMinor = 22_000;

const terminalsCompromisedADay = 2;
const terminalCompromisedDays = 28;
const cardsLeakedADay = 3;
const cardLeakedDays = 14;
/** One in so many payments of the leaked cards is a fraud. */
const paymentsAFraud = 3;
/** Frauds with a leaked card cost so many times what its holder would have paid. */
export const leakedAmountFactor = 5;

/** Says of a terminal whether all its payments of the day that was begun last are frauds. */
export interface CompromisedTerminals {
  /** Days are begun in their order. */
  beginDay(day: number): void;
  has(terminal: number): boolean;
}

export function compromisedTerminals({ settings }: SimulatedWorld): CompromisedTerminals {
  const expected = (terminalsCompromisedADay * settings.terminals) / handbookWorld.terminals;
  /** The first day on which a terminal is sound again. */
  const soundFrom = new Uint32Array(settings.terminals);
  let today = 0;
  return {
    beginDay(day) {
      today = day;
      const random = dayRandom(settings.seed, 'compromisedTerminals', day);
      const count = drawCount(expected, random);
      for (const terminal of drawDistinct(count, settings.terminals, random)) {
        soundFrom[terminal] = day + terminalCompromisedDays;
      }
    },
    has: (terminal) => today < soundFrom[terminal],
  };
}

/** A payment by its place in the arrivals of its day. */
export interface LeakedCards {
  /**
   * Days are begun in their order.
   *
   * @returns places in the arrivals of the day; a card leaked twice may have one twice
   */
  beginDay(day: number): readonly number[];
}

/**
 * A third of what the leaked cards pay in the two weeks from the day on, rounded down, as the handbook draws it: from all
 * their payments together, which are known ahead.
 */
export function leakedCards({ settings }: SimulatedWorld, arrivalsOf: ArrivalsOfDay): LeakedCards {
  const expected = (cardsLeakedADay * settings.customers) / handbookWorld.customers;
  const places = new Map<number, number[]>();

  function leak(day: number): void {
    const random = dayRandom(settings.seed, 'leakedCards', day);
    const cards = drawDistinct(drawCount(expected, random), settings.customers, random);
    if (cards.length === 0) return;
    const payments: { readonly day: number; readonly place: number }[] = [];
    for (let later = day; later < day + cardLeakedDays; later++) {
      const { start } = arrivalsOf(later);
      for (const card of cards) {
        for (let place = start[card]; place < start[card + 1]; place++) payments.push({ day: later, place });
      }
    }
    const frauds = drawDistinct(Math.floor(payments.length / paymentsAFraud), payments.length, random);
    for (const fraud of frauds) {
      const payment = payments[fraud];
      const ofDay = places.get(payment.day) ?? [];
      ofDay.push(payment.place);
      places.set(payment.day, ofDay);
    }
  }

  return {
    beginDay(day) {
      leak(day);
      const today = places.get(day) ?? [];
      places.delete(day);
      return today;
    },
  };
}
