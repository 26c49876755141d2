/** Who chooses the next exercise in the bench: all see the same exercises and the same answers, nobody the truth. */
import type { Candidate } from '../../packages/domains/practice/index.ts';

export interface Seen {
  readonly learner: number;
  /** Place in the curriculum of the skill that is to be practised; null: the policy chooses the skill too. */
  readonly skill: number | null;
  readonly day: number;
}

export interface Policy {
  readonly name: string;
  /** Place of the chosen one among `candidates`. */
  choose(seen: Seen, candidates: readonly Candidate[]): number;
  observe(seen: Seen, exercise: Candidate, correct: boolean): void;
}

/** What is asked for: the probability of a right answer. */
export const target = 0.7;
/** What a policy that has no better way takes for mastery: the probability of a right answer on a typical exercise. */
export const enough = 0.8;

/** Place of the smallest value. */
export function smallest(values: readonly number[]): number {
  return values.reduce((best, value, place) => (value < values[best] ? place : best), 0);
}
