/** Whether a model may be believed for a person: how far their values lie from those it learned from. */
import type { ModelCard } from '@praxis/core';
import type { DiagnosisInputs } from '../features/definitions.ts';

type LearnedFeature = ModelCard['features'][number];

/** This many values outside the middle 98 % are too many to believe the score. */
const tooMany = 2;
/** So is one alone that lies this far outside, as a share of the width of the middle 98 %. */
const tooFar = 0.5;

/** Features whose value lies outside the middle 98 % of the training data; a yes or no, or a category, never does. */
export function unlikeTraining(card: Pick<ModelCard, 'features'>, inputs: DiagnosisInputs): string[] {
  return card.features.filter((feature) => distance(feature, inputs) > 0).map(({ name }) => name);
}

/**
 * False where the model should not give a score. One value outside the middle 98 % asks for care and no more; two such
 * values, or one far out, leave the model too few people to have learned from. Both thresholds are a judgement.
 */
export function isTrusted(card: Pick<ModelCard, 'features'>, inputs: DiagnosisInputs): boolean {
  const outside = card.features.map((feature) => distance(feature, inputs)).filter((far) => far > 0);
  return outside.length < tooMany && outside.every((far) => far <= tooFar);
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
