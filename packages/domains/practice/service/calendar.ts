/** Reviews that wait for a learner. */
import type { LearnerState } from './learner-state.ts';
import { retrievability } from './review.ts';

export interface DueReview {
  readonly skill: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** Probability that it is still remembered. */
  readonly retrievability: number;
}

/** Due at `at` or before, the nearest to being forgotten first. */
export function reviewsDue({ reviews, skills }: LearnerState, at: number): DueReview[] {
  return Object.entries(reviews)
    .filter(([skill, { due }]) => due <= at && skills.includes(skill))
    .map(([skill, card]) => ({ skill, dueAt: card.due, retrievability: retrievability(card, at) }))
    .sort((one, other) => one.retrievability - other.retrievability);
}
