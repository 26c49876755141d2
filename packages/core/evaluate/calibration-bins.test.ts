import { expect, test } from 'vitest';
import { calibrationBins, equalCountGroups, expectedCalibrationError, wilson } from './calibration-bins.ts';

test('groups hold every row once, from low to high, their sizes at most one apart', () => {
  const probabilities = Float64Array.from({ length: 47 }, (_, row) => ((row * 29) % 47) / 47);
  const groups = equalCountGroups(probabilities, 10);
  expect(groups.flatMap((group) => [...group]).map((row) => Math.round(probabilities[row] * 47))).toEqual(
    Array.from({ length: 47 }, (_, place) => place),
  );
  const sizes = groups.map((group) => group.length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

test('fewer rows than groups leave no empty bin', () => {
  expect(equalCountGroups(Float64Array.of(0.2, 0.1), 10)).toHaveLength(2);
});

test('bins give the means and the calibration error weights them by rows', () => {
  const labels = Uint8Array.of(0, 1, 1, 1);
  const bins = calibrationBins(labels, Float64Array.of(0.1, 0.3, 0.6, 0.8), [
    Int32Array.of(0, 1, 2),
    Int32Array.of(3),
  ]);
  expect(bins[0].predicted).toBeCloseTo(1 / 3, 12);
  expect(bins[0].observed).toBeCloseTo(2 / 3, 12);
  expect(expectedCalibrationError(bins)).toBeCloseTo(0.75 * (1 / 3) + 0.25 * 0.2, 12);
});

test('Wilson’s interval of 10 in 100 and of 0 in 10 is the published one', () => {
  expect(wilson(10, 100).lower).toBeCloseTo(0.0552, 4);
  expect(wilson(10, 100).upper).toBeCloseTo(0.1744, 4);
  expect(wilson(0, 10).lower).toBe(0);
  expect(wilson(0, 10).upper).toBeCloseTo(0.2775, 4);
});
