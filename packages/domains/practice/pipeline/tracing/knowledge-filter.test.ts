import { expect, test } from 'vitest';
import { knownAfter, rightProbability } from './knowledge-filter.ts';

// Given to six digits, which leaves two millionths of the probabilities open.
const parameters = { prior: 0.155027, learn: 0.124298, guess: 0.307796, slip: 0.00102 };

test('the filter gives the published probabilities of a right answer: at first, after a right and after a wrong one', () => {
  const { prior } = parameters;
  expect(rightProbability(prior, parameters)).toBeCloseTo(0.414949, 5);
  expect(rightProbability(knownAfter(prior, true, parameters), parameters)).toBeCloseTo(0.619611, 5);
  expect(rightProbability(knownAfter(prior, false, parameters), parameters)).toBeCloseTo(0.393873, 5);
});

test('an answer that no parameter allows leaves knowledge as it was, but for what was learnt', () => {
  const certain = { prior: 1, learn: 0.5, guess: 0, slip: 0 };
  expect(knownAfter(1, false, certain)).toBe(1);
  expect(knownAfter(0, true, certain)).toBe(0.5);
});
