/** From the average person to this one: log-odds contributions as steps of the probability that add up exactly. */
import type { Contribution, OutcomeRisk } from '../../service/contract.ts';

type Risk = Extract<OutcomeRisk, { status: 'risk' }>;

/** `from` and `to` are probabilities, 0 to 1; each step begins where the one before it ended. */
export type WaterfallStep = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'contribution'; readonly contribution: Contribution }
  /** What `count` smaller contributions come to together. */
  | { readonly kind: 'others'; readonly count: number }
  /** What an inexact explanation leaves over. */
  | { readonly kind: 'residual' }
  /** From the uncalibrated score to the calibrated risk. */
  | { readonly kind: 'calibration' }
);

export interface WaterfallSteps {
  readonly start: number;
  readonly steps: readonly WaterfallStep[];
  readonly end: number;
}

/** At most this many contributions are drawn by name. */
const named = 8;
/** Contributions below this many log-odds are folded into the others; 0.05 moves a risk of 10 % by half a point. */
const smallLogOdds = 0.05;
/** A residual below this many log-odds is rounding. */
const rounding = 1e-3;

/** The probability of log-odds. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * The logistic curve is not straight, so what a contribution is worth in points depends on where it is counted from:
 * each step is the difference of the cumulative probability in the order drawn, largest effect first. Contributions
 * explain the uncalibrated log-odds; calibration is the last step and ends at the risk itself.
 */
export function waterfall(risk: Risk): WaterfallSteps {
  const drawn = risk.contributions.slice(0, named).filter(({ logOdds }) => Math.abs(logOdds) >= smallLogOdds);
  const others = risk.contributions.filter((contribution) => !drawn.includes(contribution));
  const start = sigmoid(risk.baselineLogOdds);
  const steps: WaterfallStep[] = [];
  let logOdds = risk.baselineLogOdds;
  let level = start;
  const next = (to: number) => {
    const from = level;
    level = to;
    return { from, to };
  };
  for (const contribution of drawn) {
    logOdds += contribution.logOdds;
    steps.push({ kind: 'contribution', contribution, ...next(sigmoid(logOdds)) });
  }
  if (others.length > 0) {
    logOdds += others.reduce((sum, contribution) => sum + contribution.logOdds, 0);
    steps.push({ kind: 'others', count: others.length, ...next(sigmoid(logOdds)) });
  }
  if (Math.abs(risk.logOdds - logOdds) >= rounding)
    steps.push({ kind: 'residual', ...next(sigmoid(risk.logOdds)) });
  steps.push({ kind: 'calibration', ...next(risk.probability) });
  return { start, steps, end: level };
}

/**
 * Whole points where the picture moves by more than two of them, else tenths. Levels are rounded and then subtracted,
 * so the points as printed add up to the difference between the risks as printed.
 */
export function printedPoints({ start, steps, end }: WaterfallSteps): {
  readonly digits: 0 | 1;
  /** Percent, rounded. */
  readonly start: number;
  readonly end: number;
  /** Percentage points of each step, in order. */
  readonly points: readonly number[];
} {
  const largest = Math.max(...steps.map(({ from, to }) => Math.abs(to - from)));
  const digits = largest < 0.02 ? 1 : 0;
  const parts = digits === 1 ? 10 : 1;
  const level = (probability: number) => Math.round(probability * 100 * parts);
  return {
    digits,
    start: level(start) / parts,
    end: level(end) / parts,
    points: steps.map(({ from, to }) => (level(to) - level(from)) / parts),
  };
}
