/** When a skill comes back for review: FSRS (Ye, Su and Cao 2022) as ts-fsrs has it, one card a skill. */
import { createEmptyCard, fsrs, type Grade, Rating, State } from 'ts-fsrs';
import { z } from 'zod';

/** Times are milliseconds since 1970. */
export const reviewCardSchema = z.strictObject({
  due: z.int(),
  stability: z.number().nonnegative(),
  difficulty: z.number().nonnegative(),
  elapsed_days: z.number().nonnegative(),
  scheduled_days: z.number().nonnegative(),
  learning_steps: z.int().nonnegative(),
  reps: z.int().nonnegative(),
  lapses: z.int().nonnegative(),
  state: z.enum(State),
  last_review: z.int(),
});
export type ReviewCard = Readonly<z.infer<typeof reviewCardSchema>>;

/**
 * Without steps of minutes, as within a session exercises are chosen by difficulty; without fuzz, so that the same
 * answers give the same calendar.
 */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

export interface Remembered {
  readonly correct: boolean;
  readonly helped: boolean;
}

/** A wrong answer brings the skill back soon, a right one with help a little later, a right one alone much later. */
export function gradeOf({ correct, helped }: Remembered): Grade {
  if (!correct) return Rating.Again;
  return helped ? Rating.Hard : Rating.Good;
}

/** @param card null at the first answer that counts */
export function reviewed(card: ReviewCard | null, grade: Grade, at: number): ReviewCard {
  const { card: next } = scheduler.next(card ?? createEmptyCard(at), at, grade);
  return { ...next, due: next.due.getTime(), last_review: at };
}

/** Probability that the skill is still remembered. */
export function retrievability(card: ReviewCard, at: number): number {
  return scheduler.get_retrievability(card, at, false);
}
