/** The engine's only door. */
export type { ModelCard, Estimate, Performance, LearnerName, TrainingPoint } from './registry/card.ts';
export { estimate, modelCard, trainingCurve, trainingPoint } from './registry/card.ts';
export type { LoadedModel, Score } from './registry/contract.ts';
export type { FeatureDefinition, FeatureMatrix, FeatureRow, LabelledMatrix } from './table/matrix.ts';
export type {
  Subgroup,
  TrainingProgress,
  TrainingRequest,
  TrainingResult,
  TrainingStage,
} from './train/contract.ts';
export { trainingStages } from './train/contract.ts';
export { defineVertical, type Language, type PipelineContext, type Vertical, type Words } from './vertical/contract.ts';
