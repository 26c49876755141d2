import type { ModelCard } from '@praxis/core';
import { expect, test } from 'vitest';
import type { AbstentionFigures } from './abstentions.ts';
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

const abstentions: readonly AbstentionFigures[] = [
  {
    reason: null,
    scored: 12_000,
    people: 8000,
    events: 640,
    observed: { value: 0.08, lower: 0.07, upper: 0.09 },
    predicted: 0.081,
    auroc: estimate(0.7801),
    brier: estimate(0.0671),
  },
  {
    reason: 'unlikeTraining',
    scored: 3000,
    people: 9,
    events: 1,
    observed: { value: 1 / 9, lower: 0.02, upper: 0.435 },
    predicted: 0.14,
    auroc: null,
    brier: null,
  },
];

test('prints every figure with its interval, the candidates apart, and no more digits than it knows', () => {
  expect(reportLines(card, abstentions, 31.24)).toEqual([
    'diabetes: AUROC 0.780 (0.770 to 0.792)',
    '  average precision  0.222 (0.211 to 0.234)',
    '  Brier score        0.0671 (0.0567 to 0.0797)',
    '  calibration slope  1.00 (0.99 to 1.02)',
    '  people             8,926, of whom 703 had the outcome within 1,826 days',
    '  chosen             logistic regression (AUROC of each: logistic regression 0.7801, deep tabular network 0.7812)',
    '  group                              of all scored     held out, events  observed               predicted  AUROC                   Brier score',
    '  risk given                         12,000 of 15,000  8,000, 640        8.0% (7.0% to 9.0%)    8.1%       0.780 (0.770 to 0.793)  0.0671 (0.0567 to 0.0797)',
    '  unlike the people it learned from  3,000 of 15,000   9, 1              11.1% (2.0% to 43.5%)  14.0%      -                       -',
    '  time               31.2 s',
  ]);
});

test('JSON is one line with the figures as they were computed', () => {
  const line = reportJson(card, abstentions, 31.24);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({
    outcome: 'diabetes',
    auroc: { value: 0.7799 },
    learner: 'logisticRegression',
    rows: 8926,
    events: 703,
    abstentions: [
      { reason: null, people: 8000 },
      { reason: 'unlikeTraining', auroc: null },
    ],
    seconds: 31.2,
  });
});
