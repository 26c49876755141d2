/** When a risk should not be given, and why: a result like another, which the screens say in words. */
import type { ModelCard, Score } from '@praxis/core';
import type { DiagnosisInputs, FeatureName } from '../features/definitions.ts';

/**
 * `unlikeTraining`: the person lies farther from the people that the model learned from than 99 in 100 of those do.
 * `noOutcome`: neither having nor not having the outcome fits what the model has seen. `nothingMeasured`: only age, sex and
 * diagnoses are known. `outsideRange`: of a model that does not know what its people were like, too many values outside theirs.
 */
export const abstentionReasons = ['unlikeTraining', 'noOutcome', 'nothingMeasured', 'outsideRange'] as const;

export interface Abstention {
  readonly reason: (typeof abstentionReasons)[number];
  /** Features that make the person unlike, the most first; none where the reason is another. */
  readonly unusual: readonly string[];
}

type LearnedFeature = ModelCard['features'][number];

/** A feature that makes less of the squared distance than this is not what makes a person unlike. */
const leastShare = 0.1;

/** This many values outside the middle 98 % are too many to believe a score, where nothing better is known. */
const tooMany = 2;
/** So is one alone that lies this far outside, as a share of the width of the middle 98 %. */
const tooFar = 0.5;

/** What is measured, not asked of everyone or read off a list of diagnoses. */
const measurements: readonly FeatureName[] = [
  'weightKg',
  'heightCm',
  'bmi',
  'hdlMgDl',
  'sbpMmHg',
  'smoker',
  'fib4',
];

/** null where the risk may be given. */
export function abstentionOf(
  card: Pick<ModelCard, 'features'>,
  { familiarity, abstains }: Pick<Score, 'familiarity' | 'abstains'>,
  inputs: DiagnosisInputs,
): Abstention | null {
  if (abstains === 'unlikeTraining' && familiarity !== null) {
    const unusual = familiarity.mostUnusual.filter(({ share }, place) => place === 0 || share >= leastShare);
    return { reason: abstains, unusual: unusual.map(({ feature }) => feature) };
  }
  if (abstains !== null) return { reason: abstains, unusual: [] };
  if (familiarity === null) {
    const outside = outsideRange(card, inputs);
    return isFarOutside(card, inputs) ? { reason: 'outsideRange', unusual: outside } : null;
  }
  const isMeasured = measurements.some((name) => (inputs[name] ?? null) !== null);
  return isMeasured ? null : { reason: 'nothingMeasured', unusual: [] };
}

/** Features whose value lies outside the middle 98 % of the training data; a yes or no, or a category, never does. */
export function outsideRange(card: Pick<ModelCard, 'features'>, inputs: DiagnosisInputs): string[] {
  return card.features.filter((feature) => distance(feature, inputs) > 0).map(({ name }) => name);
}

/** Two values outside the middle 98 %, or one far out. Both thresholds are a judgement. */
function isFarOutside(card: Pick<ModelCard, 'features'>, inputs: DiagnosisInputs): boolean {
  const outside = card.features.map((feature) => distance(feature, inputs)).filter((far) => far > 0);
  return outside.length >= tooMany || outside.some((far) => far > tooFar);
}

/** How far outside a value lies, in widths of the middle 98 %, on the scale that the model sees; 0 inside. */
function distance(feature: LearnedFeature, inputs: DiagnosisInputs): number {
  const value = inputs[feature.name] ?? null;
  if (value === null || feature.kind === 'flag' || feature.kind === 'category') return 0;
  const { kind, low, high } = feature;
  if (value >= low && value <= high) return 0;
  const scale = kind === 'count' ? Math.log1p : (plain: number) => plain;
  const beyond = value < low ? scale(low) - scale(value) : scale(value) - scale(high);
  return beyond / (scale(high) - scale(low));
}
