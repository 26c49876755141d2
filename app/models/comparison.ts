/** A model beside another on the same rows: what their figures differ by, and what that says in one word. */
import { comparePredictions, type Difference } from '@praxis/core';

type Verdict = 'better' | 'worse' | 'notDistinguishable';

interface ComparedMeasure {
  readonly difference: Difference;
  readonly verdict: Verdict;
}

export interface ModelComparison {
  /** Rows that a fold of both models held out. */
  readonly rows: number;
  readonly events: number;
  /** The first less the second. */
  readonly auroc: ComparedMeasure;
  readonly brier: ComparedMeasure;
}

/** Scores of the same rows, in the same order. */
interface Paired {
  readonly events: readonly boolean[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Whom each row belongs to; null: each stands for itself. */
  readonly groups: readonly number[] | null;
}

/** null where the rows that both held out do not allow a comparison: none, or all with the same end. */
export function compareModels({ events, first, second, groups }: Paired): ModelComparison | null {
  const cases = events.filter(Boolean).length;
  // DeLong's variance divides by one less than the count of either kind.
  if (cases < 2 || events.length - cases < 2) return null;
  const { auroc, brier } = comparePredictions(
    Uint8Array.from(events, Number),
    Float64Array.from(first),
    Float64Array.from(second),
    groups && Int32Array.from(groups),
  );
  return {
    rows: events.length,
    events: cases,
    auroc: { difference: auroc, verdict: verdictOf(auroc, 1) },
    brier: { difference: brier, verdict: verdictOf(brier, -1) },
  };
}

/** @param direction 1 where higher is better, -1 where lower is */
function verdictOf({ lower, upper }: Difference, direction: 1 | -1): Verdict {
  if (lower <= 0 && upper >= 0) return 'notDistinguishable';
  return lower * direction > 0 ? 'better' : 'worse';
}
