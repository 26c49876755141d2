import { expect, test } from 'vitest';
import type { Explainable } from '../explain/what-matters.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { asOne } from './held-out-models.ts';

const features = ['a', 'b'].map((name) => ({ name, kind: 'number' as const, unit: null }));
const matrixOf = (values: number[]): FeatureMatrix => ({
  features,
  rows: values.length / 2,
  values: Float32Array.from(values),
});

/** Answers `factor` × the first feature. */
function model(factor: number): Explainable {
  return {
    probability: async ({ rows, values }) =>
      Array.from({ length: rows }, (_, row) => factor * values[2 * row]),
    contributions: async ({ values }) => Float64Array.from(values, (value) => factor * value),
  };
}
const parts = [
  { rows: 2, model: model(1) },
  { rows: 1, model: model(10) },
];

test('each row is asked of its own model, however many times over the rows come', async () => {
  const { probability, contributions } = asOne(parts);
  expect(Array.from(await probability(matrixOf([1, 0, 2, 0, 3, 0])))).toEqual([1, 2, 30]);
  expect(Array.from(await probability(matrixOf([1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0])))).toEqual([
    1, 2, 30, 4, 5, 60,
  ]);
  expect([...((await contributions(matrixOf([1, 7, 2, 8, 3, 9]))) ?? [])]).toEqual([1, 7, 2, 8, 30, 90]);
});

test('where a model gives no contributions there are none', async () => {
  const silent = { ...model(1), contributions: async () => null };
  const one = asOne([parts[0], { rows: 1, model: silent }]);
  expect(await one.contributions(matrixOf([1, 7, 2, 8, 3, 9]))).toBeNull();
});
