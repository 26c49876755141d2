/** One outcome's risk of one person of the cohort. */
import type { LoadedModel } from '@praxis/core';
import { type Outcome, observationTests, type PersonHistory } from '../data/records.ts';
import type { DiagnosisFeature, DiagnosisInputs, FeatureName } from '../features/definitions.ts';
import { lastMeasurement } from '../features/features.ts';
import type { OutcomeRisk } from './contract.ts';
import { riskFrom } from './risk-from-score.ts';

/**
 * Scores `inputs` with the model that has not seen the person.
 *
 * @param inputs the model's features, perhaps changed by hand
 * @param changed the features that were changed: their values have no age
 * @throws what the model's `score` throws, the signal's reason included
 */
export async function riskOf(
  outcome: Outcome,
  history: PersonHistory,
  model: LoadedModel,
  fold: number | null,
  inputs: DiagnosisInputs,
  changed: ReadonlySet<FeatureName>,
  signal: AbortSignal | undefined,
): Promise<OutcomeRisk> {
  const [score] = await model.score([inputs], fold, signal);
  if (score === undefined) throw new Error(`The model ${model.hash} gave no score for a row.`);
  return riskFrom(outcome, model.card, score, {
    inputs,
    outOfFold: fold !== null,
    daysOld: (feature) => (changed.has(feature.name) ? null : daysOld(feature, history)),
  });
}

/** Days between the last measurement and day 0; null for what is not the value of a test. */
function daysOld({ kind, concept }: DiagnosisFeature, history: PersonHistory): number | null {
  const test = observationTests.find((name) => name === concept);
  if (test === undefined || kind === 'count') return null;
  const { day } = lastMeasurement(history, test);
  return day === null ? null : Math.abs(day);
}
