/** The diagnosis vertical's door. */
export { checkCohortFiles } from './data/check.ts';
export { CohortFailure, type CohortFailureCode } from './data/failure.ts';
export { readCohortFiles } from './data/read.ts';
export {
  type CohortFiles,
  type Diagnosis,
  type DiagnosisCode,
  diagnosisCodes,
  type Observation,
  type ObservationTest,
  type Outcome,
  observationTests,
  outcomes,
  type Person,
  type PersonHistory,
  type SourceFile,
} from './data/records.ts';
export { type DiagnosisFeature, type FeatureName, features } from './features/definitions.ts';
export { featuresOf } from './features/features.ts';
export { cohort } from './pipeline/cohort.ts';
export { matrixOf } from './pipeline/matrix.ts';
export { type RiskBand, riskBand, riskBands } from './service/bands.ts';
export type {
  ChangeableInput,
  Contribution,
  DiagnosisService,
  OutcomeRisk,
  PatientReview,
  Result,
  ServiceError,
} from './service/contract.ts';
export { createDiagnosisService } from './service/service.ts';
export type {
  DiagnosisStore,
  StoredRisk,
  TrainingStore,
  WorklistPage,
  WorklistQuery,
  WorklistRow,
  WorklistSort,
} from './service/store.ts';
export { diagnosis } from './vertical.ts';
export { en } from './words/en.ts';
export { reportNames } from './words/report-names.ts';
export { zh } from './words/zh.ts';
