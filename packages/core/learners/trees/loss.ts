/**
 * Log loss of rows whose log-odds are kept as odds: a leaf then multiplies the odds of its rows, which needs one
 * exponential a leaf instead of one a row.
 */
import { hessianPlace } from './packed.ts';
import type { SharedFit } from './shared-fit.ts';

/** Odds stay finite and positive: within e^±200 nothing is left to learn. */
const mostOdds = Math.exp(200);
const leastOdds = Math.exp(-200);

export function multipliedOdds(odds: number, factor: number): number {
  return Math.min(Math.max(odds * factor, leastOdds), mostOdds);
}

export function probabilityOf(odds: number): number {
  return odds / (1 + odds);
}

/** Log-odds that minimise the weighted loss without any tree; infinite where there is one class only. */
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
    loss += weight * Math.log(1 + (labels[row] === 1 ? 1 / odds[row] : odds[row]));
    all += weight;
  }
  return loss / all;
}

/** Sums of weight × log loss and of weights over rows `begin` to `end - 1`, written to `sums[at]` and the next. */
export function sumLoss(
  { odds, labels, weights, sums }: SharedFit,
  begin: number,
  end: number,
  at: number,
): void {
  let [loss, all] = [0, 0];
  for (let row = begin; row < end; row++) {
    const weight = weights[row];
    if (weight === 0) continue;
    loss += weight * Math.log(1 + (labels[row] === 1 ? 1 / odds[row] : odds[row]));
    all += weight;
  }
  sums[at] = loss;
  sums[at + 1] = all;
}

/** Sums of |gradient| and hessian over rows `drawn[begin]` to `drawn[end - 1]`, written to `sums[at]` and the next. */
export function sumMagnitudes(fit: SharedFit, begin: number, end: number, at: number): void {
  const { drawn, probability, labels, weights, sums } = fit;
  let [gradients, hessians] = [0, 0];
  for (let index = begin; index < end; index++) {
    const row = drawn[index];
    const chance = probability[row];
    const weight = weights[row];
    gradients += weight * Math.abs(chance - labels[row]);
    hessians += weight * chance * (1 - chance);
  }
  sums[at] = gradients;
  sums[at + 1] = hessians;
}

/**
 * Puts rows `drawn[begin]` to `drawn[end - 1]` in order and writes their gradient and hessian in whole units. A row is rounded up with the
 * probability of its rest, so that sums over many small values are not drawn to zero.
 */
export function packGradients(fit: SharedFit, begin: number, end: number): void {
  const { drawn, order, probability, labels, weights, packed, dither } = fit;
  const perGradient = 1 / fit.gradientUnit[0];
  const perHessian = 1 / fit.hessianUnit[0];
  const shift = fit.ditherShift[0];
  const mask = dither.length - 1;
  for (let index = begin; index < end; index++) {
    const row = drawn[index];
    order[index] = row;
    const chance = probability[row];
    const weight = weights[row];
    const up = dither[(row + shift) & mask];
    const gradient = Math.floor(weight * (chance - labels[row]) * perGradient + up);
    const hessian = Math.floor(weight * chance * (1 - chance) * perHessian + up);
    packed[row] = hessian * hessianPlace + gradient;
  }
}

/** Sums of gradient, hessian and weight over rows `order[begin]` to `order[end - 1]`, not rounded, from `sums[at]` on. */
export function sumLeaf(fit: SharedFit, begin: number, end: number, at: number): void {
  const { order, probability, labels, weights, sums } = fit;
  let [gradient, hessian, all] = [0, 0, 0];
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const chance = probability[row];
    const weight = weights[row];
    gradient += weight * (chance - labels[row]);
    hessian += weight * chance * (1 - chance);
    all += weight;
  }
  sums[at] = gradient;
  sums[at + 1] = hessian;
  sums[at + 2] = all;
}

/** Multiplies the odds of rows `order[begin]` to `order[end - 1]`. */
export function moveOdds(fit: SharedFit, begin: number, end: number, factor: number): void {
  const { order, odds, probability } = fit;
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const moved = multipliedOdds(odds[row], factor);
    odds[row] = moved;
    probability[row] = probabilityOf(moved);
  }
}
