/** Draws that several situations need. */
import type { Random } from '@praxis/core';

/** A whole number from least to most, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + random.below(most - least + 1);
}

export function oneOf<Choice>(random: Random, choices: readonly Choice[]): Choice {
  const choice = choices[random.below(choices.length)];
  if (choice === undefined) throw new Error('there is nothing to choose from');
  return choice;
}
