/** The steps of a private training (Abadi et al. 2016, algorithm 1), for logistic regression. */
import type { StopSignal } from '../../learners/contract.ts';
import type { LogisticRows } from '../../learners/logistic/newton.ts';
import { normal, type Uniform } from './noise.ts';

export interface DescentOptions {
  readonly noiseMultiplier: number;
  readonly samplingRate: number;
  readonly steps: number;
  readonly clip: number;
  readonly learningRate: number;
  readonly penalty: number;
  readonly signal: StopSignal;
}

/** Steps after which others get their turn, so that a fit can be stopped. */
const stepsAtOnce = 20;

/**
 * Each step takes every row with probability q, on its own; shortens the gradient of each to the clipping length C; adds
 * them up; adds noise of deviation σC to each coordinate; and goes down by the learning rate over the q · rows that a step
 * expects. The mean of the second half of the way is taken, which costs no privacy and averages the noise out (Polyak and
 * Juditsky 1992).
 *
 * A row's gradient is weight · (p − y) · (1, z), so that its length has a closed form: |weight · (p − y)| · √(1 + ‖z‖²).
 *
 * @returns coefficients, intercept first, shape [1 + columns]
 */
export async function noisyDescent(
  rows: LogisticRows,
  options: DescentOptions,
  uniform: Uniform,
): Promise<Float64Array> {
  const { columns } = rows;
  const { noiseMultiplier, samplingRate, steps, clip, learningRate, penalty, signal } = options;
  const size = columns + 1;
  const lengths = lengthsOf(rows);
  const at = new Float64Array(size);
  const mean = new Float64Array(size);
  const sums = new Float64Array(size);
  const firstKept = Math.floor(steps / 2);
  for (let step = 0; step < steps; step++) {
    if (step % stepsAtOnce === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    sums.fill(0);
    for (let row = 0; row < rows.rows; row++) {
      if (uniform() < samplingRate) addClipped(sums, rows, row, at, lengths[row], clip);
    }
    for (let i = 0; i < size; i++) {
      const noisy = (sums[i] + noiseMultiplier * clip * normal(uniform)) / (samplingRate * rows.rows);
      const shrinkage = i === 0 ? 0 : (penalty / rows.rows) * at[i];
      at[i] -= learningRate * (noisy + shrinkage);
    }
    if (step >= firstKept) {
      for (let i = 0; i < size; i++) mean[i] += at[i] / (steps - firstKept);
    }
  }
  return mean;
}

/** √(1 + ‖z‖²) of each row. */
function lengthsOf({ z, rows, columns }: LogisticRows): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 1;
    for (let i = 0; i < columns; i++) sum += z[row * columns + i] ** 2;
    return Math.sqrt(sum);
  });
}

/** Adds a row's gradient, no longer than `clip`. */
function addClipped(
  sums: Float64Array,
  { z, columns, labels, weights }: LogisticRows,
  row: number,
  at: Float64Array,
  length: number,
  clip: number,
): void {
  const start = row * columns;
  let logOdds = at[0];
  for (let i = 0; i < columns; i++) logOdds += at[i + 1] * z[start + i];
  const weight = weights === null ? 1 : weights[row];
  const slope = weight * (1 / (1 + Math.exp(-logOdds)) - labels[row]);
  const most = clip / length;
  const clipped = Math.max(-most, Math.min(most, slope));
  sums[0] += clipped;
  for (let i = 0; i < columns; i++) sums[i + 1] += clipped * z[start + i];
}
