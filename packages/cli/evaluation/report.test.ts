import type { ModelCard } from '@praxis/core';
import { expect, test } from 'vitest';
import { reportJson, reportLines } from './report.ts';

const estimate = (value: number) => ({ value, lower: value - 0.0104, upper: value + 0.0126 });
const performance = (auroc: number): ModelCard['performance'] => ({
  auroc: estimate(auroc),
  averagePrecision: estimate(0.2216),
  brier: estimate(0.0671),
  logLoss: estimate(0.25),
  calibrationSlope: estimate(1.004),
  calibrationIntercept: estimate(0),
  ece: 0.01,
  observedToExpected: 1,
});
const card: ModelCard = {
  format: 2,
  vertical: 'diagnosis',
  outcome: 'diabetes',
  horizonDays: 1826,
  createdAt: '2026-11-24T00:00:00.000Z',
  learner: 'logisticRegression',
  data: { sources: [], cohortSha256: '', rows: 8926, events: 703, excluded: [] },
  split: { kind: 'stratifiedFolds', folds: 5, repeats: 1, nested: true, seed: 1 },
  features: [],
  candidates: [
    { learner: 'logisticRegression', parameters: {}, performance: performance(0.7801), seconds: 3 },
    { learner: 'deepTabular', parameters: {}, performance: performance(0.7812), seconds: 20 },
  ],
  why: 'notDistinguishableSimpler',
  parts: [{ learner: 'logisticRegression', weight: 1 }],
  performance: performance(0.7799),
  calibration: { method: 'platt', slope: 1, intercept: 0, bins: [] },
  subgroups: [],
  interval: { method: 'bootstrapRefits', replicates: 50, level: 0.95 },
  privacy: null,
  baselineLogOdds: -2.6,
  foldModels: [],
  limits: [],
  software: {},
  seconds: 30,
  files: [],
};

test('prints every figure with its interval, the candidates apart, and no more digits than it knows', () => {
  expect(reportLines(card, 31.24)).toEqual([
    'diabetes: AUROC 0.780 (0.770 to 0.792)',
    '  average precision  0.222 (0.211 to 0.234)',
    '  Brier score        0.0671 (0.0567 to 0.0797)',
    '  calibration slope  1.00 (0.99 to 1.02)',
    '  people             8,926, of whom 703 had the outcome within 1,826 days',
    '  chosen             logistic regression (AUROC of each: logistic regression 0.7801, deep tabular network 0.7812)',
    '  time               31.2 s',
  ]);
});

test('JSON is one line with the figures as they were computed', () => {
  const line = reportJson(card, 31.24);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({
    outcome: 'diabetes',
    auroc: { value: 0.7799 },
    learner: 'logisticRegression',
    rows: 8926,
    events: 703,
    seconds: 31.2,
  });
});
