import { expect, test } from 'vitest';
import { calibrationFinding } from './calibration-finding.ts';

const agrees = (predicted: number) => ({
  predicted,
  observed: predicted,
  lower: predicted - 0.02,
  upper: predicted + 0.02,
});
const tooHigh = (predicted: number) => ({
  predicted,
  observed: predicted / 2,
  lower: predicted / 2 - 0.01,
  upper: predicted / 2 + 0.01,
});
const tooLow = (predicted: number) => ({
  predicted,
  observed: predicted * 2,
  lower: predicted * 1.5,
  upper: predicted * 2.5,
});

test('all intervals hold the predicted risk: well calibrated', () => {
  expect(calibrationFinding([agrees(0.05), agrees(0.1), agrees(0.3)])).toEqual({
    kind: 'good',
    wrong: 0,
    groups: 3,
  });
});

test('only the upper end is off: well calibrated below it', () => {
  expect(calibrationFinding([agrees(0.05), agrees(0.2), tooHigh(0.4)])).toEqual({
    kind: 'below',
    threshold: expect.closeTo(0.3, 12),
    direction: 'high',
  });
});

test('only the lower end is off: well calibrated above it', () => {
  expect(calibrationFinding([tooLow(0.02), agrees(0.1), agrees(0.3)])).toEqual({
    kind: 'above',
    threshold: expect.closeTo(0.06, 12),
    direction: 'low',
  });
});

test('off in the middle, at both ends, in both directions or everywhere is no simple story', () => {
  expect(calibrationFinding([agrees(0.05), tooHigh(0.1), agrees(0.3)])).toMatchObject({
    kind: 'mixed',
    wrong: 1,
  });
  expect(calibrationFinding([agrees(0.05), tooHigh(0.1), tooLow(0.3)])).toMatchObject({
    kind: 'mixed',
    wrong: 2,
  });
  expect(calibrationFinding([tooHigh(0.1), tooHigh(0.3)])).toMatchObject({ kind: 'mixed', wrong: 2 });
});
