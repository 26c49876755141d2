/** Who a model may learn from, and what happened to them within the horizon. */
import type { Outcome, PersonHistory } from '../data/records.ts';
import { outcomeCodes } from '../features/definitions.ts';

/** Five years, in days. */
export const horizonDays = 1826;

/** Why a person is left out; word keys under `diagnosis.excluded`, in the order in which they are looked at. */
export const exclusionReasons = ['outcomeBefore', 'diedBeforeHorizon', 'lostBeforeHorizon'] as const;
type ExclusionReason = (typeof exclusionReasons)[number];

interface CohortMember {
  readonly history: PersonHistory;
  /** 1: the outcome came after day 0 and not later than the horizon. */
  readonly label: 0 | 1;
}

export interface Cohort {
  readonly outcome: Outcome;
  readonly members: readonly CohortMember[];
  readonly events: number;
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly rows: number }[];
}

/** The day of the first diagnosis that counts as the outcome, null where there is none on record. */
export function outcomeDay(outcome: Outcome, history: PersonHistory): number | null {
  const codes = outcomeCodes[outcome];
  let first: number | null = null;
  for (const { code, day } of history.diagnoses) {
    if (codes.includes(code) && (first === null || day < first)) first = day;
  }
  return first;
}

/** Whether the person had it at or before day 0: then there is no risk of getting it. */
export function hasOutcomeAtDayZero(outcome: Outcome, history: PersonHistory): boolean {
  const day = outcomeDay(outcome, history);
  return day !== null && day <= 0;
}

/**
 * The cohort of an outcome: everyone who did not have it at day 0 and of whom is known whether it came within
 * 1,826 days, that is, it did (day ≤ 1826) or they were followed that long (≥ 1826 days) without it. Who died or was
 * lost before cannot be labelled and is left out; the card says so.
 */
export function cohort(outcome: Outcome, histories: readonly PersonHistory[]): Cohort {
  const members: CohortMember[] = [];
  const left: Record<ExclusionReason, number> = {
    outcomeBefore: 0,
    diedBeforeHorizon: 0,
    lostBeforeHorizon: 0,
  };
  let events = 0;
  for (const history of histories) {
    const standing = standingOf(outcome, history);
    if (typeof standing === 'string') {
      left[standing] += 1;
      continue;
    }
    members.push({ history, label: standing });
    events += standing;
  }
  return {
    outcome,
    members,
    events,
    excluded: exclusionReasons.map((reason) => ({ reason, rows: left[reason] })),
  };
}

function standingOf(outcome: Outcome, history: PersonHistory): 0 | 1 | ExclusionReason {
  const { person } = history;
  const day = outcomeDay(outcome, history);
  if (day !== null && day <= 0) return 'outcomeBefore';
  if (day !== null && day <= horizonDays) return 1;
  if (person.followUpDays >= horizonDays) return 0;
  return person.died ? 'diedBeforeHorizon' : 'lostBeforeHorizon';
}
