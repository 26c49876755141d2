import { expect, test } from 'vitest';
import { thresholdTable } from './thresholds.ts';
import { curveThresholds, tableThresholds } from './usual-thresholds.ts';

const labels = Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 0);
const probabilities = Float64Array.of(0.9, 0.5, 0.2, 0.6, 0.3, 0.2, 0.1, 0.1);

test('a threshold of 0.5 flags the rows at it and above, and the four shares are of their own rows', () => {
  const [row] = thresholdTable(labels, probabilities, [0.5]);
  expect(row.flagged).toBe(3);
  expect(row.sensitivity?.value).toBeCloseTo(2 / 3, 12);
  expect(row.specificity?.value).toBeCloseTo(4 / 5, 12);
  expect(row.ppv?.value).toBeCloseTo(2 / 3, 12);
  expect(row.npv?.value).toBeCloseTo(4 / 5, 12);
  // Wilson's interval of 4 of 5.
  expect(row.npv?.lower).toBeCloseTo(0.3755, 4);
});

test('the share of nothing is null, not 0', () => {
  const [all, none] = thresholdTable(labels, probabilities, [0.05, 0.95]);
  expect(all).toMatchObject({ flagged: 8, npv: null });
  expect(none).toMatchObject({ flagged: 0, ppv: null, sensitivity: { value: 0 } });
});

test('thresholds that flag nobody are left out', () => {
  expect(tableThresholds(Float64Array.of(0.02, 0.12))).toEqual([0.01, 0.02, 0.05, 0.1]);
  expect(curveThresholds(Float64Array.of(0.021)).length).toBe(2);
});
