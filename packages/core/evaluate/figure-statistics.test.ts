import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { auroc } from './auroc.ts';
import { bootstrap } from './bootstrap.ts';
import { figureStatistics } from './figure-statistics.ts';
import { performanceOf } from './performance.ts';

const random = createRandom(8);
const probabilities = Float64Array.from({ length: 300 }, () => 0.05 + 0.9 * random.uniform());
const labels = Uint8Array.from(probabilities, (p) => (random.uniform() < p ? 1 : 0));
const groups = Int32Array.from(labels.keys());

test('of all rows they are the figures of the card', () => {
  const card = performanceOf(labels, probabilities, 1);
  const found = Object.fromEntries(
    figureStatistics(labels, probabilities).map(([name, statistic]) => [name, statistic(groups)]),
  );
  expect(found.auroc).toBe(card.auroc.value);
  expect(found.averagePrecision).toBe(card.averagePrecision.value);
  expect(found.brier).toBeCloseTo(card.brier.value, 12);
  expect(found.logLoss).toBeCloseTo(card.logLoss.value, 12);
  expect(found.ici).toBe(card.ici);
  expect(found.observedToExpected).toBeCloseTo(card.observedToExpected, 12);
});

test('without groups the interval of the AUROC is that of DeLong, nearly', () => {
  const statistics = figureStatistics(labels, probabilities).filter(([name]) => name === 'auroc');
  const found = bootstrap(statistics, { groups, resamples: 1000, seed: 2 }).get('auroc');
  const analytic = auroc(labels, probabilities);
  expect(Math.abs((found?.lower ?? 0) - analytic.lower)).toBeLessThan(0.01);
  expect(Math.abs((found?.upper ?? 0) - analytic.upper)).toBeLessThan(0.01);
});
