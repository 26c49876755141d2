/**
 * Shapley values of any model, by sampling: for a background row and an order of the features, the row's values are put in
 * one after the other, and each is credited with the step it makes (Štrumbelj and Kononenko 2014, Algorithm 1). Every order
 * is walked in reverse too, which cancels much of the error (antithetic pairs; Mitchell et al. 2022).
 *
 * What is not known is averaged over the background rows (the "interventional" value function). Each background row is used
 * equally often, so that contributions and the background's mean add up to the row's score exactly.
 */
import { createRandom, shuffle } from '../random.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { mostRowsAtOnce, type Scorer } from './scorer.ts';

export interface SampledShapley {
  /** Mean score of the background rows: with the contributions of a row it adds up to the row's score. */
  readonly baseline: number;
  /** Shape [rows, features]. */
  readonly contributions: Float64Array;
  /** Of each contribution, from the spread over the pairs; shape [rows, features]. */
  readonly standardErrors: Float64Array;
}

export interface SampledShapleyOptions {
  readonly background: FeatureMatrix;
  /** How often each background row starts a pair of walks; errors fall with its square root. */
  readonly rounds: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/**
 * @throws RangeError where there are fewer than two background rows, or where the model has no number for a mixture of a row
 *   and a background row; the signal's reason
 */
export async function sampledShapley(
  score: Scorer,
  matrix: FeatureMatrix,
  { background, rounds, seed, signal }: SampledShapleyOptions,
): Promise<SampledShapley> {
  const width = matrix.features.length;
  if (background.rows < 2) throw new RangeError('Sampled contributions need at least two background rows.');
  const pairs = background.rows * rounds;
  const contributions = new Float64Array(matrix.rows * width);
  const standardErrors = new Float64Array(matrix.rows * width);
  const random = createRandom(seed);
  let baseline = 0;
  for (let row = 0; row < matrix.rows; row++) {
    signal?.throwIfAborted();
    const own = matrix.values.subarray(row * width, (row + 1) * width);
    const orders = Array.from({ length: pairs }, () => {
      const order = Int32Array.from({ length: width }, (_, feature) => feature);
      shuffle(order, random);
      return order;
    });
    const steps = await walk(score, own, orders, background);
    baseline = steps.baseline;
    for (let feature = 0; feature < width; feature++) {
      const { mean, error } = spread(steps.ofPairs, feature, width);
      contributions[row * width + feature] = mean;
      standardErrors[row * width + feature] = error;
    }
  }
  return { baseline, contributions, standardErrors };
}

/** Mean step of each feature over the two walks of a pair, shape [pairs, features]. */
async function walk(
  score: Scorer,
  own: Float32Array,
  orders: readonly Int32Array[],
  background: FeatureMatrix,
): Promise<{ readonly baseline: number; readonly ofPairs: Float64Array }> {
  const width = own.length;
  const perPair = 2 * (width + 1);
  const ofPairs = new Float64Array(orders.length * width);
  const pairsAtOnce = Math.max(1, Math.floor(mostRowsAtOnce / perPair));
  let baseline = 0;
  for (let from = 0; from < orders.length; from += pairsAtOnce) {
    const part = orders.slice(from, from + pairsAtOnce);
    const values = new Float32Array(part.length * perPair * width);
    part.forEach((order, place) => {
      const other = (from + place) % background.rows;
      const start = background.values.subarray(other * width, (other + 1) * width);
      for (const [side, features] of [order, order.toReversed()].entries()) {
        const mixed = Float32Array.from(start);
        const first = place * perPair + side * (width + 1);
        values.set(mixed, first * width);
        features.forEach((feature, step) => {
          mixed[feature] = own[feature];
          values.set(mixed, (first + step + 1) * width);
        });
      }
    });
    const scores = await score({ features: background.features, rows: part.length * perPair, values });
    part.forEach((order, place) => {
      baseline += numberAt(scores, place * perPair) / orders.length;
      for (const [side, features] of [order, order.toReversed()].entries()) {
        const first = place * perPair + side * (width + 1);
        features.forEach((feature, step) => {
          const made = numberAt(scores, first + step + 1) - numberAt(scores, first + step);
          ofPairs[(from + place) * width + feature] += made / 2;
        });
      }
    });
  }
  return { baseline, ofPairs };
}

function numberAt(scores: ArrayLike<number>, at: number): number {
  if (Number.isFinite(scores[at])) return scores[at];
  throw new RangeError(
    'The model has no answer for a mixture of this row and a background row: give rows without missing values.',
  );
}

function spread(ofPairs: Float64Array, feature: number, width: number) {
  const pairs = ofPairs.length / width;
  let mean = 0;
  for (let pair = 0; pair < pairs; pair++) mean += ofPairs[pair * width + feature] / pairs;
  let squares = 0;
  for (let pair = 0; pair < pairs; pair++) squares += (ofPairs[pair * width + feature] - mean) ** 2;
  return { mean, error: Math.sqrt(squares / (pairs - 1) / pairs) };
}
