import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { difficultyBeliefsCodec } from '../pipeline/difficulty/beliefs-codec.ts';
import { firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { momentsAlong } from '../pipeline/difficulty/gaussian.ts';
import { abilityDirection } from '../pipeline/difficulty/observe.ts';
import { usualAbility } from '../pipeline/difficulty/skill-prior.ts';
import {
  morning,
  smallDifficulty,
  smallExercises,
  smallModel,
  smallSkills,
} from '../testing/small-practice.ts';
import { type Attempt, recordAttempt } from './attempt.ts';
import { forSkills, learnerStateCodec, newLearner } from './learner-state.ts';

const exercises = smallExercises(1);
const start = { beliefs: firstBeliefs(smallDifficulty), learner: newLearner(smallSkills, usualAbility) };
const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  exercise: exercises[15],
  correct: true,
  hints: 0,
  solutionSeen: false,
  review: false,
  at: morning,
  ...change,
});
function after(state: typeof start, ...attempts: Attempt[]): typeof start {
  for (const next of attempts) {
    const recorded = recordAttempt(smallModel, state.beliefs, state.learner, next);
    if (!recorded.ok) throw new Error(recorded.error.message);
    state = recorded.value;
  }
  return state;
}

test('after the solution was seen no answer changes ability or difficulty', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.nat({ max: 5 }), (correct, hints) => {
      const next = after(start, attempt({ correct, hints, solutionSeen: true }));
      expect(next.learner.ability).toBe(start.learner.ability);
      expect(next.beliefs).toBe(start.beliefs);
      expect(next.learner.reviews).toEqual({});
      expect(next.learner.recent).toHaveLength(1);
    }),
  );
});

test('a right answer after hints raises ability, by less with each hint', () => {
  const means = [0, 1, 2, 3].map(
    (hints) => momentsAlong(after(start, attempt({ hints })).learner.ability, abilityDirection(0)).mean,
  );
  const unmoved = usualAbility.gainPerAttempt;
  for (const mean of means) expect(mean).toBeGreaterThan(unmoved);
  expect(means).toEqual(means.toSorted((one, other) => other - one));
});

test('an attempt on a skill that is not there is told, and changes nothing', () => {
  const unknown = attempt({ exercise: { ...exercises[0], skill: 'juggling' } });
  const recorded = recordAttempt(smallModel, start.beliefs, start.learner, unknown);
  expect(recorded.ok ? null : recorded.error.code).toBe('unknown-skill');
});

test('states are given back digit for digit from their JSON', () => {
  const at = (index: number) => morning + index * 3_600_000;
  const state = after(
    start,
    ...exercises
      .slice(0, 40)
      .map((exercise, index) =>
        attempt({ exercise, correct: index % 3 > 0, hints: index % 2, at: at(index) }),
      ),
  );
  const learner = JSON.parse(JSON.stringify(z.encode(learnerStateCodec, state.learner)));
  const beliefs = JSON.parse(JSON.stringify(z.encode(difficultyBeliefsCodec, state.beliefs)));
  const read = { learner: learnerStateCodec.parse(learner), beliefs: difficultyBeliefsCodec.parse(beliefs) };
  expect(read.beliefs).toEqual(state.beliefs);
  expect({ ...read.learner, ability: null }).toEqual({ ...state.learner, ability: null });
  expect(read.learner.ability.mean).toEqual(state.learner.ability.mean);
  const difference = read.learner.ability.covariance.map((value, cell) =>
    Math.abs(value - state.learner.ability.covariance[cell]),
  );
  expect(Math.max(...difference)).toBeLessThan(1e-12);
});

test('a state whose matrix does not fit its skills is refused', () => {
  const stored = z.encode(learnerStateCodec, start.learner);
  expect(learnerStateCodec.safeParse({ ...stored, skills: ['adding'] }).success).toBe(false);
  const short = { ...stored.ability, covariance: stored.ability.covariance.slice(1) };
  expect(learnerStateCodec.safeParse({ ...stored, ability: short }).success).toBe(false);
});

test('when the graph changes, what is known of a skill stays with it and a new one starts uncertain', () => {
  const { learner } = after(start, attempt(), attempt({ exercise: exercises[16] }));
  const changed = [{ id: 'counting', prerequisites: [], difficulty: 0 }, ...smallSkills.slice(0, 2)];
  const next = forSkills(learner, changed, usualAbility);
  expect(momentsAlong(next.ability, abilityDirection(1))).toEqual(
    momentsAlong(learner.ability, abilityDirection(0)),
  );
  const { mean, variance } = momentsAlong(next.ability, abilityDirection(0));
  expect(mean).toBe(learner.ability.mean[0]);
  expect(variance).toBeCloseTo(learner.ability.covariance[0] + usualAbility.skillDeviation ** 2, 9);
  expect(forSkills(learner, smallSkills, usualAbility)).toBe(learner);
});
