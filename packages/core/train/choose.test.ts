import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { choose } from './choose.ts';

/** 1,000 rows, a quarter of them events; scores whose noise decides how well they rank. */
const labels = Uint8Array.from({ length: 1000 }, (_, row) => (row % 4 === 0 ? 1 : 0));
function scores(noise: number, seed: number) {
  const random = createRandom(seed);
  return { probabilities: Float64Array.from(labels, (label) => label + noise * random.normal()) };
}

test('the richer learner is taken where it ranks better beyond chance', () => {
  const [simpler, richer] = [scores(2, 1), scores(1, 2)];
  expect(choose(labels, simpler, richer)).toEqual({ chosen: richer, why: 'betterAuroc' });
});

test('the simpler one stays where they cannot be told apart, or the richer is worse', () => {
  const simpler = scores(1, 1);
  const alike = { probabilities: simpler.probabilities.map((p, row) => p + 0.01 * Math.sin(row)) };
  expect(choose(labels, simpler, alike)).toEqual({ chosen: simpler, why: 'notDistinguishableSimpler' });
  expect(choose(labels, simpler, scores(2, 2)).chosen).toBe(simpler);
});
