/** Logistic recalibration: label ~ intercept + slope × log-odds. */
import type { Estimate } from '../registry/card.ts';
import { z95 } from './normal.ts';

/** Calibrated log-odds = intercept + slope × log-odds. */
export interface Recalibration {
  readonly slope: number;
  readonly intercept: number;
}

export function logOddsOf(probability: number): number {
  const p = Math.min(1 - 1e-7, Math.max(1e-7, probability));
  return Math.log(p / (1 - p));
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * Platt's scaling (Platt 1999): maximum likelihood with his targets (events + 1)/(events + 2) and 1/(others + 2),
 * which keep the slope finite even where the scores separate the classes.
 */
export function plattScaling(labels: Uint8Array, logOdds: Float64Array): Recalibration {
  const events = labels.reduce((sum, label) => sum + label, 0);
  const others = labels.length - events;
  const targets = Float64Array.from(labels, (label) =>
    label === 1 ? (events + 1) / (events + 2) : 1 / (others + 2),
  );
  const { slope, intercept } = newton(targets, logOdds, true);
  return { slope, intercept };
}

/** Slope of the logistic recalibration (1: neither too extreme nor too cautious), 95 % Wald interval. */
export function calibrationSlope(labels: Uint8Array, logOdds: Float64Array): Estimate {
  const fit = newton(Float64Array.from(labels), logOdds, true);
  return interval(fit.slope, fit.slopeVariance);
}

/**
 * Intercept with the slope held at 1: calibration in the large (0: as many events as predicted; Van Calster 2016),
 * 95 % Wald interval.
 */
export function calibrationIntercept(labels: Uint8Array, logOdds: Float64Array): Estimate {
  const fit = newton(Float64Array.from(labels), logOdds, false);
  return interval(fit.intercept, fit.interceptVariance);
}

function interval(value: number, variance: number): Estimate {
  const half = z95 * Math.sqrt(variance);
  return { value, lower: value - half, upper: value + half };
}

interface Fit extends Recalibration {
  readonly slopeVariance: number;
  readonly interceptVariance: number;
}

/**
 * Newton's method on the two (or, with the slope held at 1, one) coefficients. It ends when a step changes the mean
 * loss by less than 1e-13; separable data, whose optimum lies at infinity, ends there too, at a large slope.
 */
function newton(targets: Float64Array, logOdds: Float64Array, freeSlope: boolean): Fit {
  let [slope, intercept] = freeSlope ? [0, 0] : [1, 0];
  let loss = Number.POSITIVE_INFINITY;
  for (let iteration = 0; ; iteration++) {
    const sums = momentsAt(targets, logOdds, slope, intercept);
    // A vanishing curvature must not divide by zero: the columns may be constant or the fit perfect.
    const ridge = 1e-12 * (1 + sums.curvature11);
    const determinant = (sums.curvature00 + ridge) * (sums.curvature11 + ridge) - sums.curvature01 ** 2;
    const done = loss - sums.loss < 1e-13 && iteration > 0;
    if (done || iteration === 100) {
      return freeSlope
        ? {
            slope,
            intercept,
            slopeVariance: sums.curvature00 / determinant,
            interceptVariance: sums.curvature11 / determinant,
          }
        : { slope, intercept, slopeVariance: 0, interceptVariance: 1 / (sums.curvature00 + ridge) };
    }
    loss = sums.loss;
    if (freeSlope) {
      intercept +=
        ((sums.curvature11 + ridge) * sums.gradient0 - sums.curvature01 * sums.gradient1) / determinant;
      slope +=
        ((sums.curvature00 + ridge) * sums.gradient1 - sums.curvature01 * sums.gradient0) / determinant;
    } else {
      intercept += sums.gradient0 / (sums.curvature00 + ridge);
    }
  }
}

/** Mean loss, and the sums of gradient and curvature by intercept (0) and slope (1). */
function momentsAt(targets: Float64Array, logOdds: Float64Array, slope: number, intercept: number) {
  let [loss, gradient0, gradient1, curvature00, curvature01, curvature11] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < targets.length; row++) {
    const x = logOdds[row];
    const eta = intercept + slope * x;
    const p = probabilityOf(eta);
    const weight = p * (1 - p);
    loss += Math.max(eta, 0) - eta * targets[row] + Math.log1p(Math.exp(-Math.abs(eta)));
    gradient0 += targets[row] - p;
    gradient1 += (targets[row] - p) * x;
    curvature00 += weight;
    curvature01 += weight * x;
    curvature11 += weight * x * x;
  }
  return { loss: loss / targets.length, gradient0, gradient1, curvature00, curvature01, curvature11 };
}
