/** What the screens and endpoints get from the vertical. */
import type { ModelCard } from '@praxis/core';
import type { Diagnosis, Observation, Outcome, Person } from '../data/records.ts';
import type { Abstention } from './abstention.ts';
import type { RiskBand } from './bands.ts';
import type { WorklistPage, WorklistQuery } from './store.ts';

/** Errors are values: `code` is a word key under `diagnosis.errors`, `status` the matching HTTP status. */
export type ServiceError =
  | { readonly code: 'unknownPatient'; readonly status: 404; readonly personId: number }
  | { readonly code: 'modelNotReady'; readonly status: 503; readonly outcome: Outcome }
  | {
      readonly code: 'valueOutOfRange';
      readonly status: 422;
      readonly feature: string;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly code: 'notChangeable'; readonly status: 422; readonly feature: string }
  /** The person has the outcome already. */
  | { readonly code: 'noRisk'; readonly status: 422; readonly outcome: Outcome };

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ServiceError };

/** One bar of the waterfall. Words and units are the screen's affair: it has the feature's name. */
export interface Contribution {
  readonly feature: string;
  /** The person's value in the feature's own unit, null where it is missing. */
  readonly value: number | null;
  /** Days before day 0 at which the value was measured, null where that has no meaning. */
  readonly daysOld: number | null;
  /** Share of the log-odds above (+) or below (−) the average person. */
  readonly logOdds: number;
}

export type OutcomeRisk =
  | { readonly status: 'alreadyHas'; readonly outcome: Outcome; readonly sinceDay: number }
  | { readonly status: 'notReady'; readonly outcome: Outcome }
  | {
      readonly status: 'risk';
      readonly outcome: Outcome;
      readonly probability: number;
      readonly lower: number;
      readonly upper: number;
      readonly band: RiskBand;
      /** True where the score comes from a model that was trained without this person's fold. */
      readonly outOfFold: boolean;
      readonly baselineLogOdds: number;
      readonly logOdds: number;
      readonly residual: number;
      /** Calibrated log-odds = intercept + slope × log-odds. */
      readonly calibration: { readonly slope: number; readonly intercept: number };
      /** Largest effect first. */
      readonly contributions: readonly Contribution[];
      /** Features whose value lies outside the cohort's 1st to 99th percentile: they ask for care. */
      readonly outsideRange: readonly string[];
      /** Why this risk should not be given, null where it may be. */
      readonly abstains: Abstention | null;
    };

/** A value the what-if panel may change. */
export interface ChangeableInput {
  readonly feature: string;
  readonly unit: string | null;
  readonly value: number | null;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

export interface PatientReview {
  readonly person: Person;
  readonly risks: readonly OutcomeRisk[];
  readonly inputs: readonly ChangeableInput[];
  /** Up to and including day 0. */
  readonly observations: readonly Observation[];
  readonly diagnoses: readonly Diagnosis[];
  /** After day 0: shown only under "what happened next". */
  readonly later: { readonly observations: readonly Observation[]; readonly diagnoses: readonly Diagnosis[] };
}

/** The smallest change that brings a risk under the next lower band, or why there is none. */
export type LowerBand =
  | {
      readonly status: 'change';
      /** The risk is to be below it. */
      readonly bound: number;
      readonly changes: readonly { readonly feature: string; readonly from: number; readonly to: number }[];
      readonly probability: number;
      readonly lower: number;
      readonly upper: number;
      readonly band: RiskBand;
    }
  | { readonly status: 'none'; readonly reason: 'lowestBand' | 'abstains' | 'nothingChangeable' }
  | {
      readonly status: 'none';
      readonly reason: 'outOfReach';
      readonly bound: number;
      /** The lowest risk that was found. */
      readonly closest: number;
    };

/** Members of the outcome's cohort who are most like a person, as counts: who they are is nobody's affair. */
export interface PeopleLike {
  readonly people: number;
  readonly events: number;
  /** 95 % interval of the share (Wilson 1927). */
  readonly lower: number;
  readonly upper: number;
  readonly female: number;
  /** The middle 80 % of their ages. */
  readonly ages: { readonly from: number; readonly to: number };
}

export interface Alternatives {
  readonly outcome: Outcome;
  readonly lowerBand: LowerBand;
  /** null where nobody in the cohort can be compared. */
  readonly alike: PeopleLike | null;
}

export interface DiagnosisService {
  worklist(query: WorklistQuery): Promise<WorklistPage>;
  patient(personId: number): Promise<Result<PatientReview>>;
  /**
   * Re-scores a person with some inputs changed; nothing is stored.
   * @param signal ends it when nobody waits for the answer any more: it rejects with the signal's reason
   */
  whatIf(
    personId: number,
    changes: Readonly<Record<string, number>>,
    signal?: AbortSignal,
  ): Promise<Result<readonly OutcomeRisk[]>>;
  /** What would change a person's risk, and what happened to people like them; computed when asked, nothing is stored. */
  alternatives(personId: number, outcome: Outcome, signal?: AbortSignal): Promise<Result<Alternatives>>;
  card(outcome: Outcome): Promise<Result<ModelCard>>;
}
