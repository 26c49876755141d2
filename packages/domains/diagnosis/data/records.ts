/** The typed records of the cohort. Day 0 is the index date; negative days lie before it. */

export const outcomes = ['diabetes', 'hypertension', 'cardiovascular'] as const;
export type Outcome = (typeof outcomes)[number];

/** Dates are days from index; the cohort carries no name and no calendar date. */
export interface Person {
  readonly id: number;
  /** Age at index. */
  readonly ageYears: number;
  readonly male: boolean;
  readonly weightKg: number | null;
  readonly heightCm: number | null;
  readonly bmi: number | null;
  /** Id of the matched fatty-liver case; equals `id` for a case, null for the 31 people without a match. */
  readonly caseId: number | null;
  readonly followUpDays: number;
  readonly died: boolean;
}

export const observationTests = ['hdl', 'sbp', 'smoke', 'fib4'] as const;
export type ObservationTest = (typeof observationTests)[number];

/** hdl in mg/dL, sbp in mmHg, smoke 0 or 1, fib4 without unit; null where the source's value is impossible. */
export interface Observation {
  readonly personId: number;
  readonly day: number;
  readonly test: ObservationTest;
  readonly value: number | null;
}

export const diagnosisCodes = [
  'nafld',
  'hypertension',
  'diabetes',
  'dyslipidemia',
  'myocardialInfarction',
  'angina',
  'heartFailure',
  'stroke',
  'atrialFibrillation',
  'cardiacArrest',
] as const;
export type DiagnosisCode = (typeof diagnosisCodes)[number];

export interface Diagnosis {
  readonly personId: number;
  readonly day: number;
  readonly code: DiagnosisCode;
}

/** A person with everything known about them, before and after day 0. */
export interface PersonHistory {
  readonly person: Person;
  readonly observations: readonly Observation[];
  readonly diagnoses: readonly Diagnosis[];
}

/** A source file as it was imported; `skipped` counts rows left out on purpose or set to missing, by reason. */
export interface SourceFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly skipped: Readonly<Record<string, number>>;
}

/** The whole cohort as read from its files. */
export interface CohortFiles {
  readonly people: readonly Person[];
  readonly observations: readonly Observation[];
  readonly diagnoses: readonly Diagnosis[];
  readonly sources: readonly SourceFile[];
}
