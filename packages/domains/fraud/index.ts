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
export { type Assumptions, readAssumptions } from './service/assumptions.ts';
export {
  type Decided,
  type DecisionDesk,
  type DecisionError,
  type DecisionOutcome,
  openDecisionDesk,
} from './service/desk.ts';
export type { DecisionModel } from './service/model.ts';
export { defaultPolicy, type Policy, policySchema } from './service/policy.ts';
export { type DecisionRequest, decisionRequestSchema } from './service/request.ts';
export type { PaymentLog, StoredDecision, TrainingStore } from './service/store.ts';
export { createTriageService } from './service/triage.ts';
export type {
  Alert,
  AlertReview,
  Case,
  QueueView,
  TriageError,
  TriageService,
} from './service/triage-contract.ts';
export type { PastPayment, Place, Review, Reviewer, TriageStore } from './service/triage-store.ts';
export { type Verdict, type VerdictReason, verdictReasons, verdicts } from './service/verdict.ts';
export { createWorthService, type Worth, type WorthService } from './service/worth.ts';
export { fraud } from './vertical.ts';
