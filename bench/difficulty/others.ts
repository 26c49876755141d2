/** Policies that know nothing of difficulty, or nothing of the learner. */
import { createRandom } from '@praxis/core';
import type { Candidate } from '../../packages/domains/practice/index.ts';
import { type Policy, type Seen, smallest } from './policy.ts';

/** Any exercise, each as likely. */
export function anyExercise(seed: number): Policy {
  const random = createRandom(seed, 3);
  return {
    name: 'random',
    choose: (_, candidates) => random.below(candidates.length),
    observe: () => {},
  };
}

/** Exercises of a skill before the next one's turn, in a book. */
const perSkill = 10;

/** As in a book: skill after skill, in each from easy to hard, over again after the last. */
export function fixedOrder(difficulty: (exercise: Candidate) => number): Policy {
  const attempts = new Map<string, number>();
  const done = (key: string) => attempts.get(key) ?? 0;
  return {
    name: 'fixed order',
    choose: (seen, candidates) => {
      const skills = [...new Set(candidates.map(({ skill }) => skill))];
      const skill = skills[Math.floor(done(`${seen.learner}`) / perSkill) % skills.length];
      const places = [...candidates.keys()]
        .filter((place) => candidates[place].skill === skill)
        .sort((one, other) => difficulty(candidates[one]) - difficulty(candidates[other]));
      const share = ((done(`${seen.learner} ${skill}`) % perSkill) + 0.5) / perSkill;
      return places[Math.floor(share * places.length)];
    },
    observe: (seen, { skill }) => {
      for (const key of [`${seen.learner}`, `${seen.learner} ${skill}`]) attempts.set(key, done(key) + 1);
    },
  };
}

/** Usual values of Bayesian knowledge tracing in OATutor's content: start, learn, guess, slip. */
const tracing = { start: 0.1, learn: 0.1, guess: 0.1, slip: 0.1 };

/**
 * As OATutor chooses (Pardos and others 2023): Bayesian knowledge tracing for each skill, then a problem of the least
 * mastered skill; among those of one skill, any.
 */
export function lowestMastery(seed: number): Policy {
  const random = createRandom(seed, 4);
  const known = new Map<string, number>();
  const mastery = ({ learner }: Seen, skill: string) => known.get(`${learner} ${skill}`) ?? tracing.start;
  return {
    name: 'OATutor-like',
    // Less than any difference of masteries that matters: it only breaks ties.
    choose: (seen, candidates) =>
      smallest(candidates.map(({ skill }) => mastery(seen, skill) + 1e-9 * random.uniform())),
    observe: (seen, { skill }, correct) => {
      const before = mastery(seen, skill);
      const { learn, guess, slip } = tracing;
      const [knows, guesses] = correct ? [1 - slip, guess] : [slip, 1 - guess];
      const posterior = (before * knows) / (before * knows + (1 - before) * guesses);
      known.set(`${seen.learner} ${skill}`, posterior + (1 - posterior) * learn);
    },
  };
}
