import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { calibrationDrift, featureDrift } from './drift.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { stabilityOfCategories } from './population-stability.ts';

const random = createRandom(4);
const normal = (rows: number, mean: number) =>
  Float32Array.from({ length: rows }, () => random.normal() + mean);
const numberFeature = { name: 'x', kind: 'number', unit: null } as const;
const matrix = (values: Float32Array) => ({ features: [numberFeature], rows: values.length, values });

test('the index of two shares, by hand', () => {
  const codes = (ones: number, zeros: number) => [...Array(ones).fill(1), ...Array(zeros).fill(0)];
  // Half a row is counted into each of two bins of a hundred rows.
  const [was, is] = [50.5 / 101, 80.5 / 101];
  const expected = (is - was) * Math.log(is / was) + (was - is) * Math.log((1 - is) / (1 - was));
  expect(stabilityOfCategories(codes(50, 50), codes(80, 20))).toBeCloseTo(expected, 12);
});

test('rows of one distribution do not drift; a shift by one deviation does, in both figures', () => {
  const before = normal(2000, 0);
  const [same] = featureDrift(matrix(before), matrix(normal(2000, 0)));
  const [moved] = featureDrift(matrix(before), matrix(normal(2000, 1)));
  expect(same.stability).toBeLessThan(0.02);
  expect(same.kolmogorovSmirnov?.p).toBeGreaterThan(0.01);
  expect(moved.stability).toBeGreaterThan(0.25);
  expect(moved.kolmogorovSmirnov?.p).toBeLessThan(1e-12);
});

test('values that went missing are drift, though those left are as before', () => {
  const before = normal(2000, 0);
  const [drift] = featureDrift(matrix(before), matrix(before.map((x, row) => (row % 2 ? x : Number.NaN))));
  expect(drift.missing).toEqual({ before: 0, after: 0.5 });
  expect(drift.stability).toBeGreaterThan(0.25);
});

test('the largest distance between two cumulative shares, ties and all', () => {
  const found = kolmogorovSmirnov(Float64Array.of(1, 2, 2, 3), Float64Array.of(2, 3, 4, 5));
  expect(found.statistic).toBe(0.5);
});

test('a model whose events become half as many is told so, with an interval', () => {
  const set = (factor: number) => {
    const probabilities = Float64Array.from({ length: 5000 }, () => 0.05 + 0.5 * random.uniform());
    const labels = Uint8Array.from(probabilities, (p) => (random.uniform() < p * factor ? 1 : 0));
    return { labels, probabilities };
  };
  const steady = calibrationDrift(set(1), set(1)).observedToExpected.change;
  expect(steady.lower).toBeLessThan(0);
  expect(steady.upper).toBeGreaterThan(0);
  const drift = calibrationDrift(set(1), set(0.5));
  expect(drift.observedToExpected.change.value).toBeCloseTo(-0.5, 1);
  expect(drift.observedToExpected.change.upper).toBeLessThan(-0.4);
  expect(drift.intercept.change.upper).toBeLessThan(0);
});
