import { expect, test } from 'vitest';
import { averagePrecision } from './average-precision.ts';

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
