/** When simulated learners practise, and what they are asked, when somebody else chose the skill. */
import type { Random } from '@praxis/core';

export interface ScheduledAttempt {
  readonly skill: number;
  readonly day: number;
}

/** Skills that are worked on side by side, and attempts until they make way for the next. */
const together = 3;
const attemptsOnGroup = 30;
const attemptsPerSession = 10;

/** A learner goes through the skills from a place of their own, three at a time, in sessions some days apart. */
export function schedule(skills: number, attempts: number, random: Random): ScheduledAttempt[] {
  const groups = Math.ceil(attempts / attemptsOnGroup);
  const start = random.below(Math.max(1, skills - groups * together + 1));
  let day = 0;
  return Array.from({ length: attempts }, (_, attempt) => {
    if (attempt > 0 && attempt % attemptsPerSession === 0) day += 1 + random.poisson(3);
    const group = Math.floor(attempt / attemptsOnGroup);
    return { skill: start + group * together + random.below(together), day };
  });
}
