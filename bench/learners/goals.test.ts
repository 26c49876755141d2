import type { Performance } from '@praxis/core';
import { expect, test } from 'vitest';
import { verdictsOf } from './goals.ts';

const exact = (value: number) => ({ value, lower: value, upper: value });

const performance: Performance = {
  auroc: exact(0.7226),
  averagePrecision: exact(0.3424),
  brier: exact(0.1174),
  logLoss: exact(0.37),
  calibrationSlope: exact(1.101),
  calibrationIntercept: exact(0),
  ece: 0.03,
  observedToExpected: 1,
};

test('figures are compared at the three digits of the goal, calibration as it is', () => {
  const verdicts = verdictsOf({ auroc: 0.723, auprc: 0.343, brier: 0.117 }, performance);
  expect(verdicts.map(({ figure, met }) => [figure, met])).toEqual([
    ['auroc', true],
    ['auprc', false],
    ['brier', true],
    ['ece10', true],
    ['slope', false],
  ]);
});

test('a figure without a goal has no verdict', () => {
  const verdicts = verdictsOf({ auroc: 0.78 }, performance);
  expect(verdicts.map(({ figure, goal }) => [figure, goal])).toEqual([
    ['auroc', '≥ 0.780'],
    ['ece10', '≤ 0.030'],
    ['slope', '0.9 to 1.1'],
  ]);
});
