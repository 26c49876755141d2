import { expect, test } from 'vitest';
import type { Skill } from '../data/skills/skill.ts';
import { firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { usualAbility } from '../pipeline/difficulty/skill-prior.ts';
import { morning, smallDifficulty, smallModel, smallSkills } from '../testing/small-practice.ts';
import { recordAttempt } from './attempt.ts';
import { type LearnerState, newLearner } from './learner-state.ts';
import { mapSkills, nextToOpen } from './skill-map.ts';

const skills = new Map<string, Skill>(
  smallSkills.map(({ id, prerequisites }) => [
    id,
    { id, field: 'whole-numbers', name: { en: id, zh: id }, prerequisites },
  ]),
);
const everything = new Set(smallSkills.map(({ id }) => id));
const nobody = newLearner(smallSkills, usualAbility);

const map = (learner: LearnerState, offered: ReadonlySet<string> = everything, at = morning) =>
  mapSkills({ model: smallModel, learner, offered, at }, skills, (id) => id.toUpperCase());
const standings = (learner: LearnerState, offered?: ReadonlySet<string>) =>
  map(learner, offered).map(({ standing }) => standing);

function answered(learner: LearnerState, skill: string, correct: boolean, count: number): LearnerState {
  for (let index = 0; index < count; index++) {
    const exercise = { id: `${skill} ${index}`, skill, template: `${skill}/1`, difficulty: 0, features: {} };
    const attempt = { exercise, correct, hints: 0, solutionSeen: false, review: false, at: morning };
    const recorded = recordAttempt(smallModel, firstBeliefs(smallDifficulty), learner, attempt);
    if (!recorded.ok) throw new Error(recorded.error.message);
    learner = recorded.value.learner;
  }
  return learner;
}

test('before the first answer a skill without prerequisites is open, what rests on others is not met', () => {
  expect(standings(nobody)).toEqual(['open', 'notMet', 'notMet', 'open']);
  // What it rests on was never tried: a guess opens nothing.
  expect(map(nobody)[0]?.success).toBeGreaterThan(0.4);
  expect(nextToOpen(map(nobody))).toEqual([{ id: 'multiplying', waitsFor: ['adding'] }]);
});

test('what is learnt is mastered in time, opens what rests on it, and its bounds come nearer to each other', () => {
  const begun = answered(nobody, 'adding', true, 2);
  const learnt = answered(nobody, 'adding', true, 12);
  expect(standings(begun)[0]).toBe('learning');
  expect(standings(learnt).slice(0, 2)).toEqual(['mastered', 'open']);
  const width = (learner: LearnerState) => {
    const [adding] = map(learner);
    return adding === undefined ? 0 : adding.high - adding.low;
  };
  expect(width(learnt)).toBeLessThan(width(begun));
  expect(width(begun)).toBeLessThan(width(nobody));
  expect(map(learnt)[0]).toMatchObject({ name: 'ADDING', tries: 12, waitsFor: [] });
  expect(map(learnt)[0]?.dueAt).toBeGreaterThan(morning);
});

test('what rests on a weak skill says so; time without practice widens the bounds', () => {
  const weak = answered(nobody, 'adding', false, 6);
  expect(map(weak)[1]).toMatchObject({ standing: 'notMet', waitsFor: ['adding'] });
  const learnt = answered(nobody, 'adding', true, 12);
  const [now] = map(learnt);
  const [later] = map(learnt, everything, morning + 90 * 86_400_000);
  expect((later?.high ?? 0) - (later?.low ?? 0)).toBeGreaterThan((now?.high ?? 0) - (now?.low ?? 0));
});

test('a skill without exercises is not met, and what rests on it waits for what that one waits for', () => {
  const without = new Set(['adding', 'fractions', 'reading']);
  expect(standings(nobody, without)).toEqual(['open', 'notMet', 'notMet', 'open']);
  expect(map(nobody, without)[2]?.waitsFor).toEqual(['adding']);
});
