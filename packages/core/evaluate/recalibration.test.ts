import { expect, test } from 'vitest';
import {
  calibrationIntercept,
  calibrationSlope,
  logOddsOf,
  plattScaling,
  probabilityOf,
} from './recalibration.ts';

/** 40 rows at log-odds 0 with 10 events, 60 rows at log-odds 1 with 30: a 2 × 2 table has closed forms. */
const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 10 || (row >= 40 && row < 70) ? 1 : 0));
const logOdds = Float64Array.from({ length: 100 }, (_, row) => (row < 40 ? 0 : 1));

test('slope of a 2 × 2 table is its log odds ratio with Woolf’s variance', () => {
  const { value, lower, upper } = calibrationSlope(labels, logOdds);
  const half = 1.959963984540054 * Math.sqrt(1 / 10 + 1 / 30 + 1 / 30 + 1 / 30);
  expect(value).toBeCloseTo(Math.log(3), 8);
  expect(lower).toBeCloseTo(Math.log(3) - half, 6);
  expect(upper).toBeCloseTo(Math.log(3) + half, 6);
});

test('intercept with the slope held at 1 is the distance of the log-odds where all predictions are equal', () => {
  const found = calibrationIntercept(Uint8Array.of(1, 0, 0, 0), new Float64Array(4).fill(logOddsOf(0.5)));
  expect(found.value).toBeCloseTo(Math.log(1 / 3), 8);
  expect(found.upper - found.value).toBeCloseTo(1.959963984540054 / Math.sqrt(4 * 0.25 * 0.75), 6);
});

test('Platt’s scaling undoes a distortion of the log-odds', () => {
  const { slope, intercept } = plattScaling(
    labels,
    logOdds.map((x) => 5 * x - 2),
  );
  const at = (x: number) => probabilityOf(intercept + slope * (5 * x - 2));
  // The smoothed targets move both shares a little towards one half.
  expect(at(0)).toBeCloseTo(10 / 40, 1);
  expect(at(1)).toBeCloseTo(30 / 60, 2);
});

test('scores that separate the classes get a finite scaling', () => {
  const { slope, intercept } = plattScaling(Uint8Array.of(0, 0, 1, 1), Float64Array.of(-2, -1, 1, 2));
  expect(slope).toBeGreaterThan(0);
  expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
  const constant = plattScaling(Uint8Array.of(0, 1), Float64Array.of(3, 3));
  expect(probabilityOf(constant.intercept + constant.slope * 3)).toBeCloseTo(0.5, 6);
  const perfect = calibrationSlope(Uint8Array.of(0, 0, 1, 1), Float64Array.of(-2, -1, 1, 2));
  expect(Object.values(perfect).every(Number.isFinite)).toBe(true);
});
