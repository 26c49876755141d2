/** A model small enough to check by hand: log-odds linear in the features, each fold with weights of its own. */
import type { FeatureRow, LoadedModel, ModelCard, Score } from '@praxis/core';
import type { Outcome } from '../data/records.ts';
import { featuresFor } from '../features/definitions.ts';

const weights: Readonly<Record<string, number>> = {
  ageYears: 0.05,
  bmi: 0.1,
  sbpMmHg: 0.02,
  hdlMgDl: -0.03,
  smoker: 0.5,
  priorDyslipidemia: 0.4,
};
const averages: Readonly<Record<string, number>> = { ageYears: 50, bmi: 28, sbpMmHg: 130, hdlMgDl: 50 };
const baselineLogOdds = -2;

/** Log-odds = −2 + Σ weight × (value − average) × (1 + fold / 10); the final model is fold −1. A missing value adds 0. */
export function linearModel(outcome: Outcome, hash: string): LoadedModel {
  const score = (row: FeatureRow, fold: number | null): Score => {
    const contributions = Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        const centred = typeof value !== 'number' ? 0 : value - (averages[name] ?? 0);
        return [name, centred * (weights[name] ?? 0) * (1 + (fold ?? -1) / 10)];
      }),
    );
    const logOdds = Object.values(contributions).reduce((sum, part) => sum + part, baselineLogOdds);
    const probability = 1 / (1 + Math.exp(-logOdds));
    return {
      probability,
      lower: probability * 0.8,
      upper: Math.min(1, probability * 1.2),
      logOdds,
      baselineLogOdds,
      calibration: { slope: 1.1, intercept: 0.2 },
      contributions,
      residual: 0,
      familiarity: null,
      abstains: null,
    };
  };
  return { hash, card: card(outcome), score: async (rows, fold) => rows.map((row) => score(row, fold)) };
}

/** The middle 98 % of every feature is 1 to 150. */
function card(outcome: Outcome): ModelCard {
  const estimate = { value: 0.8, lower: 0.7, upper: 0.9 };
  const performance = {
    auroc: estimate,
    averagePrecision: estimate,
    brier: estimate,
    logLoss: estimate,
    calibrationSlope: estimate,
    calibrationIntercept: estimate,
    ece: 0,
    observedToExpected: 1,
  };
  return {
    format: 2,
    vertical: 'diagnosis',
    outcome,
    horizonDays: 1826,
    createdAt: '2026-01-01T00:00:00.000Z',
    learner: 'logisticRegression',
    data: { sources: [], cohortSha256: '', rows: 0, events: 0, excluded: [] },
    split: { kind: 'stratifiedFolds', folds: 5, repeats: 1, nested: false, seed: 1 },
    features: featuresFor(outcome).map(({ name, kind, unit }) => ({
      name,
      kind,
      unit,
      missing: 0,
      mean: averages[name] ?? 0,
      low: 1,
      high: 150,
    })),
    candidates: [],
    why: 'onlyOne',
    parts: [{ learner: 'logisticRegression', weight: 1 }],
    performance,
    calibration: { method: 'platt', slope: 1.1, intercept: 0.2, bins: [] },
    subgroups: [],
    interval: { method: 'bootstrapRefits', replicates: 1, level: 0.95 },
    privacy: null,
    baselineLogOdds,
    foldModels: [],
    limits: [],
    software: {},
    seconds: 0,
    files: [],
  };
}
