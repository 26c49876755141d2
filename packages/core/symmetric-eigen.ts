/** Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan 2013, 8.5). */

export interface Eigen {
  /** From the largest to the smallest, shape [size]. */
  readonly values: Float64Array;
  /** The vector of each value, of length 1, one a row; its largest entry is positive. Shape [size, size]. */
  readonly vectors: Float64Array;
}

/** Off the diagonal less than this share of the matrix is left: rounding. */
const enough = 1e-14;

/** Each sweep squares what is left off the diagonal: far fewer are ever needed. */
const mostSweeps = 60;

/** @param matrix symmetric, shape [size, size] */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix.slice();
  const vectors = Float64Array.from({ length: size * size }, (_, place) =>
    place % (size + 1) === 0 ? 1 : 0,
  );
  const whole = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a, size) > enough ** 2 * whole; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  const order = [...new Array(size).keys()].sort((i, j) => a[j * (size + 1)] - a[i * (size + 1)]);
  const sorted = new Float64Array(size * size);
  order.forEach((from, to) => {
    sorted.set(oriented(vectors.subarray(from * size, (from + 1) * size)), to * size);
  });
  return { values: Float64Array.from(order, (place) => a[place * (size + 1)]), vectors: sorted };
}

/** Sum of squares off the diagonal. */
function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) sum += 2 * a[p * size + q] ** 2;
  return sum;
}

/** Turns the plane of p and q so that a[p, q] becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q];
  if (off === 0) return;
  const theta = (a[q * (size + 1)] - a[p * (size + 1)]) / (2 * off);
  // Of the two angles the smaller one, by which the rotations come to an end.
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k++) turn(vectors, p * size + k, q * size + k, cosine, sine);
}

function turn(of: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [first, second] = [of[p], of[q]];
  of[p] = cosine * first - sine * second;
  of[q] = sine * first + cosine * second;
}

/** A vector and its opposite are both right: the one whose largest entry is positive is taken. */
function oriented(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-9 ? value : best), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}
