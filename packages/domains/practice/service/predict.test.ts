import { cholesky, createRandom } from '@praxis/core';
import { expect, test } from 'vitest';
import { successProbability } from '../pipeline/difficulty/answer-model.ts';
import { firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { abilityPrior, usualAbility } from '../pipeline/difficulty/skill-prior.ts';
import { morning, smallDifficulty, smallExercises, smallSkills } from '../testing/small-practice.ts';
import { recordAttempt } from './attempt.ts';
import { newLearner } from './learner-state.ts';
import { predictExercise, predictSkills } from './predict.ts';

const still = { ...usualAbility, gainPerAttempt: 0, gainDeviation: 0.001 };
/** Difficulties are known, so that only learners differ. */
const known = { ...smallDifficulty, covariance: [1e-6, 0, 0, 1e-6], templateDeviation: 0.001 };
const model = { skills: smallSkills, difficulty: known, ability: still };

/** 600 learners of the model itself answer 12 exercises; then one more is predicted. */
function predictions() {
  const random = createRandom(11);
  const prior = abilityPrior(smallSkills, still);
  const size = prior.mean.length;
  const lower = cholesky(prior.covariance, size);
  if ('deficient' in lower) throw new Error('the prior has no root');
  const exercises = smallExercises(3).filter(({ difficulty }) => Math.abs(difficulty) < 2);
  return Array.from({ length: 600 }, () => {
    const draws = Array.from({ length: size }, () => random.normal());
    const truth = draws.map((_, row) =>
      draws.slice(0, row + 1).reduce((sum, draw, column) => sum + draw * lower[row * size + column], 0),
    );
    const logitOf = (exercise: (typeof exercises)[number]) =>
      truth[0] +
      truth[1 + smallSkills.findIndex(({ id }) => id === exercise.skill)] -
      exercise.difficulty -
      0.5 * (exercise.features.steps - 2);
    let state = { beliefs: firstBeliefs(known), learner: newLearner(smallSkills, still) };
    for (let index = 0; index < 12; index++) {
      const exercise = exercises[random.below(exercises.length)];
      const correct = random.uniform() < successProbability(logitOf(exercise), known);
      const attempt = { exercise, correct, hints: 0, solutionSeen: false, review: false, at: morning };
      const recorded = recordAttempt(model, state.beliefs, state.learner, attempt);
      if (!recorded.ok) throw new Error(recorded.error.message);
      state = recorded.value;
    }
    const next = exercises[random.below(exercises.length)];
    const predicted = predictExercise(model, state.beliefs, state.learner, next, morning);
    if (predicted === null) throw new Error('the skill is known');
    return { ...predicted, truth: successProbability(logitOf(next), known) };
  });
}

test('the interval holds the true probability nine times out of ten, and the mean is right on average', () => {
  const all = predictions();
  const inside = all.filter(({ low, high, truth }) => low <= truth && truth <= high).length / all.length;
  // Three standard errors of a share of 0.9 among 600.
  expect(Math.abs(inside - 0.9)).toBeLessThan(0.037);
  const bias = all.reduce((sum, { success, truth }) => sum + success - truth, 0) / all.length;
  expect(Math.abs(bias)).toBeLessThan(0.02);
});

test('mastery is claimed only with certainty: nobody starts with it, and it comes with right answers', () => {
  const first = newLearner(smallSkills, usualAbility);
  const before = predictSkills({ ...model, ability: usualAbility }, first.ability);
  expect(before.some(({ mastered }) => mastered)).toBe(false);
  let state = { beliefs: firstBeliefs(known), learner: first };
  for (const exercise of smallExercises(5).filter(({ skill }) => skill === 'adding')) {
    const recorded = recordAttempt(model, state.beliefs, state.learner, {
      exercise,
      correct: true,
      hints: 0,
      solutionSeen: false,
      review: false,
      at: morning,
    });
    if (!recorded.ok) throw new Error(recorded.error.message);
    state = recorded.value;
  }
  const [adding, multiplying, , reading] = predictSkills(model, state.learner.ability);
  expect(adding.mastered).toBe(true);
  expect(adding.masteredWith).toBeGreaterThan(multiplying.masteredWith);
  expect(multiplying.masteredWith).toBeGreaterThan(reading.masteredWith);
});
