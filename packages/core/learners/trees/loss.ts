/**
 * Log loss of rows whose log-odds are kept as odds: a leaf then multiplies the odds of its rows, which needs one
 * exponential a leaf instead of one a row.
 */
import { hessianPlace, unitsInAll } from './packed.ts';

/** Odds stay finite and positive: within e^±200 nothing is left to learn. */
const mostOdds = Math.exp(200);

export function multipliedOdds(odds: number, factor: number): number {
  return Math.min(Math.max(odds * factor, 1 / mostOdds), mostOdds);
}

/** Log-odds that minimise the weighted loss without any tree. */
export function startLogOdds(labels: Uint8Array, weights: Float32Array): number {
  let [events, all] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    all += weights[row];
    events += weights[row] * labels[row];
  }
  return Math.log(events / (all - events));
}

/** Mean log loss of the rows with a weight. */
export function meanLoss(odds: Float64Array, labels: Uint8Array, weights: Float32Array): number {
  let [loss, all] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const weight = weights[row];
    if (weight === 0) continue;
    loss += weight * Math.log1p(labels[row] === 1 ? 1 / odds[row] : odds[row]);
    all += weight;
  }
  return loss / all;
}

/** What a unit of the packed sums is worth. */
export interface Units {
  readonly gradientUnit: number;
  readonly hessianUnit: number;
}

/** Units in which the sums over the given rows are `unitsInAll` large. */
export function unitsOf(
  odds: Float64Array,
  labels: Uint8Array,
  weights: Float32Array,
  order: Int32Array,
): Units {
  let [gradients, hessians] = [0, 0];
  for (let index = 0; index < order.length; index++) {
    const row = order[index];
    const probability = odds[row] / (1 + odds[row]);
    gradients += weights[row] * Math.abs(probability - labels[row]);
    hessians += weights[row] * probability * (1 - probability);
  }
  return {
    gradientUnit: Math.max(gradients, Number.MIN_VALUE) / unitsInAll,
    hessianUnit: Math.max(hessians, Number.MIN_VALUE) / unitsInAll,
  };
}

/**
 * Writes gradient and hessian of the given rows in whole units. A row is rounded up with the probability of its rest,
 * so that sums over many small values are not drawn to zero.
 *
 * @param dither uniform in [0, 1), its length a power of two; row r takes place r + shift
 */
export function packGradients(
  packed: Float64Array,
  odds: Float64Array,
  labels: Uint8Array,
  weights: Float32Array,
  order: Int32Array,
  { gradientUnit, hessianUnit }: Units,
  dither: Float64Array,
  shift: number,
): void {
  const mask = dither.length - 1;
  for (let index = 0; index < order.length; index++) {
    const row = order[index];
    const probability = odds[row] / (1 + odds[row]);
    const weight = weights[row];
    const up = dither[(row + shift) & mask];
    const gradient = Math.floor((weight * (probability - labels[row])) / gradientUnit + up);
    const hessian = Math.floor((weight * probability * (1 - probability)) / hessianUnit + up);
    packed[row] = hessian * hessianPlace + gradient;
  }
}

/** Sums over the rows of a leaf, not rounded. */
export interface LeafSums {
  readonly gradient: number;
  readonly hessian: number;
  readonly weight: number;
}

export function leafSums(
  odds: Float64Array,
  labels: Uint8Array,
  weights: Float32Array,
  order: Int32Array,
  begin: number,
  end: number,
): LeafSums {
  let [gradient, hessian, weight] = [0, 0, 0];
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const probability = odds[row] / (1 + odds[row]);
    gradient += weights[row] * (probability - labels[row]);
    hessian += weights[row] * probability * (1 - probability);
    weight += weights[row];
  }
  return { gradient, hessian, weight };
}
