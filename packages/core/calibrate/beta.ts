/** Beta calibration (Kull, Silva Filho and Flach 2017): for scores that are too sure on one side and not on the other. */
import { cholesky, solve } from '../cholesky.ts';
import { probabilityOf } from '../evaluate/recalibration.ts';
import { type Calibration, softplus } from './calibration.ts';

/**
 * Calibrated log-odds = intercept + a × log p − b × log(1 − p): a logistic regression on both logarithms, with Platt's targets
 * as labels, which keep it finite. A coefficient that would be below 0 is held at 0, and the other fitted anew (their section
 * 5), so that the answer never falls.
 */
export function betaCalibration(labels: Uint8Array, logOdds: Float64Array): Calibration {
  const events = labels.reduce((sum, label) => sum + label, 0);
  const [yes, no] = [(events + 1) / (events + 2), 1 / (labels.length - events + 2)];
  const targets = Float64Array.from(labels, (label) => (label === 1 ? yes : no));
  const constant = new Float64Array(labels.length).fill(1);
  const rises = [logOdds.map((x) => -softplus(-x)), logOdds.map(softplus)];
  const [intercept, a, b] = logistic([constant, ...rises], targets);
  if (a >= 0 && b >= 0) return { slope: 1, intercept, curve: { kind: 'beta', a, b } };
  const kept = a < 0 ? 1 : 0;
  const [base, slope] = logistic([constant, rises[kept]], targets);
  const one = Math.max(0, slope);
  // Scores that rank the wrong way round say nothing that could rise: what is left is how often the event happens.
  const level = slope < 0 ? logistic([constant], targets)[0] : base;
  const curve = { kind: 'beta' as const, a: kept === 0 ? one : 0, b: kept === 1 ? one : 0 };
  return { slope: 1, intercept: level, curve };
}

/** Newton's method; it ends when a step changes the mean loss by less than 1e-13. */
function logistic(columns: readonly Float64Array[], targets: Float64Array): number[] {
  const width = columns.length;
  let coefficients = new Array<number>(width).fill(0);
  let before = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < 100; iteration++) {
    const gradient = new Array<number>(width).fill(0);
    const curvature = new Float64Array(width * width);
    let loss = 0;
    for (let row = 0; row < targets.length; row++) {
      let eta = 0;
      for (let j = 0; j < width; j++) eta += coefficients[j] * columns[j][row];
      const p = probabilityOf(eta);
      loss += softplus(eta) - eta * targets[row];
      for (let j = 0; j < width; j++) {
        gradient[j] += (targets[row] - p) * columns[j][row];
        for (let k = 0; k <= j; k++)
          curvature[j * width + k] += p * (1 - p) * columns[j][row] * columns[k][row];
      }
    }
    loss /= targets.length;
    if (before - loss < 1e-13) break;
    before = loss;
    // Columns may be constant, or one a multiple of the other: their curvature must not vanish.
    for (let j = 0; j < width; j++) curvature[j * (width + 1)] += 1e-10 * (1 + curvature[j * (width + 1)]);
    const lower = cholesky(curvature, width);
    // Two columns that cannot be told apart: the coefficients so far are as good as any.
    if ('deficient' in lower) break;
    const step = solve(lower, gradient, width);
    coefficients = coefficients.map((value, j) => value + step[j]);
  }
  return coefficients;
}
