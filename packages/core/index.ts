/** The engine's only door. */
export type { Calibration } from './calibrate/calibration.ts';
export { type CalibrationChoice, calibrationChoices } from './calibrate/fit-calibration.ts';
export { cholesky, inverse, solve } from './cholesky.ts';
export { quantileMargin, residualMargin } from './conformal/intervals.ts';
export { type ConformalSet, conformalSet } from './conformal/sets.ts';
export { auroc, type Difference } from './evaluate/auroc.ts';
export { averagePrecisionValue } from './evaluate/average-precision.ts';
export { bootstrap, notDistinguishable, type Statistic } from './evaluate/bootstrap.ts';
export { expectedCalibrationError, wilson } from './evaluate/calibration-bins.ts';
export { type Comparison, comparePredictions } from './evaluate/comparison.ts';
export {
  type CalibrationDrift,
  calibrationDrift,
  type FeatureDrift,
  featureDrift,
} from './evaluate/drift.ts';
export { type FigureName, figureStatistics } from './evaluate/figure-statistics.ts';
export { calibrationPlot, decisionFigures, meanPerformance, performanceOf } from './evaluate/performance.ts';
export { logLoss } from './evaluate/proper-scores.ts';
export { precisionAtKPerDay, recallAtK } from './evaluate/ranking.ts';
export type { ChangeableFeature } from './explain/changeable.ts';
export {
  type Changes,
  type Counterfactual,
  type CounterfactualError,
  counterfactual,
  type Goal,
} from './explain/counterfactual.ts';
export { type Interaction, interactions } from './explain/interactions.ts';
export { type ExplanationStatement, explanationOf } from './explain/method.ts';
export { type NearRecord, nearestRecords } from './explain/nearest-records.ts';
export type { PartialDependence } from './explain/partial-dependence.ts';
export { sampledShapley } from './explain/sampled-shapley.ts';
export { type Scorer, scorerOf } from './explain/scorer.ts';
export { treeExplainer } from './explain/tree-shap.ts';
export { type FeatureImportance, whatMatters } from './explain/what-matters.ts';
export { type Abstention, abstentionOf } from './familiarity/abstention.ts';
export type { Familiarity, MeasureFamiliarity } from './familiarity/familiarity.ts';
export type { ImportedArtifact, ImportedCard } from './imported/card.ts';
export { readImportedFolder } from './imported/card.ts';
export { ImportError, type ImportErrorCode } from './imported/errors.ts';
export { importModel, readImportSchema } from './imported/import-model.ts';
export { openImportedFolder } from './imported/open-imported.ts';
export { writeLanguageModel } from './language/model-folder.ts';
export { trainLanguageModel } from './language/training.ts';
export { encoderOf, endSymbol, vocabularyOf } from './language/vocabulary.ts';
export { fitAttention } from './learners/attention/fit-attention.ts';
export { attentionLogOdds } from './learners/attention/score.ts';
export { lastSteps } from './learners/attention/sequences.ts';
export type { AttentionSettings } from './learners/attention/settings.ts';
export type { FitOptions, TrainingRows } from './learners/contract.ts';
export { deepDefaults } from './learners/defaults.ts';
export { type FittedLearner, fitLearner } from './learners/learner.ts';
export { logOddsOf } from './learners/log-odds.ts';
export {
  type FittedLogistic,
  fitLogistic,
  type LogisticSettings,
  traceLogistic,
} from './learners/logistic-regression.ts';
export type {
  FittedSequences,
  SequenceRows,
  SequenceSettings,
} from './learners/sequences/contract.ts';
export {
  fitSequences,
  predictSequences,
  type SequencePrediction,
} from './learners/sequences/fit.ts';
export { lastLogOdds } from './learners/sequences/host-recurrent.ts';
export { type FittedSparseLogistic, fitSparseLogistic } from './learners/sparse-logistic/fit.ts';
export { SparseRowBuilder, type SparseRows, sparseLogOdds } from './learners/sparse-logistic/rows.ts';
export { expectedLogOdds } from './learners/trees/baseline.ts';
export type { Tree, TreeEnsemble } from './learners/trees/ensemble.ts';
export { type CompiledTrees, compileTrees, predictLogOdds } from './learners/trees/predict.ts';
export { defaultTrees } from './learners/trees/settings.ts';
export { createRandom, type Random } from './random.ts';
export { readArtifactFolder } from './registry/artifact.ts';
export type { Estimate, LearnerName, ModelCard, Performance, TrainingPoint } from './registry/card.ts';
export { estimate, modelCard, trainingCurve, trainingPoint } from './registry/card.ts';
export type { LoadedModel, OpenModel, Score } from './registry/contract.ts';
export {
  ArtifactError,
  type ArtifactErrorCode,
  ScoringError,
  type ScoringErrorCode,
} from './registry/errors.ts';
export { artifactHash } from './registry/hash.ts';
export { definitionsOf, inputsOf } from './registry/inputs.ts';
export { openModel, openModelFolder } from './registry/open-model.ts';
export type { MatrixScores } from './registry/score-matrix.ts';
export { matchSource } from './registry/source-files.ts';
export type { Result } from './result.ts';
export { badCellCollection, mergeBadCells } from './table/bad-cells.ts';
export { type CsvError, type CsvErrorCode, type CsvTable, readCsv } from './table/csv.ts';
export {
  type BadCell,
  type BadCells,
  badCellsMessage,
  type TableError,
  type TableErrorCode,
} from './table/errors.ts';
export {
  type ColumnLeftOut,
  type FeatureMatrixOptions,
  featureMatrix,
  type TableMatrix,
} from './table/feature-matrix.ts';
export { csvInteger, csvNumber, csvOptionalNumber } from './table/fields.ts';
export { explainFile } from './table/file-problem.ts';
export { type TableFormat, tableFormats } from './table/format.ts';
export type {
  FeatureDefinition,
  FeatureMatrix,
  FeatureRow,
  LabelledMatrix,
  NumericFeature,
} from './table/matrix.ts';
export type { ColumnWarning, MatrixError, MatrixErrorCode } from './table/matrix-error.ts';
export {
  type ReadTable,
  type ReadTableOptions,
  readTable,
  type TableNote,
  type TableProgress,
} from './table/read-table.ts';
export { readGroups, rowIds } from './table/roles.ts';
export { type ColumnSchema, readTableSchema, type TableSchema, tableSchema } from './table/schema.ts';
export { labelsFor, matrixFor, type ScoringMatrix, schemaFor } from './table/scoring-matrix.ts';
export {
  foldSplits,
  groupedFolds,
  randomFolds,
  repeatedSeeds,
  type Split,
  stratifiedFolds,
  timeFolds,
  timeSplit,
} from './table/splits.ts';
export {
  type BooleanColumn,
  type CategoryColumn,
  type Column,
  type ColumnKind,
  cellText,
  columnNamed,
  type DateTimeColumn,
  isMissing,
  missingCount,
  missingFlag,
  type NumberColumn,
  type Table,
  type TextColumn,
} from './table/table.ts';
export type { Target } from './table/target.ts';
export {
  type DeviceChoice,
  DeviceError,
  type DeviceReport,
  type DeviceSetting,
  type DeviceState,
  deviceReport,
  gpuLibrary,
  gpuPackageFolder,
  surveyBackends,
  surveyProviders,
  useDevice,
} from './tensor/index.ts';
export { type Candidate, candidatesFor, learnerChoices, privateCandidate } from './train/candidates.ts';
export type {
  HeldOut,
  Subgroup,
  TrainingProgress,
  TrainingRequest,
  TrainingResult,
  TrainingStage,
} from './train/contract.ts';
export { trainingStages } from './train/contract.ts';
export { type DistilSettings, distil, distilDefaults } from './train/distil.ts';
export { distilModel } from './train/distil-model.ts';
export type { DistilRequest, Exam, Lesson } from './train/distil-request.ts';
export { TrainingError, type TrainingErrorCode } from './train/errors.ts';
export { selectRows } from './train/fit-data.ts';
export { importedCandidate } from './train/imported-candidate.ts';
export { modelGraph } from './train/model-graph.ts';
export {
  type FittedPrivateLogistic,
  fitPrivateLogistic,
  tracePrivateLogistic,
} from './train/private/private-logistic.ts';
export type { FeatureBounds, PrivacyStatement, PrivateSettings } from './train/private/settings.ts';
export { fileCheckpoint } from './train/run-folder.ts';
export { trainClassifier } from './train/train-classifier.ts';
export {
  defineVertical,
  type Language,
  type PipelineContext,
  type Vertical,
  type VerticalManifest,
  type VerticalPlace,
  type Words,
} from './vertical/contract.ts';
