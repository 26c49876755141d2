/** Whether two models can be told apart on the same rows. */
import { compareAuroc, type Difference, differenceOf, spread, sumsByGroup } from './auroc.ts';
import { brierLosses, logLosses } from './proper-scores.ts';

export interface Comparison {
  /** Higher is better; DeLong's paired test, or Obuchowski's where rows go together. */
  readonly auroc: Difference;
  /** Lower is better; paired differences of the rows' losses, normal interval of their mean. */
  readonly brier: Difference;
  readonly logLoss: Difference;
}

/**
 * The figures of `a` minus those of `b`.
 *
 * @param labels 0 or 1, both of which occur; @param a @param b probabilities of the same rows; shapes [rows]
 * @param groups the same code for rows that go together, such as one card's payments, shape [rows]: errors then allow for
 *   what such rows share; null: each row stands for itself
 */
export function comparePredictions(
  labels: Uint8Array,
  a: Float64Array,
  b: Float64Array,
  groups: Int32Array | null = null,
): Comparison {
  return {
    auroc: compareAuroc(labels, a, b, groups),
    brier: meanDifference(brierLosses(labels, a), brierLosses(labels, b), groups),
    logLoss: meanDifference(logLosses(labels, a), logLosses(labels, b), groups),
  };
}

function meanDifference(a: Float64Array, b: Float64Array, groups: Int32Array | null): Difference {
  const rows = a.length;
  const differences = a.map((loss, row) => loss - b[row]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / rows;
  const everyRow = Int32Array.from(a.keys());
  const sums = sumsByGroup(everyRow, groups, (place) => differences[place] - mean);
  return differenceOf(mean, Math.sqrt(spread(sums)) / rows);
}
