/** One outcome's risk of one person with what makes it up, from a score of the model. */
import type { FeatureRow, LoadedModel, Score } from '@praxis/core';
import { type Outcome, observationTests, type PersonHistory } from '../data/records.ts';
import { type DiagnosisFeature, type FeatureName, featuresFor } from '../features/definitions.ts';
import { lastMeasurement } from '../features/features.ts';
import { riskBand } from './bands.ts';
import type { Contribution, OutcomeRisk } from './contract.ts';
import { isTrusted, unlikeTraining } from './trust.ts';

/**
 * Scores `inputs` with the model that has not seen the person.
 *
 * @param inputs the model's features, perhaps changed by hand
 * @param changed the features that were changed: their values have no age
 */
export async function riskOf(
  outcome: Outcome,
  history: PersonHistory,
  model: LoadedModel,
  fold: number | null,
  inputs: FeatureRow,
  changed: ReadonlySet<FeatureName>,
): Promise<OutcomeRisk> {
  const [score] = await model.score([inputs], fold);
  if (score === undefined) throw new Error(`The model ${model.hash} gave no score for a row.`);
  return {
    status: 'risk',
    outcome,
    probability: score.probability,
    lower: score.lower,
    upper: score.upper,
    band: riskBand(score.probability),
    outOfFold: fold !== null,
    baselineLogOdds: score.baselineLogOdds,
    logOdds: score.logOdds,
    residual: score.residual,
    calibration: score.calibration,
    contributions: contributionsOf(outcome, history, score, inputs, changed),
    unlikeTraining: unlikeTraining(model.card, inputs),
    trusted: isTrusted(model.card, inputs),
  };
}

function contributionsOf(
  outcome: Outcome,
  history: PersonHistory,
  score: Score,
  inputs: FeatureRow,
  changed: ReadonlySet<FeatureName>,
): Contribution[] {
  return featuresFor(outcome)
    .map((feature) => ({
      feature: feature.name,
      value: inputs[feature.name] ?? null,
      daysOld: changed.has(feature.name) ? null : daysOld(feature, history),
      logOdds: score.contributions[feature.name] ?? 0,
    }))
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}

/** Days between the last measurement and day 0; null for what is not the value of a test. */
function daysOld({ kind, concept }: DiagnosisFeature, history: PersonHistory): number | null {
  const test = observationTests.find((name) => name === concept);
  if (test === undefined || kind === 'count') return null;
  const { day } = lastMeasurement(history, test);
  return day === null ? null : Math.abs(day);
}
