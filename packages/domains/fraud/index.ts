/** The fraud vertical's door. */
export { readTransactions, readUnlabelledTransactions, type TransactionsFile } from './data/read.ts';
export { type LabelledTransaction, type Scenario, scenarios, type Transaction } from './data/records.ts';
export { handbookWorld, largestWorld, type SimulationSettings } from './data/simulation/settings.ts';
export { type SimulatedDay, simulateDays } from './data/simulation/simulate.ts';
export { mapSide, type Places } from './data/simulation/terminal-map.ts';
export {
  type Customers,
  homeTerminals,
  type SimulatedWorld,
  simulatedWorld,
} from './data/simulation/world.ts';
export { transactionsCsv } from './data/write.ts';
export { features as fraudFeatures } from './features/definitions.ts';
export type { FraudFeature } from './features/feature.ts';
export { SnapshotError } from './features/snapshot.ts';
export { FeatureState, type Observation } from './features/state.ts';
export { evaluateFraud, type FraudEvaluation } from './pipeline/evaluate.ts';
export type { EvaluationDates, EvaluationError } from './pipeline/evaluation-dates.ts';
export type { TrainingStore } from './service/store.ts';
export { fraud } from './vertical.ts';
