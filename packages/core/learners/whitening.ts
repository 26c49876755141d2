/** Coordinates in which the logistic loss is about equally curved in every direction. */

export interface Whitening {
  /** Rows with a leading 1, in the new coordinates: shape [rows, columns + 1]. */
  readonly rows: Float32Array;
  /** Back to coefficients: coefficients = matrix · whitened coefficients, shape [columns + 1, columns + 1]. */
  readonly matrix: Float64Array;
  readonly size: number;
}

/**
 * With curvature H = c AᵀA/n + penalty = L Lᵀ (A: the rows with a leading 1), rows become L⁻¹a and coefficients Lᵀw, so
 * that H becomes the identity. c is the variance of a label at the events' share, but at least 1/16: a logistic curvature
 * is at most AᵀA/4n (Böhning and Lindsay 1988), so gradient descent with steps up to 1/2 cannot diverge.
 *
 * @param z row-major, shape [rows, columns]
 * @param penalty weight of ½‖w‖² in the mean loss; the intercept is free
 */
export function whiten(
  z: Float32Array,
  rows: number,
  columns: number,
  share: number,
  penalty: number,
): Whitening {
  const size = columns + 1;
  const factor = cholesky(curvature(z, rows, columns, Math.max(1 / 16, share * (1 - share)), penalty), size);
  const white = new Float32Array(rows * size);
  const solved = new Float64Array(size);
  for (let row = 0; row < rows; row++) {
    // Forward substitution: L x = a.
    for (let i = 0; i < size; i++) {
      let sum = i === 0 ? 1 : z[row * columns + i - 1];
      for (let j = 0; j < i; j++) sum -= factor[i * size + j] * solved[j];
      solved[i] = sum / factor[i * size + i];
      white[row * size + i] = solved[i];
    }
  }
  return { rows: white, matrix: inverseTransposed(factor, size), size };
}

function curvature(
  z: Float32Array,
  rows: number,
  columns: number,
  variance: number,
  penalty: number,
): Float64Array {
  const size = columns + 1;
  const sums = new Float64Array(size * size);
  const record = new Float64Array(size);
  record[0] = 1;
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns; i++) record[i + 1] = z[row * columns + i];
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) sums[i * size + j] += record[i] * record[j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) sums[i * size + j] *= variance / rows;
    if (i > 0) sums[i * size + i] += penalty;
  }
  return sums;
}

/** Lower triangle L of a positive definite matrix (its lower triangle is read): L Lᵀ = matrix. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j];
    }
  }
  return lower;
}

/** (L⁻¹)ᵀ of a lower triangle. */
function inverseTransposed(lower: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let unit = 0; unit < size; unit++) {
    for (let i = unit; i < size; i++) {
      let sum = i === unit ? 1 : 0;
      for (let j = unit; j < i; j++) sum -= lower[i * size + j] * result[unit * size + j];
      result[unit * size + i] = sum / lower[i * size + i];
    }
  }
  return result;
}
