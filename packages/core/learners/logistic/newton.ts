/** The coefficients of a penalised logistic regression, by Newton's method in double precision. */

import { cholesky, solve } from '../../cholesky.ts';
import type { StopSignal } from '../contract.ts';
import { FitError } from '../errors.ts';

/** Prepared rows; `z` is row-major, shape [rows, columns]. */
export interface LogisticRows {
  readonly z: Float32Array;
  readonly rows: number;
  readonly columns: number;
  /** 0 or 1, shape [rows]. */
  readonly labels: Uint8Array;
  /** Shape [rows]; null: 1 each. */
  readonly weights: Float32Array | null;
}

export interface Solution {
  /** Intercept first, shape [1 + columns]. */
  readonly coefficients: Float64Array;
  /** Cholesky factor of the objective's second derivatives at the solution, shape [1 + columns, 1 + columns]. */
  readonly factor: Float64Array;
}

export interface NewtonOptions {
  readonly start: Float64Array | null;
  /** The fit ends where a step would win less than this, in log-likelihood. It is still taken, and squares what is missing. */
  readonly smallestGain: number;
  readonly signal: StopSignal;
  /** At each iteration, with the objective before it divided by the sum of the weights. */
  readonly onIteration: (iteration: number, meanLoss: number) => void;
}

/** A Newton step moves the log-odds of separated rows by about 1; below a penalty of 1e-12 they end near 30. */
export const mostIterations = 100;

/** Half a squared ten-millionth of a standard error: exact to rounding. */
export const exactGain = 1e-14;
/** Coefficients that still move by this much where nothing is left to win have no end; prepared numbers have deviation 1. */
const endlessMove = 1e-3;
const mostHalvings = 40;

/**
 * Minimises Σ weight · loss + ½ penalty ‖w‖² (the intercept is free), which is scikit-learn's objective times
 * C = 1/penalty.
 *
 * Newton's method (iteratively reweighted least squares; McCullagh and Nelder 1989, 2.5), a step halved until the
 * objective falls.
 *
 * @throws FitError without penalty: `separated` where the coefficients grow without end, `collinear` where columns
 * leave them open
 */
export function solveLogistic(rows: LogisticRows, penalty: number, options: NewtonOptions): Solution {
  const size = rows.columns + 1;
  let at: Float64Array = options.start ?? startOf(rows);
  let curvature = curvatureAt(rows, penalty, at);
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    options.signal.throwIfAborted();
    const factor = cholesky(curvature.hessian, size);
    if (!(factor instanceof Float64Array)) throw unsolvable(factor.deficient, iteration);
    const step = solve(factor, curvature.gradient, size);
    const gain = step.reduce((sum, value, index) => sum + (value * curvature.gradient[index]) / 2, 0);
    const done = gain < options.smallestGain;
    if (done && penalty === 0 && step.some((value) => Math.abs(value) > endlessMove)) throw separated();
    options.onIteration(iteration, curvature.objective / curvature.weight);
    if (done) return { coefficients: at.map((value, index) => value - step[index]), factor };
    const next = descend(rows, penalty, at, step, curvature.objective);
    at = next.coefficients;
    curvature = next.curvature;
  }
  throw separated();
}

/** Half the step, until the objective is no higher than before but for rounding. */
function descend(
  rows: LogisticRows,
  penalty: number,
  from: Float64Array,
  step: Float64Array,
  objective: number,
): { readonly coefficients: Float64Array; readonly curvature: Curvature } {
  const rounding = 1e-12 * (1 + Math.abs(objective));
  for (let halving = 0, share = 1; ; halving++, share /= 2) {
    const coefficients = from.map((value, index) => value - share * step[index]);
    const curvature = curvatureAt(rows, penalty, coefficients);
    if (curvature.objective <= objective + rounding || halving === mostHalvings)
      return { coefficients, curvature };
  }
}

/** The log-odds of the labels' mean for the intercept, no slopes. */
function startOf({ labels, weights, columns }: LogisticRows): Float64Array {
  let [events, total] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const weight = weights === null ? 1 : weights[row];
    events += weight * labels[row];
    total += weight;
  }
  if (!(events > 0 && events < total))
    throw new FitError('oneClass', 'All rows that count have the same label.');
  const start = new Float64Array(columns + 1);
  start[0] = Math.log(events / (total - events));
  return start;
}

/** The objective with its first and second derivatives; of the second, the lower triangle. */
interface Curvature {
  readonly weight: number;
  readonly objective: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** Rows that are taken together: each sum of the second derivatives is then read and written once for all of them. */
const block = 8;

function curvatureAt(rows: LogisticRows, penalty: number, at: Float64Array): Curvature {
  const { z, columns, labels, weights } = rows;
  const size = columns + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const scaled = new Float64Array(block * size);
  let [loss, total] = [0, 0];
  for (let first = 0; first < rows.rows; first += block) {
    const taken = Math.min(block, rows.rows - first);
    if (taken < block) scaled.fill(0);
    for (let place = 0; place < taken; place++) {
      const row = first + place;
      const start = row * columns;
      let logOdds = at[0];
      for (let i = 0; i < columns; i++) logOdds += at[i + 1] * z[start + i];
      const weight = weights === null ? 1 : weights[row];
      const small = Math.exp(-Math.abs(logOdds));
      const probability = (logOdds > 0 ? 1 : small) / (1 + small);
      loss += weight * (Math.max(logOdds, 0) - labels[row] * logOdds + Math.log1p(small));
      total += weight;
      const slope = weight * (probability - labels[row]);
      const root = Math.sqrt(weight * small) / (1 + small);
      gradient[0] += slope;
      scaled[place * size] = root;
      for (let i = 0; i < columns; i++) {
        gradient[i + 1] += slope * z[start + i];
        scaled[place * size + i + 1] = root * z[start + i];
      }
    }
    addProducts(hessian, scaled, size);
  }
  let shrinkage = 0;
  for (let i = 1; i < size; i++) {
    shrinkage += (penalty / 2) * at[i] ** 2;
    gradient[i] += penalty * at[i];
    hessian[i * size + i] += penalty;
  }
  return { weight: total, objective: loss + shrinkage, gradient, hessian };
}

/** Adds the block's products scaledᵀ scaled to the lower triangle. */
function addProducts(hessian: Float64Array, scaled: Float64Array, size: number): void {
  const [b, c, d, e] = [size, 2 * size, 3 * size, 4 * size];
  const [f, g, h] = [5 * size, 6 * size, 7 * size];
  for (let i = 0; i < size; i++) {
    const [a0, a1, a2, a3] = [scaled[i], scaled[b + i], scaled[c + i], scaled[d + i]];
    const [a4, a5, a6, a7] = [scaled[e + i], scaled[f + i], scaled[g + i], scaled[h + i]];
    const start = i * size;
    for (let j = 0; j <= i; j++) {
      hessian[start + j] +=
        a0 * scaled[j] +
        a1 * scaled[b + j] +
        a2 * scaled[c + j] +
        a3 * scaled[d + j] +
        a4 * scaled[e + j] +
        a5 * scaled[f + j] +
        a6 * scaled[g + j] +
        a7 * scaled[h + j];
    }
  }
}

function unsolvable(deficient: number, iteration: number): Error {
  if (iteration > 1) return separated();
  const column = deficient === 0 ? 'the intercept' : `prepared column ${deficient}`;
  return new FitError(
    'collinear',
    `Without a penalty ${column} has no coefficient of its own: it is a sum of the columns before it.`,
  );
}

function separated(): Error {
  return new FitError(
    'separated',
    'Without a penalty the coefficients grow without end: the features tell some rows of one class from all of the other. Use a penalty above 0.',
  );
}
