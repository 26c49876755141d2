/** The door for the web server: what it loads has no learner and no TensorFlow.js behind it. */
export { type Assumptions, readAssumptions } from './assumptions.ts';
export {
  type Decided,
  type DecisionDesk,
  type DecisionError,
  type DecisionOutcome,
  openDecisionDesk,
} from './desk.ts';
export type { DecisionModel } from './model.ts';
export { defaultPolicy, type Policy, policySchema } from './policy.ts';
export { type DecisionRequest, decisionRequestSchema } from './request.ts';
export type { PaymentLog, StoredDecision } from './store.ts';
export { createTriageService } from './triage.ts';
export type {
  Alert,
  AlertReview,
  Case,
  QueueView,
  TriageError,
  TriageService,
} from './triage-contract.ts';
export type { PastPayment, Place, Review, Reviewer, TriageStore } from './triage-store.ts';
export { type Verdict, type VerdictReason, verdictReasons, verdicts } from './verdict.ts';
export { createWorthService, type Worth, type WorthService } from './worth.ts';
