/** Draws that several parts of the simulation make, and the random stream that each part has on each day. */
import { createRandom, type Random } from '@praxis/core';

/** Each has numbers of its own, so that one that draws more leaves all others as they were. */
const parts = [
  'customers',
  'terminals',
  'arrivals',
  'payments',
  'compromisedTerminals',
  'leakedCards',
  'accountTakeover',
  'muleRing',
  'merchantCollusion',
] as const;

/** Random numbers of one part of a day. */
export function dayRandom(seed: number, part: (typeof parts)[number], day: number): Random {
  return createRandom(seed, day * parts.length + parts.indexOf(part));
}

/** A whole number whose mean is `expected`: its whole part, and one more as often as its fraction says. */
export function drawCount(expected: number, random: Random): number {
  const whole = Math.floor(expected);
  return whole + (random.uniform() < expected - whole ? 1 : 0);
}

/** Different whole numbers in [0, bound), every set of them as likely; all of them where there are no more. */
export function drawDistinct(count: number, bound: number, random: Random): number[] {
  if (count >= bound) return Array.from({ length: bound }, (_, value) => value);
  const drawn = new Set<number>();
  // Floyd 1987: as many draws as values, however close the count is to the bound.
  for (let last = bound - count; last < bound; last++) {
    const value = random.below(last + 1);
    drawn.add(drawn.has(value) ? last : value);
  }
  return [...drawn];
}

/** Uniform between two bounds. */
export function between(low: number, high: number, random: Random): number {
  return low + (high - low) * random.uniform();
}

/** Whole number from `low` to `high`, both among them. */
export function wholeBetween(low: number, high: number, random: Random): number {
  return low + random.below(high - low + 1);
}
