/** A covariance that can be inverted: shrunk towards equal variances (Ledoit and Wolf 2004). */
import { cholesky, solve } from '../cholesky.ts';

export interface ShrunkCovariance {
  /** Share of the target in the sum. */
  readonly shrinkage: number;
  /** Its Cholesky factor, shape [width, width]. */
  readonly factor: Float64Array;
}

/** Columns that are multiples of each other have no covariance to invert; this much of the target helps. */
const leastShrinkage = 1e-4;

/** @param rows centred columns, each row of shape [width]; null where no column varies */
export function shrunkCovariance(rows: readonly Float64Array[], width: number): ShrunkCovariance | null {
  const covariance = covarianceOf(rows, width);
  let trace = 0;
  for (let j = 0; j < width; j++) trace += covariance[j * (width + 1)];
  const target = trace / width;
  const shrinkage = Math.max(leastShrinkage, ledoitWolf(rows, covariance, width, target));
  const shrunk = covariance.map((value) => (1 - shrinkage) * value);
  for (let j = 0; j < width; j++) shrunk[j * (width + 1)] += shrinkage * target;
  const factor = cholesky(shrunk, width);
  return 'deficient' in factor ? null : { shrinkage, factor };
}

/** @param rows centred columns, each row of shape [width] @returns shape [width, width] */
export function covarianceOf(rows: readonly Float64Array[], width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (const z of rows) {
    for (let i = 0; i < width; i++) {
      const [own, place] = [z[i], i * width];
      for (let j = 0; j <= i; j++) sums[place + j] += own * z[j];
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) sums[j * width + i] = sums[i * width + j];
  return sums.map((sum) => sum / rows.length);
}

/** Their equation 14, in the form of scikit-learn's `ledoit_wolf_shrinkage` of centred columns. */
function ledoitWolf(
  rows: readonly Float64Array[],
  covariance: Float64Array,
  width: number,
  target: number,
): number {
  const squares = covariance.reduce((sum, value) => sum + value ** 2, 0);
  let fourth = 0;
  for (const z of rows) fourth += z.reduce((sum, value) => sum + value * value, 0) ** 2;
  const delta = squares - width * target ** 2;
  const beta = (fourth / rows.length - squares) / rows.length;
  return delta <= 0 ? 0 : Math.min(beta, delta) / delta;
}

/**
 * Squared Mahalanobis distance zᵀ Σ⁻¹ z of a row from the middle, by column: the parts add up to it.
 *
 * @param factor of `shrunkCovariance` @param z shape [width]
 */
export function distanceParts(factor: Float64Array, z: Float64Array): Float64Array {
  return solve(factor, z, z.length).map((value, column) => value * z[column]);
}
