/** What a decision curve shows, as a finding: computed from its points, never written by hand. */
import type { ModelCard } from '@praxis/core';

type DecisionPoint = NonNullable<ModelCard['decisionCurve']>[number];

/** Thresholds, 0 to 1, both included. */
export interface BetterRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The longest run of thresholds at which the model is better than treating no one and than treating everyone, each beyond its
 * 95 % interval (of an older card, which does not have it, the second by its value); null where there is none.
 */
export function betterRange(curve: readonly DecisionPoint[]): BetterRange | null {
  let [longest, start]: [readonly DecisionPoint[], number] = [[], 0];
  for (const [place, point] of curve.entries()) {
    if (!isBetter(point)) start = place + 1;
    else if (place + 1 - start > longest.length) longest = curve.slice(start, place + 1);
  }
  const [first, last] = [longest[0], longest.at(-1)];
  return first && last ? { from: first.threshold, to: last.threshold } : null;
}

function isBetter({ model, treatAll, overTreatAll }: DecisionPoint): boolean {
  return model.lower > 0 && (overTreatAll?.lower ?? model.value - treatAll) > 0;
}
