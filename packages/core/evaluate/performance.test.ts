import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { calibrationBins, expectedCalibrationError } from './calibration-bins.ts';
import { performanceOf, subgroupPerformance } from './performance.ts';

const reference = new URL('../../../../shared/data/reference/medical/metrics-vector.json', import.meta.url);
const referenceIsHere = existsSync(reference);

test.skipIf(!referenceIsHere)(
  `ten worked predictions give the reference figures${referenceIsHere ? '' : ' (skipped: reference data not here)'}`,
  () => {
    const vector = z
      .object({
        y: z.array(z.number()),
        p: z.array(z.number()),
        AUROC: z.number(),
        AUPRC: z.number(),
        Brier: z.number(),
        ECE10: z.number(),
        cal_slope: z.number(),
        O_E: z.number(),
      })
      .parse(JSON.parse(readFileSync(reference, 'utf8')));
    const labels = Uint8Array.from(vector.y);
    const probabilities = Float64Array.from(vector.p);
    const found = performanceOf(labels, probabilities, 1);
    expect(found.auroc.value).toBeCloseTo(vector.AUROC, 12);
    expect(found.averagePrecision.value).toBeCloseTo(vector.AUPRC, 12);
    expect(found.brier.value).toBeCloseTo(vector.Brier, 12);
    // The reference stopped 3.6e-5 short of the optimum (scikit-learn's default tolerance).
    expect(Math.abs(found.calibrationSlope.value - vector.cal_slope)).toBeLessThan(1e-4);
    expect(found.observedToExpected).toBeCloseTo(vector.O_E, 12);
    // The reference bins by width, each bin closed on the left; the card by count.
    const groups = Array.from({ length: 10 }, (_, bin) =>
      Int32Array.from(vector.p.keys()).filter((row) => Math.floor(vector.p[row] * 10) === bin),
    ).filter((group) => group.length > 0);
    expect(expectedCalibrationError(calibrationBins(labels, probabilities, groups))).toBeCloseTo(
      vector.ECE10,
      12,
    );
  },
);

test('log loss and Brier score of four predictions, by hand', () => {
  const found = performanceOf(Uint8Array.of(1, 0, 1, 0), Float64Array.of(0.8, 0.4, 0.5, 0.2), 1);
  expect(found.logLoss.value).toBeCloseTo(-Math.log(0.8 * 0.6 * 0.5 * 0.8) / 4, 12);
  expect(found.brier.value).toBeCloseTo((0.04 + 0.16 + 0.25 + 0.04) / 4, 12);
  // Squared errors .04 .16 .25 .04: standard deviation 0.102103, standard error half of it.
  expect(found.brier.upper - found.brier.value).toBeCloseTo(1.959964 * 0.0510514, 5);
});

test('a certain prediction that fails costs much but not infinitely much', () => {
  const found = performanceOf(Uint8Array.of(1, 0, 1), Float64Array.of(0, 0.5, 1), 1);
  expect(found.logLoss.value).toBeGreaterThan(5);
  expect(Number.isFinite(found.logLoss.value)).toBe(true);
});

test('a subgroup with fewer than 20 events or non-events is counted but not judged', () => {
  const labels = Uint8Array.from({ length: 100 }, (_, row) => (row % 2 === 0 ? 1 : 0));
  const probabilities = Float64Array.from({ length: 100 }, (_, row) => (row % 2 === 0 ? 0.5 : 0.4));
  const everyone = Int32Array.from(labels.keys());
  const [all, few] = subgroupPerformance(labels, probabilities, [
    { group: 'sex', level: 'female', members: everyone },
    { group: 'sex', level: 'male', members: everyone.subarray(0, 39) },
  ]);
  expect(all).toMatchObject({ rows: 100, events: 50, auroc: { value: 1 } });
  expect(all.observedToExpected).toBeCloseTo(50 / 45, 12);
  expect(few).toEqual({
    group: 'sex',
    level: 'male',
    rows: 39,
    events: 20,
    auroc: null,
    observedToExpected: null,
    smallCell: 'tooFewRows',
  });
});

test('a subgroup that is not judged says what there is too little of', () => {
  const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 50 ? 1 : 0));
  const probabilities = new Float64Array(100).fill(0.5);
  const members = (from: number, to: number) => Int32Array.from(labels.keys()).subarray(from, to);
  const rows = subgroupPerformance(labels, probabilities, [
    { group: 'a', level: 'others', members: members(0, 60) },
    { group: 'a', level: 'events', members: members(40, 100) },
    { group: 'a', level: 'enough', members: members(0, 100) },
  ]);
  expect(rows.map(({ smallCell }) => smallCell)).toEqual(['tooFewOthers', 'tooFewEvents', undefined]);
});
