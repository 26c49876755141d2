/** What a model's score says of a person, whoever computed it: the server, or the browser of the reader. */
import type { ModelCard, Score } from '@praxis/core';
import type { Outcome } from '../data/records.ts';
import { type DiagnosisFeature, type DiagnosisInputs, featuresFor } from '../features/definitions.ts';
import { abstentionOf, outsideRange } from './abstention.ts';
import { riskBand } from './bands.ts';
import type { OutcomeRisk } from './contract.ts';

interface Scored {
  /** The model's features, as they were scored. */
  readonly inputs: DiagnosisInputs;
  readonly outOfFold: boolean;
  /** Days before day 0 at which the value of a feature was measured, null where that has no meaning. */
  readonly daysOld: (feature: DiagnosisFeature) => number | null;
}

export function riskFrom(
  outcome: Outcome,
  card: Pick<ModelCard, 'features'>,
  score: Score,
  { inputs, outOfFold, daysOld }: Scored,
): Extract<OutcomeRisk, { status: 'risk' }> {
  const contributions = featuresFor(outcome)
    .map((feature) => ({
      feature: feature.name,
      value: inputs[feature.name] ?? null,
      daysOld: daysOld(feature),
      logOdds: score.contributions[feature.name] ?? 0,
    }))
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  return {
    status: 'risk',
    outcome,
    probability: score.probability,
    lower: score.lower,
    upper: score.upper,
    band: riskBand(score.probability),
    outOfFold,
    baselineLogOdds: score.baselineLogOdds,
    logOdds: score.logOdds,
    residual: score.residual,
    calibration: score.calibration,
    contributions,
    outsideRange: outsideRange(card, inputs),
    abstains: abstentionOf(card, score, inputs),
  };
}
