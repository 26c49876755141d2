/** Whether two models can be told apart on the same rows. */
import { compareAuroc, type Difference, differenceOf } from './auroc.ts';
import { brierLosses, logLosses } from './proper-scores.ts';

export interface Comparison {
  /** Higher is better; DeLong's paired test. */
  readonly auroc: Difference;
  /** Lower is better; paired differences of the rows' losses, normal interval of their mean. */
  readonly brier: Difference;
  readonly logLoss: Difference;
}

/**
 * The figures of `a` minus those of `b`.
 *
 * @param labels 0 or 1, both of which occur; @param a @param b probabilities of the same rows; shapes [rows]
 */
export function comparePredictions(labels: Uint8Array, a: Float64Array, b: Float64Array): Comparison {
  return {
    auroc: compareAuroc(labels, a, b),
    brier: meanDifference(brierLosses(labels, a), brierLosses(labels, b)),
    logLoss: meanDifference(logLosses(labels, a), logLosses(labels, b)),
  };
}

function meanDifference(a: Float64Array, b: Float64Array): Difference {
  const rows = a.length;
  const differences = a.map((loss, row) => loss - b[row]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / rows;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rows - 1);
  return differenceOf(mean, Math.sqrt(variance / rows));
}
