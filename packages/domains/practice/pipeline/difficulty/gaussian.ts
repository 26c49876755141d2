/** Beliefs about several numbers at once: a multivariate normal, seen and corrected along one direction. */
import type { Moments } from './moments.ts';

export interface Gaussian {
  /** Shape [size]. */
  readonly mean: Float64Array;
  /** Shape [size, size], row-major, symmetric. */
  readonly covariance: Float64Array;
}

/** A sum of some of the numbers, each times its coefficient. */
export type Direction = readonly { readonly index: number; readonly coefficient: number }[];

/** Of the sum: its mean, its variance, and its covariance with each of the numbers, shape [size]. */
export interface Along extends Moments {
  readonly covariances: Float64Array;
}

/** Mean and variance of the sum alone: all that a choice among many exercises needs. */
export function momentsAlong({ mean, covariance }: Gaussian, direction: Direction): Moments {
  const size = mean.length;
  let sum = 0;
  let variance = 0;
  for (const { index, coefficient } of direction) {
    sum += coefficient * mean[index];
    for (const other of direction)
      variance += coefficient * other.coefficient * covariance[index * size + other.index];
  }
  return { mean: sum, variance };
}

export function along(belief: Gaussian, direction: Direction): Along {
  const { covariance } = belief;
  const size = belief.mean.length;
  const covariances = new Float64Array(size);
  for (const { index, coefficient } of direction)
    for (let row = 0; row < size; row++) covariances[row] += coefficient * covariance[row * size + index];
  return { ...momentsAlong(belief, direction), covariances };
}

/**
 * The belief after a quantity that contains the sum went from `before` to `after`: the regression of each number on
 * it (Rauch, Tung and Striebel 1965, one step). `sign` is −1 where the quantity contains the sum subtracted.
 */
export function corrected(
  { mean, covariance }: Gaussian,
  { covariances }: Along,
  before: Moments,
  after: Moments,
  sign: 1 | -1,
): Gaussian {
  const size = mean.length;
  const shift = (sign * (after.mean - before.mean)) / before.variance;
  const shrink = (before.variance - after.variance) / before.variance ** 2;
  const nextMean = mean.map((value, row) => value + covariances[row] * shift);
  const nextCovariance = covariance.slice();
  for (let row = 0; row < size; row++) {
    const scaled = covariances[row] * shrink;
    for (let column = 0; column < size; column++)
      nextCovariance[row * size + column] -= scaled * covariances[column];
  }
  return { mean: nextMean, covariance: nextCovariance };
}
