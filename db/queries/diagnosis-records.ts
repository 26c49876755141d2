/**
 * What the diagnosis store takes and gives. The vertical declares the same shapes for itself; they meet where the
 * product is put together, and the compiler checks there that they agree.
 */
import type {
  abstentionReasons,
  diagnosisCodes,
  observationTests,
  outcomes,
  riskBands,
} from '../schema/diagnosis.ts';

export type Outcome = (typeof outcomes)[number];
type ObservationTest = (typeof observationTests)[number];
type DiagnosisCode = (typeof diagnosisCodes)[number];
export type RiskBand = (typeof riskBands)[number];

/** `unusual`: the features that make a person unlike those that the model learned from. */
export interface Abstention {
  readonly reason: (typeof abstentionReasons)[number];
  readonly unusual: readonly string[];
}

interface Person {
  readonly id: number;
  readonly ageYears: number;
  readonly male: boolean;
  readonly weightKg: number | null;
  readonly heightCm: number | null;
  readonly bmi: number | null;
  readonly caseId: number | null;
  readonly followUpDays: number;
  readonly died: boolean;
}

/** hdl in mg/dL, sbp in mmHg, smoke 0 or 1, fib4 without unit. */
interface Observation {
  readonly personId: number;
  readonly day: number;
  readonly test: ObservationTest;
  readonly value: number | null;
}

interface Diagnosis {
  readonly personId: number;
  readonly day: number;
  readonly code: DiagnosisCode;
}

/** Ordered by day, within a day as in the source. */
export interface PersonHistory {
  readonly person: Person;
  readonly observations: readonly Observation[];
  readonly diagnoses: readonly Diagnosis[];
}

export interface SourceFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly skipped: Readonly<Record<string, number>>;
}

export interface CohortFiles {
  readonly people: readonly Person[];
  readonly observations: readonly Observation[];
  readonly diagnoses: readonly Diagnosis[];
  readonly sources: readonly SourceFile[];
}

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
      readonly fold: number | null;
      readonly raisedBy: readonly string[];
      /** Why this risk should not be given, null where it may be. */
      readonly abstains: Abstention | null;
    }
);

/** A trained model with its scores of everybody. */
export interface NewModel {
  readonly artifact: string;
  readonly card: unknown;
  readonly risks: readonly StoredRisk[];
  /** By person whom a fold held out: whether the outcome came. */
  readonly events: ReadonlyMap<number, boolean>;
}

export interface WorklistQuery {
  readonly outcome: Outcome;
  readonly sort: 'risk' | 'age' | 'id';
  readonly direction: 'ascending' | 'descending';
  readonly band?: RiskBand | 'alreadyHas';
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: 'female' | 'male';
  readonly personId?: number;
  /** Codes known at day 0; all must be present. */
  readonly diagnosed?: readonly string[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

interface WorklistRow {
  readonly person: Person;
  readonly risks: readonly StoredRisk[];
  readonly diagnosed: readonly string[];
}

export interface WorklistPage {
  readonly total: number;
  readonly rows: readonly WorklistRow[];
}
