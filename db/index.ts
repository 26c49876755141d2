/** The database's only door. */
export {
  type AccountError,
  type Accounts,
  type NewAccount,
  openAccounts,
  type SignedIn,
} from './auth/accounts.ts';
export { demoAccounts, demoPassword } from './auth/demo.ts';
export { isSameOrigin } from './auth/same-origin.ts';
export { type Database, openDatabase } from './connection.ts';
export { type EmbeddedServer, startEmbedded, stopEmbedded } from './embedded/server.ts';
export { DatabaseError, type DatabaseErrorCode, DatabaseUnreachable } from './errors.ts';
export { migrateDatabase } from './migrate.ts';
export { type Audit, type AuditEvent, type AuditPage, type AuditRecord, audit } from './queries/audit.ts';
export { type DiagnosisStore, diagnosisStore } from './queries/diagnosis.ts';
export { type FraudStore, fraudStore } from './queries/fraud.ts';
export { type Decision, type Models, models, type Purpose } from './queries/models.ts';
export {
  type PracticeStore,
  practiceStore,
  type StockedExercise,
  type StoredTurn,
  type TurnOutcome,
} from './queries/practice.ts';
export { practiceAttempts } from './queries/practice-attempts.ts';
export { type PracticeClassStore, practiceClassStore } from './queries/practice-classes.ts';
export { practiceDemo } from './queries/practice-demo.ts';
export { type PracticeSetStore, practiceSetStore } from './queries/practice-sets.ts';
export {
  type Decided,
  type Registry,
  type RegistryRefusal,
  type RegistryState,
  registry,
} from './queries/registry.ts';
export { type CurvePoint, type TrainingRun, type TrainingRuns, trainingRuns } from './queries/training.ts';
export { openQueue, type Queue, type TrainingHandlers, type TrainingJob } from './queue.ts';
export { type Role, roles } from './schema/auth.ts';
export type { RunStatus } from './schema/training.ts';
