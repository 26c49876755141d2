/** A covariance that can be inverted: shrunk towards equal variances (Ledoit and Wolf 2004). */

export interface ShrunkCovariance {
  /** Share of the target in the sum. */
  readonly shrinkage: number;
  /** Lower triangle of its Cholesky factor, row by row: [0,0], [1,0], [1,1], [2,0] … */
  readonly factor: Float64Array;
}

/** Columns that are multiples of each other have no covariance to invert; this much of the target helps. */
const leastShrinkage = 1e-4;

/** @param rows centred columns, each row of shape [width] */
export function shrunkCovariance(rows: readonly Float64Array[], width: number): ShrunkCovariance {
  const covariance = triangleOf(rows, width);
  const diagonal = Float64Array.from({ length: width }, (_, j) => covariance[at(j, j)]);
  const trace = diagonal.reduce((sum, value) => sum + value, 0);
  const target = trace / width;
  const shrinkage = Math.max(leastShrinkage, ledoitWolf(rows, covariance, width, target));
  const shrunk = covariance.map((value) => (1 - shrinkage) * value);
  for (let j = 0; j < width; j++) shrunk[at(j, j)] += shrinkage * target;
  return { shrinkage, factor: cholesky(shrunk, width) };
}

/** Place of [row, column] in a lower triangle. */
function at(row: number, column: number): number {
  return (row * (row + 1)) / 2 + column;
}

function triangleOf(rows: readonly Float64Array[], width: number): Float64Array {
  const sums = new Float64Array((width * (width + 1)) / 2);
  for (const z of rows) {
    let place = 0;
    for (let i = 0; i < width; i++) for (let j = 0; j <= i; j++) sums[place++] += z[i] * z[j];
  }
  return sums.map((sum) => sum / rows.length);
}

/** Their equation 14, in the form of scikit-learn's `ledoit_wolf_shrinkage` of centred columns. */
function ledoitWolf(
  rows: readonly Float64Array[],
  covariance: Float64Array,
  width: number,
  target: number,
): number {
  let squares = 0;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) squares += (i === j ? 1 : 2) * covariance[at(i, j)] ** 2;
  }
  let fourth = 0;
  for (const z of rows) fourth += z.reduce((sum, value) => sum + value * value, 0) ** 2;
  const delta = squares - width * target ** 2;
  const beta = (fourth / rows.length - squares) / rows.length;
  return delta <= 0 ? 0 : Math.min(beta, delta) / delta;
}

function cholesky(matrix: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(matrix.length);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[at(i, j)];
      for (let k = 0; k < j; k++) sum -= factor[at(i, k)] * factor[at(j, k)];
      factor[at(i, j)] = i === j ? Math.sqrt(sum) : sum / factor[at(j, j)];
    }
  }
  return factor;
}

/**
 * Squared Mahalanobis distance zᵀ Σ⁻¹ z of a row from the middle, by column: the parts add up to it.
 *
 * @param factor of `shrunkCovariance` @param z shape [width]
 */
export function distanceParts(factor: Float64Array, z: Float64Array): Float64Array {
  const width = z.length;
  const solved = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    let sum = z[i];
    for (let k = 0; k < i; k++) sum -= factor[at(i, k)] * solved[k];
    solved[i] = sum / factor[at(i, i)];
  }
  for (let i = width - 1; i >= 0; i--) {
    let sum = solved[i];
    for (let k = i + 1; k < width; k++) sum -= factor[at(k, i)] * solved[k];
    solved[i] = sum / factor[at(i, i)];
  }
  return solved.map((value, j) => value * z[j]);
}
