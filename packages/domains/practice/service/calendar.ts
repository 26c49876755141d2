/** Reviews that wait for a learner. */
import { dayIn } from './days.ts';
import type { LearnerState } from './learner-state.ts';
import { retrievability } from './review.ts';

export interface DueReview {
  readonly skill: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** Probability that it is still remembered. */
  readonly retrievability: number;
}

/** Every review that there will be, the nearest to being forgotten at `at` first. */
export function allReviews({ reviews, skills }: LearnerState, at: number): DueReview[] {
  return Object.entries(reviews)
    .filter(([skill]) => skills.includes(skill))
    .map(([skill, card]) => ({ skill, dueAt: card.due, retrievability: retrievability(card, at) }))
    .sort((one, other) => one.retrievability - other.retrievability);
}

/** Due at `at` or before, the nearest to being forgotten first. */
export function reviewsDue(learner: LearnerState, at: number): DueReview[] {
  return allReviews(learner, at).filter(({ dueAt }) => dueAt <= at);
}

/** Due on the day of `at` or before, whatever the hour: the reviews of a day may be done at any time of it. */
export function reviewsOfToday(learner: LearnerState, at: number, timeZone: string): DueReview[] {
  const dayOf = dayIn(timeZone);
  const today = dayOf(at);
  return allReviews(learner, at).filter(({ dueAt }) => dayOf(dueAt) <= today);
}
