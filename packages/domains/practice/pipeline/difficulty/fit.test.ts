import { createRandom } from '@praxis/core';
import { expect, test } from 'vitest';
import { fitDifficulty } from './fit.ts';
import type { CollectedAnswer } from './fit-design.ts';

const truth = { steps: 0.6, digits: 0.3 };
const spread = { overall: 1, skill: 0.5, template: 0.4 };

/** Answers of a Rasch world: 150 learners, 4 skills of 10 templates, 40 answers each. */
function answers(seed: number): CollectedAnswer[] {
  const random = createRandom(seed);
  const own = Array.from({ length: 40 }, () => spread.template * random.normal());
  return Array.from({ length: 150 }, (_, learner) => {
    const overall = spread.overall * random.normal();
    const skills = Array.from({ length: 4 }, () => spread.skill * random.normal());
    return Array.from({ length: 40 }, () => {
      const template = random.below(40);
      const features = { steps: 3 + random.normal(), digits: 5 + 2 * random.normal(), same: 1 };
      const offset = random.normal();
      const difficulty =
        offset + truth.steps * (features.steps - 3) + truth.digits * (features.digits - 5) + own[template];
      const logit = overall + skills[template % 4] - difficulty;
      return {
        learner: `${learner}`,
        exercise: {
          id: '',
          skill: `${template % 4}`,
          template: `${template}`,
          difficulty: offset,
          features,
        },
        correct: random.uniform() < 1 / (1 + Math.exp(-logit)),
        evidence: 1,
      };
    });
  }).flat();
}

test('weights lie within four standard errors of the truth, spreads near it, a constant feature is left out', async () => {
  const fit = await fitDifficulty(answers(5), { guess: 0, slip: 0 });
  if (!fit.ok) throw new Error(fit.error.message);
  const { model, overallDeviation, skillDeviation } = fit.value;
  expect(model.features.map(({ name }) => name)).toEqual(['digits', 'steps']);
  model.features.forEach(({ name, scale }, place) => {
    const size = model.weights.length;
    const error = Math.sqrt(model.covariance[(place + 1) * size + place + 1]) / scale;
    const weight = model.weights[place + 1] / scale;
    expect(error).toBeLessThan(0.06);
    expect(Math.abs(weight - (name === 'steps' ? truth.steps : truth.digits))).toBeLessThan(4 * error);
  });
  // Laplace's approximation makes spreads a little too small; the sample's own error is about a tenth.
  expect(Math.abs(overallDeviation - spread.overall)).toBeLessThan(0.25);
  expect(Math.abs(skillDeviation - spread.skill)).toBeLessThan(0.2);
  expect(Math.abs(model.templateDeviation - spread.template)).toBeLessThan(0.15);
});

test('too few answers are told, not fitted', async () => {
  const fit = await fitDifficulty(answers(5).slice(0, 20), { guess: 0, slip: 0 });
  expect(fit.ok ? null : fit.error.code).toBe('too-few-answers');
});
