/**
 * Bootstrap refits of a logistic regression, one Newton step each from the fit of all rows (Moulton and Zeger 1991): the
 * derivatives of all resamples are one product of matrices, so that the engine makes them in one pass over the rows.
 */

import { cholesky, inverse, solve, solveTransposed } from '../../cholesky.ts';
import { createRandom, type Random } from '../../random.ts';
import { exportGraph, openSession, tf } from '../../tensor/index.ts';
import type { StopSignal } from '../contract.ts';
import type { LogisticRows, Solution } from './newton.ts';

export interface RefitOptions {
  readonly replicates: number;
  readonly seed: number;
  readonly threads: number;
  readonly signal: StopSignal;
  /** Second derivatives: each resample's own, or for all those of all rows, which is the same but for √(columns/rows). */
  readonly curvature: 'own' | 'shared';
}

/** Multiplications beyond which second derivatives are shared: some seconds of one core. */
const affordableProducts = 5e10;

export function affordableCurvature(
  { rows, columns }: LogisticRows,
  replicates: number,
): RefitOptions['curvature'] {
  const pairs = ((columns + 1) * (columns + 2)) / 2;
  return rows * pairs * replicates <= affordableProducts ? 'own' : 'shared';
}

/** Numbers of one batch's largest tensor: 32 MB. */
const batchNumbers = 2 ** 23;
const mostBatchRows = 8192;

/**
 * Each row in play counts its weight times Poisson(1) in each refit.
 *
 * @returns coefficients, intercept first, shape [1 + columns, replicates]
 */
export async function refitLogistic(
  rows: LogisticRows,
  penalty: number,
  solution: Solution,
  options: RefitOptions,
): Promise<Float32Array> {
  const { replicates, signal } = options;
  const size = rows.columns + 1;
  const pairs = options.curvature === 'own' ? pairsOf(size) : [];
  const width = pairs.length + size;
  // In coordinates in which the second derivatives of the fit of all rows are the identity, float32 loses nothing.
  const white = inverse(solution.factor, size);
  const batchRows = Math.max(1, Math.min(mostBatchRows, Math.floor(batchNumbers / width)));
  const session = await openSession(sumsGraph(white, pairs, size, replicates), { threads: options.threads });
  const sums = new Float64Array(replicates * width);
  const random = createRandom(options.seed);
  try {
    for (let first = 0; first < rows.rows; first += batchRows) {
      signal.throwIfAborted();
      const taken = Math.min(batchRows, rows.rows - first);
      const batch = batchOf(rows, solution.coefficients, first, taken, replicates, random);
      const { products } = await session.run(batch);
      for (let index = 0; index < sums.length; index++) sums[index] += products.data[index];
    }
  } finally {
    await session.release();
  }
  return steps(sums, pairs, penalty, solution, white, replicates);
}

/** Places of the lower triangle of a matrix, row by row; none where second derivatives are shared. */
type Pairs = readonly (readonly [number, number])[];

function pairsOf(size: number): Pairs {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: i + 1 }, (_, j) => [i, j] as const),
  ).flat();
}

/**
 * Rows [batch, size] (with a leading 1), slope and variance of the loss at each [batch, 1], and how often each counts in
 * each refit [batch, replicates], to the sums [replicates, pairs + size] of second and first derivatives.
 */
function sumsGraph(white: Float64Array, pairs: Pairs, size: number, replicates: number): Uint8Array {
  return exportGraph({
    inputs: {
      rows: { shape: ['batch', size], dtype: 'float32' },
      slope: { shape: ['batch', 1], dtype: 'float32' },
      variance: { shape: ['batch', 1], dtype: 'float32' },
      counts: { shape: ['batch', replicates], dtype: 'float32' },
    },
    outputs: ({ rows, slope, variance, counts }) => {
      const whitened = tf.matMul(rows, tf.tensor2d(Float32Array.from(white), [size, size]), false, true);
      const side = (which: 0 | 1) =>
        tf.gather(
          whitened,
          tf.tensor1d(
            pairs.map((pair) => pair[which]),
            'int32',
          ),
          1,
        );
      const first = tf.mul(whitened, slope);
      const all =
        pairs.length === 0 ? first : tf.concat([tf.mul(tf.mul(side(0), variance), side(1)), first], 1);
      return { products: tf.matMul(counts, all, true, false) };
    },
  });
}

function batchOf(
  { z, columns, labels, weights }: LogisticRows,
  coefficients: Float64Array,
  first: number,
  taken: number,
  replicates: number,
  random: Random,
) {
  const size = columns + 1;
  const data = new Float32Array(taken * size);
  const slope = new Float32Array(taken);
  const variance = new Float32Array(taken);
  const counts = new Float32Array(taken * replicates);
  for (let place = 0; place < taken; place++) {
    const row = first + place;
    let logOdds = coefficients[0];
    data[place * size] = 1;
    for (let i = 1; i < size; i++) {
      const value = z[row * columns + i - 1];
      data[place * size + i] = value;
      logOdds += coefficients[i] * value;
    }
    const probability = 1 / (1 + Math.exp(-logOdds));
    slope[place] = probability - labels[row];
    variance[place] = probability * (1 - probability);
    const weight = weights === null ? 1 : weights[row];
    for (let refit = 0; refit < replicates; refit++) {
      counts[place * replicates + refit] = weight * random.poisson();
    }
  }
  const float32 = (values: Float32Array, width: number) =>
    ({ shape: [taken, width], dtype: 'float32', data: values }) as const;
  return {
    rows: float32(data, size),
    slope: float32(slope, 1),
    variance: float32(variance, 1),
    counts: float32(counts, replicates),
  };
}

/** What a direction that a resample says nothing of keeps of the curvature of all rows: it then stays where it was. */
const keptCurvature = 1e-4;

function steps(
  sums: Float64Array,
  pairs: Pairs,
  penalty: number,
  { coefficients, factor }: Solution,
  white: Float64Array,
  replicates: number,
): Float32Array {
  const size = coefficients.length;
  const width = pairs.length + size;
  const pull = coefficients.map((value, i) => (i === 0 ? 0 : penalty * value));
  const whitePull = timesLower(white, pull, size);
  const shrinkage = pairs.map(([i, j]) => {
    let sum = i === j ? keptCurvature : 0;
    for (let k = 1; k <= j; k++) sum += penalty * white[i * size + k] * white[j * size + k];
    return sum;
  });
  const result = new Float32Array(size * replicates);
  const hessian = new Float64Array(size * size);
  for (let refit = 0; refit < replicates; refit++) {
    const own = sums.subarray(refit * width, (refit + 1) * width);
    const gradient = whitePull.map((value, i) => value + own[pairs.length + i]);
    pairs.forEach(([i, j], place) => {
      hessian[i * size + j] = own[place] + shrinkage[place];
    });
    // Where they are shared, second derivatives are the identity in these coordinates.
    const whiteStep = pairs.length === 0 ? gradient : solvePositive(hessian, gradient, size);
    const step = solveTransposed(factor, whiteStep, size);
    for (let i = 0; i < size; i++) result[i * replicates + refit] = coefficients[i] - step[i];
  }
  return result;
}

function solvePositive(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const lower = cholesky(matrix, size);
  if (!(lower instanceof Float64Array)) throw new Error('a sum of squares is not positive');
  return solve(lower, right, size);
}

function timesLower(lower: Float64Array, vector: Float64Array, size: number): Float64Array {
  return vector.map((_, i) => {
    let sum = 0;
    for (let k = 0; k <= i; k++) sum += lower[i * size + k] * vector[k];
    return sum;
  });
}
