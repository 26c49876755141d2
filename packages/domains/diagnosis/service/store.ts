/** What the vertical needs from a database; `db/queries/` satisfies it, the composition roots put both together. */
import type { CohortFiles, Outcome, Person, PersonHistory, SourceFile } from '../data/records.ts';
import type { Abstention } from './abstention.ts';
import type { RiskBand } from './bands.ts';

/** A stored score of one person for one outcome. `alreadyHas` carries no probability. */
export type StoredRisk = {
  readonly personId: number;
  readonly outcome: Outcome;
  readonly artifact: string;
} & (
  | { readonly status: 'alreadyHas' }
  | {
      readonly status: 'risk';
      readonly probability: number;
      readonly lower: number;
      readonly upper: number;
      readonly band: RiskBand;
      /** The fold whose model has not seen this person; null: the final model, which was not trained on them. */
      readonly fold: number | null;
      /** Up to three feature names that raise the risk most, strongest first. */
      readonly raisedBy: readonly string[];
      /** Why this risk should not be given, null where it may be. */
      readonly abstains: Abstention | null;
    }
);

export type WorklistSort = 'risk' | 'age' | 'id';

export interface WorklistQuery {
  readonly outcome: Outcome;
  readonly sort: WorklistSort;
  readonly direction: 'ascending' | 'descending';
  readonly band?: RiskBand | 'alreadyHas';
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: 'female' | 'male';
  /** A person's number, or the codes of diagnoses known at day 0 (all must be present). */
  readonly personId?: number;
  readonly diagnosed?: readonly string[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface WorklistRow {
  readonly person: Person;
  /** Those that exist, in any order; empty before the first model is ready. */
  readonly risks: readonly StoredRisk[];
  /** Codes of diagnoses known at day 0. */
  readonly diagnosed: readonly string[];
}

export interface WorklistPage {
  readonly total: number;
  readonly rows: readonly WorklistRow[];
}

/** A trained model with its scores of everybody. */
interface NewModel {
  /** Content hash. */
  readonly artifact: string;
  readonly card: unknown;
  readonly risks: readonly StoredRisk[];
  /** By person whom a fold held out: whether the outcome came within the horizon. For comparing models, never shown. */
  readonly events: ReadonlyMap<number, boolean>;
}

export interface DiagnosisStore {
  /** Writes the whole cohort in one transaction; a second call with the same sources does nothing. */
  importCohort(files: CohortFiles): Promise<void>;
  sources(): Promise<readonly SourceFile[]>;
  /** Every history, ordered by person id. */
  histories(): Promise<readonly PersonHistory[]>;
  /** The same, some people at a time: whoever has to answer others meanwhile. */
  historyBatches(): AsyncIterable<readonly PersonHistory[]>;
  history(personId: number): Promise<PersonHistory | null>;
  worklist(query: WorklistQuery): Promise<WorklistPage>;
  /** The champions' risks of one person. */
  risks(personId: number): Promise<readonly StoredRisk[]>;
  /**
   * Stores a trained model with its scores of everybody, in one transaction. It becomes the champion where none serves,
   * or where the one that does is `damaged`; else it is a challenger, which serves once people decide so. `reason` is
   * kept with the decision.
   *
   * @param damaged the champion that was found damaged, null where it is whole
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

/** What a training run uses of it; the evaluation on the command line has no database behind it. */
export type TrainingStore = Pick<DiagnosisStore, 'histories' | 'sources' | 'champion' | 'register'>;
