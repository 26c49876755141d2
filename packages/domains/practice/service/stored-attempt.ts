/** Closed turns as answers that difficulties and models of knowledge are fitted to. */
import type { Candidate } from '../data/candidate.ts';
import { type Attempt, evidenceOf } from './attempt.ts';
import { observationOf } from './observation.ts';
import { placedExercise } from './placed-exercise.ts';
import type { StockedExercise, StoredAnswer, TurnOutcome } from './store.ts';

/** A closed turn with what was answered. */
export interface StoredAttempt {
  readonly learner: string;
  readonly exercise: StockedExercise;
  readonly hintsShown: number;
  readonly outcome: TurnOutcome;
  readonly closedAt: Date;
  /** In the order in which they were given. */
  readonly answers: readonly Pick<StoredAnswer, 'verdict'>[];
}

/** An attempt that says something of its learner. */
export interface ObservedAttempt extends Attempt {
  readonly learner: string;
  readonly exercise: Candidate;
  /** How much it says, above 0 and at most 1. */
  readonly evidence: number;
}

/** @param skills those of the model; attempts at others say nothing to it */
export function observedAttempts(
  attempts: readonly StoredAttempt[],
  skills: ReadonlySet<string>,
): ObservedAttempt[] {
  return attempts.flatMap(({ learner, exercise, closedAt, outcome, ...turn }) => {
    const observation = skills.has(exercise.skill) ? observationOf(turn, outcome) : null;
    const evidence = observation === null ? 0 : evidenceOf(observation);
    if (observation === null || evidence === 0) return [];
    return {
      ...observation,
      ...{ learner, exercise: placedExercise(exercise), evidence },
      ...{ review: false, at: closedAt.getTime() },
    };
  });
}
