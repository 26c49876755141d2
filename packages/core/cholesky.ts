/** Systems of equations with a symmetric positive definite matrix; matrices are row-major, shape [size, size]. */

/** The first diagonal place at which no positive number is left: that column is a sum of those before it. */
export interface Deficient {
  readonly deficient: number;
}

/** A pivot below this share of its diagonal element is rounding. */
const smallestPivot = 1e-11;

/** Lower triangle L with L Lᵀ = matrix (its lower triangle is read). */
export function cholesky(matrix: Float64Array, size: number): Float64Array | Deficient {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      if (i > j) lower[i * size + j] = sum / lower[j * size + j];
      else if (sum > smallestPivot * matrix[i * size + i]) lower[i * size + i] = Math.sqrt(sum);
      else return { deficient: i };
    }
  }
  return lower;
}

/** x with L Lᵀ x = right. */
export function solve(lower: Float64Array, right: ArrayLike<number>, size: number): Float64Array {
  const x = copyOf(right, size);
  for (let i = 0; i < size; i++) {
    let sum = x[i];
    for (let j = 0; j < i; j++) sum -= lower[i * size + j] * x[j];
    x[i] = sum / lower[i * size + i];
  }
  return solveTransposed(lower, x, size);
}

/** x with Lᵀ x = right. */
export function solveTransposed(lower: Float64Array, right: ArrayLike<number>, size: number): Float64Array {
  const x = copyOf(right, size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i];
    for (let j = i + 1; j < size; j++) sum -= lower[j * size + i] * x[j];
    x[i] = sum / lower[i * size + i];
  }
  return x;
}

/** A loop, as these systems are solved for every row of a table: `Float64Array.from` takes ten times as long. */
function copyOf(values: ArrayLike<number>, size: number): Float64Array {
  const copy = new Float64Array(size);
  for (let i = 0; i < size; i++) copy[i] = values[i];
  return copy;
}

/** L⁻¹, a lower triangle. */
export function inverse(lower: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let unit = 0; unit < size; unit++) {
    for (let i = unit; i < size; i++) {
      let sum = i === unit ? 1 : 0;
      for (let j = unit; j < i; j++) sum -= lower[i * size + j] * result[j * size + unit];
      result[i * size + unit] = sum / lower[i * size + i];
    }
  }
  return result;
}
