import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { averagePrecision, averagePrecisionValue, compareAveragePrecision } from './average-precision.ts';

test('sums precision over the recall steps, equal scores making one step', () => {
  // Falling: 1 | 0 1 (tied) | 0: half the recall at precision 1, half at 2/3.
  const found = averagePrecision(Uint8Array.of(0, 1, 1, 0), Float64Array.of(0.1, 0.5, 0.9, 0.5), 1);
  expect(found.value).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 12);
});

test('a constant score has the share of events as its average precision', () => {
  expect(averagePrecision(Uint8Array.of(1, 0, 0, 0, 1), new Float64Array(5), 1).value).toBeCloseTo(0.4, 12);
});

test('a perfect order is 1 in every resample that holds an event', () => {
  const labels = Uint8Array.from({ length: 60 }, (_, row) => (row < 30 ? 1 : 0));
  const scores = Float64Array.from({ length: 60 }, (_, row) => -row);
  expect(averagePrecision(labels, scores, 1)).toEqual({ value: 1, lower: 1, upper: 1 });
});

test('the interval repeats by seed and narrows like the root of the rows', () => {
  const make = (rows: number) => ({
    labels: Uint8Array.from({ length: rows }, (_, row) => (row % 4 === 0 ? 1 : 0)),
    scores: Float64Array.from({ length: rows }, (_, row) => Math.sin(row) + (row % 4 === 0 ? 1 : 0)),
  });
  const width = (rows: number) => {
    const { labels, scores } = make(rows);
    const found = averagePrecision(labels, scores, 5);
    expect(found).toEqual(averagePrecision(labels, scores, 5));
    expect(found.lower).toBeLessThan(found.value);
    expect(found.upper).toBeGreaterThan(found.value);
    return found.upper - found.lower;
  };
  // Expected ratio 2 for four times the rows; the resampled ends wander by some 5 %.
  expect(width(400) / width(1600)).toBeGreaterThan(1.6);
  expect(width(400) / width(1600)).toBeLessThan(2.5);
});

test('the standard error of a difference is that of many draws of new rows, and the same scores differ by nothing', () => {
  const random = createRandom(3);
  const draw = (rows: number) => {
    const labels = Uint8Array.from({ length: rows }, () => (random.uniform() < 0.1 ? 1 : 0));
    const noisy = (noise: number) => Float64Array.from(labels, (label) => label + noise * random.normal());
    return { labels, a: noisy(0.6), b: noisy(0.8) };
  };
  const drawn = Array.from({ length: 200 }, () => {
    const { labels, a, b } = draw(1000);
    return averagePrecisionValue(labels, a) - averagePrecisionValue(labels, b);
  });
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  const deviation = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (drawn.length - 1));

  const { labels, a, b } = draw(1000);
  const { difference, lower, upper } = compareAveragePrecision(labels, a, b, 1);
  expect(difference).toBeCloseTo(averagePrecisionValue(labels, a) - averagePrecisionValue(labels, b), 12);
  // 100 resamples of one table know it to about a tenth, and the table is itself one draw.
  const error = (upper - lower) / (2 * 1.96);
  expect(error / deviation).toBeGreaterThan(0.7);
  expect(error / deviation).toBeLessThan(1.4);
  expect(compareAveragePrecision(labels, a, a, 1)).toEqual({ difference: 0, lower: 0, upper: 0, p: 1 });
});
