/** Fits a calibration, or finds by rows that it was not fitted on which one serves. */
import { logLosses } from '../evaluate/proper-scores.ts';
import { plattScaling } from '../evaluate/recalibration.ts';
import { foldSplits, stratifiedFolds } from '../table/splits.ts';
import { betaCalibration } from './beta.ts';
import { type Calibration, type CalibrationMethod, calibratedProbability } from './calibration.ts';
import { isotonicCalibration } from './isotonic.ts';

/** What a person asks for; `auto` is `platt` unless another is better beyond chance. */
export const calibrationChoices = ['platt', 'isotonic', 'beta', 'auto'] as const;
export type CalibrationChoice = (typeof calibrationChoices)[number];

const fits: Readonly<Record<CalibrationMethod, (labels: Uint8Array, logOdds: Float64Array) => Calibration>> =
  { platt: plattScaling, isotonic: isotonicCalibration, beta: betaCalibration };

/**
 * @param labels 0 or 1, shape [rows]
 * @param logOdds of models that have not seen the rows, uncalibrated, shape [rows]
 */
export function fitCalibration(
  choice: CalibrationChoice,
  labels: Uint8Array,
  logOdds: Float64Array,
): Calibration {
  return fits[choice === 'auto' ? bestMethod(labels, logOdds) : choice](labels, logOdds);
}

const folds = 5;
/** A method has to be better than Platt's by this many standard errors of the difference. */
const standardErrors = 2;

function bestMethod(labels: Uint8Array, logOdds: Float64Array): CalibrationMethod {
  const platt = crossFittedLosses('platt', labels, logOdds);
  let best: { readonly method: CalibrationMethod; readonly gain: number } = { method: 'platt', gain: 0 };
  // The smoother first: where both gain the same, it stays.
  for (const method of ['beta', 'isotonic'] as const) {
    const losses = crossFittedLosses(method, labels, logOdds);
    const { mean, standardError } = meanDifference(platt, losses);
    if (mean > standardErrors * standardError && mean > best.gain) best = { method, gain: mean };
  }
  return best.method;
}

/** Log loss in nats of each row, calibrated by the rows of the other folds; shape [rows]. */
export function crossFittedLosses(
  method: CalibrationMethod,
  labels: Uint8Array,
  logOdds: Float64Array,
): Float64Array {
  const probabilities = new Float64Array(labels.length);
  for (const { train, test } of foldSplits(stratifiedFolds(labels, folds, 0), folds)) {
    const own = Uint8Array.from(train, (row) => labels[row]);
    const fitted = fits[method](
      own,
      Float64Array.from(train, (row) => logOdds[row]),
    );
    for (const row of test) probabilities[row] = calibratedProbability(fitted, logOdds[row]);
  }
  return logLosses(labels, probabilities);
}

function meanDifference(one: Float64Array, other: Float64Array) {
  const differences = one.map((loss, row) => loss - other[row]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = squares / Math.max(1, differences.length - 1);
  return { mean, standardError: Math.sqrt(variance / differences.length) };
}
