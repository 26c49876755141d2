/** Conformal intervals of a number that is predicted: right for a known share of rows, whatever made the prediction. */

/**
 * Half the width of intervals around a prediction (split conformal: Lei et al. 2018): prediction ± margin holds the number for
 * a share `level` of rows like these.
 *
 * @param observed @param predicted by a model that has not seen the rows, both of shape [rows]
 * @returns Infinity where there are too few rows for the level
 */
export function residualMargin(observed: Float64Array, predicted: Float64Array, level: number): number {
  return conformalQuantile(
    observed.map((value, row) => Math.abs(value - predicted[row])),
    level,
  );
}

/**
 * What makes predicted quantiles hold (conformalized quantile regression: Romano, Patterson and Candès 2019):
 * [lower − margin, upper + margin] holds the number for a share `level` of rows like these. Below 0 where they were too wide.
 *
 * @param observed @param lower @param upper quantiles by a model that has not seen the rows, all of shape [rows]
 * @returns Infinity where there are too few rows for the level
 */
export function quantileMargin(
  observed: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  level: number,
): number {
  return conformalQuantile(
    observed.map((value, row) => Math.max(lower[row] - value, value - upper[row])),
    level,
  );
}

/** The ⌈(rows + 1) × level⌉-th smallest: one row more than there are, as the new one counts too. */
function conformalQuantile(misses: Float64Array, level: number): number {
  const place = Math.ceil((misses.length + 1) * level - 1e-9);
  return misses.toSorted()[place - 1] ?? Number.POSITIVE_INFINITY;
}
