import { expect, test } from 'vitest';
import type { FeatureMatrix } from '../table/matrix.ts';
import { type Explainable, whatMatters } from './what-matters.ts';

const features = ['none', 'half', 'whole'].map((name) => ({ name, kind: 'number' as const, unit: null }));
const rows = 400;
const values = Float32Array.from({ length: 3 * rows }, (_, at) => Math.sin(at * at));
const matrix: FeatureMatrix = { features, rows, values };
const weights = [0, 1, 2];
const logOdds = (row: number) =>
  weights.reduce((sum, weight, column) => sum + weight * values[3 * row + column], 0);
const labels = Uint8Array.from({ length: rows }, (_, row) => (logOdds(row) > 0 ? 1 : 0));
const model: Explainable = {
  probability: async ({ rows: asked, values: given }) =>
    Array.from({ length: asked }, (_, row) => {
      const sum = weights.reduce((total, weight, column) => total + weight * given[3 * row + column], 0);
      return 1 / (1 + Math.exp(-sum));
    }),
  contributions: async ({ values: given }) =>
    Float64Array.from(given, (value, at) => weights[at % 3] * value),
};
const options = { repeats: 2, mostShuffled: 2, mostDrawn: 2, points: 5, dependenceRows: 100, seed: 1 };

test('the most important come first with their share of all; only the first are shuffled and drawn', async () => {
  const { features: found, dependence } = await whatMatters(model, matrix, labels, options);
  expect(found.map(({ feature }) => feature)).toEqual(['whole', 'half', 'none']);
  const [whole, half, none] = found;
  expect(whole.share).toBeCloseTo(2 / 3, 1);
  expect((whole.share ?? 0) + (half.share ?? 0)).toBeCloseTo(1, 12);
  expect(whole.permutation?.value).toBeGreaterThan(half.permutation?.value ?? 1);
  expect(none).toEqual({
    feature: 'none',
    share: 0,
    contribution: { value: 0, lower: 0, upper: 0 },
    permutation: null,
  });
  expect(dependence.map(({ feature }) => feature)).toEqual(['whole', 'half']);
});

test('without contributions what is lost decides, and no feature has a share', async () => {
  const silent = { ...model, contributions: async () => null };
  const { features: found } = await whatMatters(silent, matrix, labels, options);
  expect(found.map(({ feature }) => feature)).toEqual(['whole', 'half', 'none']);
  expect(found.map(({ share }) => share)).toEqual([null, null, null]);
  expect(found[2].permutation).toEqual({ value: 0, lower: 0, upper: 0 });
});

test('without outcomes nothing is said of what is lost', async () => {
  const { features: found } = await whatMatters(model, matrix, null, options);
  expect(found.map(({ permutation }) => permutation)).toEqual([null, null, null]);
});
