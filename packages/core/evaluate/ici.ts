/** Integrated calibration index: the mean distance between a probability and what happens at that probability. */
import { solveLogistic } from '../learners/logistic/newton.ts';
import { logOddsOf, probabilityOf } from './recalibration.ts';
import { splineKnots, splineTerms } from './spline-basis.ts';

/** Keeps the smooth finite where the probabilities separate the labels; on terms of deviation 1 it moves nothing else. */
const penalty = 1e-6;
/** In log-likelihood: far below what the index is printed to. */
const smallestGain = 1e-12;

/**
 * Mean |p − smooth(p)| over the rows (Austin and Steyerberg 2019). The smooth is a logistic regression of the labels on a
 * restricted cubic spline of the log-odds (Austin, Harrell and van Klaveren 2020), not loess, whose cost grows with the
 * square of the rows.
 *
 * @param labels 0 or 1, both of which occur; shapes [rows]
 */
export function integratedCalibrationIndex(labels: Uint8Array, probabilities: Float64Array): number {
  const smooth = smoothedObserved(labels, probabilities);
  return smooth.reduce((sum, share, row) => sum + Math.abs(share - probabilities[row]), 0) / smooth.length;
}

/** The share of events to expect at each row's probability, shape [rows]. */
function smoothedObserved(labels: Uint8Array, probabilities: Float64Array): Float64Array {
  const rows = labels.length;
  const logOdds = probabilities.map(logOddsOf);
  const knots = splineKnots(logOdds);
  const terms = Array.from(logOdds, (value) => splineTerms(value, knots));
  const columns = knots.length < 3 ? 1 : knots.length - 1;
  const z = new Float32Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    const mean = terms.reduce((sum, row) => sum + row[column], 0) / rows;
    const variance = terms.reduce((sum, row) => sum + (row[column] - mean) ** 2, 0) / rows;
    const deviation = variance > 0 ? Math.sqrt(variance) : 1;
    terms.forEach((row, at) => {
      z[at * columns + column] = (row[column] - mean) / deviation;
    });
  }
  const { coefficients } = solveLogistic({ z, rows, columns, labels, weights: null }, penalty, {
    start: null,
    smallestGain,
    signal: { aborted: false, throwIfAborted: () => {} },
    onIteration: () => {},
  });
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = coefficients[0];
    for (let column = 0; column < columns; column++)
      sum += coefficients[column + 1] * z[row * columns + column];
    return probabilityOf(sum);
  });
}
