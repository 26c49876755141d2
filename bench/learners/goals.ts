/** What is to be reached on a data set, and whether it is. */
import type { Performance } from '@praxis/core';

/** The best of the peers, each figure on its own; 5 folds × 3 repeats, seeds 0 to 2. */
export interface Goal {
  readonly auroc: number;
  readonly auprc?: number;
  readonly brier?: number;
}

export interface Verdict {
  readonly figure: 'auroc' | 'auprc' | 'brier' | 'ece10' | 'slope';
  /** For people, such as `≥ 0.723`. */
  readonly goal: string;
  readonly value: number;
  readonly met: boolean;
}

const mostEce = 0.03;
const slopes = { least: 0.9, most: 1.1 } as const;

/** The goals have three digits, and figures are rounded as they were; what is asked of the calibration is exact. */
export function verdictsOf(goal: Goal, performance: Performance): readonly Verdict[] {
  const { auroc, averagePrecision, brier, ece, calibrationSlope } = performance;
  const slope = calibrationSlope.value;
  return [
    atLeast('auroc', auroc.value, goal.auroc),
    ...(goal.auprc === undefined ? [] : [atLeast('auprc', averagePrecision.value, goal.auprc)]),
    ...(goal.brier === undefined ? [] : [atMost('brier', brier.value, goal.brier)]),
    { figure: 'ece10', goal: `≤ ${mostEce.toFixed(3)}`, value: ece, met: ece <= mostEce },
    {
      figure: 'slope',
      goal: `${slopes.least} to ${slopes.most}`,
      value: slope,
      met: slope >= slopes.least && slope <= slopes.most,
    },
  ];
}

function atLeast(figure: Verdict['figure'], value: number, least: number): Verdict {
  return { figure, goal: `≥ ${least.toFixed(3)}`, value, met: thousandths(value) >= thousandths(least) };
}

function atMost(figure: Verdict['figure'], value: number, most: number): Verdict {
  return { figure, goal: `≤ ${most.toFixed(3)}`, value, met: thousandths(value) <= thousandths(most) };
}

function thousandths(value: number): number {
  return Math.round(1000 * value);
}
