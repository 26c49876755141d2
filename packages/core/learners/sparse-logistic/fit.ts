/** Logistic regression on many columns that are mostly 0, such as a flag for each of thousands of exercises. */
import { setImmediate } from 'node:timers/promises';
import type { StopSignal } from '../contract.ts';
import { FitError } from '../errors.ts';
import { curvatureDiagonal, type SparseLesson, slopeAt } from './objective.ts';

export interface FittedSparseLogistic {
  readonly intercept: number;
  /** Shape [columns]. */
  readonly coefficients: Float64Array;
}

export interface SparseFitOptions {
  readonly signal: StopSignal;
  /** `share` of the most iterations. */
  readonly onIteration: (iteration: number, meanLoss: number, share: number) => void;
}

/** Steps whose change of slope is remembered. */
const memory = 10;
const mostIterations = 200;
/** The fit ends where an iteration wins less than this, as a share of the objective. */
const smallestGain = 1e-7;
const mostHalvings = 30;
/** Armijo's condition: the share of the promised fall that a step must bring. */
const sufficient = 1e-4;

interface Pair {
  readonly move: Float64Array;
  readonly change: Float64Array;
  readonly product: number;
}

/**
 * Minimises Σ loss + ½ Σ penalty · coefficient² by L-BFGS (Liu and Nocedal 1989) from the labels' log-odds; the first
 * guess of the curvature is its diagonal, without which rare columns would hardly move.
 *
 * @throws FitError `oneClass`; the signal's reason, asked between iterations, where other work gets its turn too
 */
export async function fitSparseLogistic(
  lesson: SparseLesson,
  { signal, onIteration }: SparseFitOptions,
): Promise<FittedSparseLogistic> {
  const { labels, penalties } = lesson;
  const events = labels.reduce((sum, label) => sum + label, 0);
  if (events === 0 || events === labels.length) {
    throw new FitError('oneClass', 'All rows are of one class: there is nothing to tell apart.');
  }
  const diagonal = curvatureDiagonal(lesson).map((value) => Math.max(value, Number.MIN_VALUE));
  let at = new Float64Array(penalties.length + 1);
  at[penalties.length] = Math.log(events / (labels.length - events));
  let slope = slopeAt(lesson, at);
  const pairs: Pair[] = [];
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    await setImmediate();
    signal.throwIfAborted();
    const direction = descent(pairs, diagonal, slope.gradient);
    const next = search(lesson, at, slope, direction);
    if (next === null) break;
    const gain = slope.objective - next.slope.objective;
    remember(pairs, difference(next.at, at), difference(next.slope.gradient, slope.gradient));
    [at, slope] = [next.at, next.slope];
    onIteration(iteration, slope.objective / labels.length, iteration / mostIterations);
    if (gain < smallestGain * Math.abs(slope.objective)) break;
  }
  return { intercept: at[penalties.length], coefficients: at.slice(0, penalties.length) };
}

/** Minus the gradient times the remembered curvature's inverse: the two loops of Nocedal 1980. */
function descent(pairs: readonly Pair[], diagonal: Float64Array, gradient: Float64Array): Float64Array {
  const direction = gradient.map((value) => -value);
  const weights: number[] = [];
  for (const { move, change, product } of pairs.toReversed()) {
    const weight = dot(move, direction) / product;
    weights.push(weight);
    addTo(direction, change, -weight);
  }
  for (let index = 0; index < direction.length; index++) direction[index] /= diagonal[index];
  for (const { move, change, product } of pairs) {
    const weight = weights.pop() ?? 0;
    addTo(direction, move, weight - dot(change, direction) / product);
  }
  return direction;
}

/** The step, halved until it brings enough; null where rounding leaves nothing to win. */
function search(
  lesson: SparseLesson,
  at: Float64Array,
  { objective, gradient }: { readonly objective: number; readonly gradient: Float64Array },
  direction: Float64Array,
) {
  const promised = dot(gradient, direction);
  for (let halving = 0, share = 1; halving < mostHalvings; halving++, share /= 2) {
    const next = at.map((value, index) => value + share * direction[index]);
    const slope = slopeAt(lesson, next);
    if (slope.objective <= objective + sufficient * share * promised) return { at: next, slope };
  }
  return null;
}

function remember(pairs: Pair[], move: Float64Array, change: Float64Array): void {
  const product = dot(move, change);
  // The objective is convex, so only rounding makes this fail.
  if (!(product > 0)) return;
  pairs.push({ move, change, product });
  if (pairs.length > memory) pairs.shift();
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index] * other[index];
  return sum;
}

function addTo(sum: Float64Array, added: Float64Array, factor: number): void {
  for (let index = 0; index < sum.length; index++) sum[index] += factor * added[index];
}

const difference = (one: Float64Array, other: Float64Array) =>
  one.map((value, index) => value - other[index]);
