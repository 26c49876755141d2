import { createRandom } from '@praxis/core';
import { expect, test } from 'vitest';
import { type KnowledgeParameters, knownAfter, rightProbability } from './knowledge-filter.ts';
import { fitKnowledge } from './knowledge-fit.ts';

const truth: KnowledgeParameters = { prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1 };

/** Learners who know or do not know the skill, as the model says. */
function simulated(learners: number, attempts: number) {
  const random = createRandom(5);
  return Array.from({ length: learners }, () => {
    let knows = random.uniform() < truth.prior;
    return Array.from({ length: attempts }, () => {
      const right = random.uniform() < (knows ? 1 - truth.slip : truth.guess) ? 1 : 0;
      knows ||= random.uniform() < truth.learn;
      return right;
    });
  });
}

const start: KnowledgeParameters = { prior: 0.5, learn: 0.1, guess: 0.3, slip: 0.2 };

function logLikelihood(answers: readonly (readonly number[])[], parameters: KnowledgeParameters): number {
  let sum = 0;
  for (const sequence of answers) {
    let known = parameters.prior;
    for (const answer of sequence) {
      const right = rightProbability(known, parameters);
      sum += Math.log(answer === 1 ? right : 1 - right);
      known = knownAfter(known, answer === 1, parameters);
    }
  }
  return sum;
}

test('the parameters of simulated learners are found again', () => {
  const found = fitKnowledge(simulated(4000, 12), { parameters: start, strength: 1 });
  for (const name of ['prior', 'learn', 'guess', 'slip'] as const) {
    expect(Math.abs(found[name] - truth[name]), name).toBeLessThan(0.02);
  }
});

test('no parameter can be moved to a higher likelihood', () => {
  const answers = simulated(1000, 8);
  const found = fitKnowledge(answers, { parameters: start, strength: 1e-9 });
  const best = logLikelihood(answers, found);
  for (const name of ['prior', 'learn', 'guess', 'slip'] as const) {
    for (const move of [-0.02, 0.02]) {
      expect(logLikelihood(answers, { ...found, [name]: found[name] + move }), name).toBeLessThan(best);
    }
  }
});

test('few answers leave what was known before nearly as it was', () => {
  const { learn } = fitKnowledge([[1, 1]], { parameters: start, strength: 50 });
  expect(Math.abs(learn - start.learn)).toBeLessThan(0.02);
});
