/** The diagnosis vertical's store: the cohort, the scores, the worklist. */
import type { Database } from '../connection.ts';
import { cohortSources } from '../schema/diagnosis.ts';
import { readHistories, readHistoryBatches } from './diagnosis-histories.ts';
import { importCohort } from './diagnosis-import.ts';
import type {
  CohortFiles,
  NewModel,
  Outcome,
  PersonHistory,
  SourceFile,
  StoredRisk,
  WorklistPage,
  WorklistQuery,
} from './diagnosis-records.ts';
import { championsOf, readRisks, register, vertical } from './diagnosis-risks.ts';
import { readWorklist } from './diagnosis-worklist.ts';
import { servingOf } from './models.ts';

export interface DiagnosisStore {
  /** Writes the whole cohort in one transaction; the same sources again do nothing, others are refused. */
  importCohort(files: CohortFiles): Promise<void>;
  sources(): Promise<readonly SourceFile[]>;
  /** Every history, ordered by person id. */
  histories(): Promise<readonly PersonHistory[]>;
  /** The same, some people at a time. */
  historyBatches(): AsyncIterable<readonly PersonHistory[]>;
  history(personId: number): Promise<PersonHistory | null>;
  worklist(query: WorklistQuery): Promise<WorklistPage>;
  /** The champions' risks of one person, one an outcome at most. */
  risks(personId: number): Promise<readonly StoredRisk[]>;
  /**
   * Stores a model with its scores. It serves at once where none does, or where the one that does is `damaged`; else it
   * is a challenger. `reason` is kept with the decision.
   */
  register(
    outcome: Outcome,
    model: NewModel,
    reason: string,
    damaged: string | null,
  ): Promise<'champion' | 'challenger'>;
  /** The artifact that serves the outcome, null before the first is ready. */
  champion(outcome: Outcome): Promise<string | null>;
}

export function diagnosisStore({ drizzle }: Database): DiagnosisStore {
  return {
    importCohort: (files) => importCohort(drizzle, files),
    sources: () =>
      drizzle
        .select({
          file: cohortSources.file,
          sha256: cohortSources.sha256,
          rows: cohortSources.rows,
          skipped: cohortSources.skipped,
        })
        .from(cohortSources)
        .orderBy(cohortSources.file),
    histories: () => readHistories(drizzle),
    historyBatches: () => readHistoryBatches(drizzle),
    history: async (personId) => {
      // Ids come from addresses: what no integer column can hold is unknown, and no error.
      if (!isId(personId)) return null;
      return (await readHistories(drizzle, { from: personId, to: personId }))[0] ?? null;
    },
    worklist: async (query) => {
      if (query.personId !== undefined && !isId(query.personId)) return { total: 0, rows: [] };
      return readWorklist(drizzle, query);
    },
    risks: async (personId) =>
      isId(personId) ? readRisks(drizzle, [personId], await championsOf(drizzle)) : [],
    register: (outcome, model, reason, damaged) => register(drizzle, outcome, model, reason, damaged),
    champion: async (outcome) => (await servingOf(drizzle, { vertical, outcome }))?.artifact ?? null,
  };
}

const isId = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;
