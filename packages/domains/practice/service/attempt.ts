/** What an attempt changes: the learner's ability, the exercise's difficulty, the calendar of reviews. */
import type { Result } from '@praxis/core';
import { z } from 'zod';
import type { DifficultyBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { afterDays, observeAnswer } from '../pipeline/difficulty/observe.ts';
import type { LearnerState } from './learner-state.ts';
import type { PracticeModel } from './practice-model.ts';
import { gradeOf, reviewed } from './review.ts';

export const attemptSchema = z.strictObject({
  /** What else an exercise has is not needed here. */
  exercise: z.object({
    id: z.string(),
    skill: z.string(),
    template: z.string(),
    difficulty: z.number(),
    features: z.record(z.string(), z.number()),
  }),
  correct: z.boolean(),
  /** Hints that were opened before the answer. */
  hints: z.int().nonnegative(),
  /** The whole solution was open before the answer. */
  solutionSeen: z.boolean(),
  /** Whether the exercise came as a review. */
  review: z.boolean(),
  /** Milliseconds since 1970. */
  at: z.int().positive(),
});
export type Attempt = Readonly<z.infer<typeof attemptSchema>>;

export interface AttemptError {
  readonly code: 'unknown-skill';
  readonly message: string;
  readonly place: string;
}

/** Attempts that are kept by name; enough that no exercise of the last weeks comes back. */
const remembered = 200;
/** Each hint halves what the answer says. */
const evidencePerHint = 0.5;
const dayMs = 86_400_000;

/** How much an answer says of ability and difficulty: 1 alone, less with hints, nothing once the solution was seen. */
export function evidenceOf({ hints, solutionSeen }: Pick<Attempt, 'hints' | 'solutionSeen'>): number {
  return solutionSeen ? 0 : evidencePerHint ** hints;
}

/** The ability as it is now: time since the last attempt makes it less certain. */
export function abilityAt(model: PracticeModel, { ability, updatedAt }: LearnerState, at: number) {
  return updatedAt === null ? ability : afterDays(ability, (at - updatedAt) / dayMs, model.ability);
}

/**
 * @param learner for the model's skills (`forSkills`)
 * @returns new states; those given are left as they were
 */
export function recordAttempt(
  model: PracticeModel,
  beliefs: DifficultyBeliefs,
  learner: LearnerState,
  attempt: Attempt,
): Result<{ readonly beliefs: DifficultyBeliefs; readonly learner: LearnerState }, AttemptError> {
  const { exercise, correct, hints, solutionSeen, at } = attempt;
  const { skill } = exercise;
  const place = learner.skills.indexOf(skill);
  if (place < 0) {
    const message = `There is no skill called ${skill}.`;
    return { ok: false, error: { code: 'unknown-skill', message, place: 'exercise.skill' } };
  }
  const evidence = evidenceOf(attempt);
  const now = abilityAt(model, learner, at);
  const after = observeAnswer(model.difficulty, model.ability, beliefs, now, place, exercise, {
    correct,
    evidence,
  });
  const card = learner.reviews[skill] ?? null;
  // Nothing is to be remembered before it was known once.
  const counts = card !== null || (correct && !solutionSeen);
  const grade = gradeOf({ correct: correct && !solutionSeen, helped: hints > 0 });
  const latest = {
    exercise: exercise.id,
    skill,
    template: exercise.template,
    correct,
    review: attempt.review,
  };
  return {
    ok: true,
    value: {
      beliefs: after.beliefs,
      learner: {
        ...learner,
        ability: after.ability,
        updatedAt: Math.max(at, learner.updatedAt ?? 0),
        recent: [latest, ...learner.recent].slice(0, remembered),
        attempts: { ...learner.attempts, [skill]: (learner.attempts[skill] ?? 0) + 1 },
        reviews: counts ? { ...learner.reviews, [skill]: reviewed(card, grade, at) } : learner.reviews,
      },
    },
  };
}
