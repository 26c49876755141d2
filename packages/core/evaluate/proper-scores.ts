/** Strictly proper scores of probabilities: Brier score and logarithmic loss, with normal intervals of their means. */
import type { Estimate } from '../registry/card.ts';
import { z95 } from './normal.ts';

/** Keeps the logarithm finite: a float32 probability can round to 0 or 1. */
const smallest = 1e-7;

/** Mean squared distance between probability and label; shapes [rows]. */
export function brier(labels: Uint8Array, probabilities: Float64Array): Estimate {
  return meanWithInterval(brierLosses(labels, probabilities));
}

/** Mean negative log-likelihood in nats; shapes [rows]. */
export function logLoss(labels: Uint8Array, probabilities: Float64Array): Estimate {
  return meanWithInterval(logLosses(labels, probabilities));
}

/** Of each row. */
export function brierLosses(labels: Uint8Array, probabilities: Float64Array): Float64Array {
  return probabilities.map((p, row) => (p - labels[row]) ** 2);
}

/** Of each row, in nats. */
export function logLosses(labels: Uint8Array, probabilities: Float64Array): Float64Array {
  return probabilities.map((p, row) => -Math.log(Math.max(smallest, labels[row] === 1 ? p : 1 - p)));
}

/** Mean of values that rows have, with its normal 95 % interval. */
export function meanWithInterval(losses: Float64Array): Estimate {
  const value = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  const variance = losses.reduce((sum, loss) => sum + (loss - value) ** 2, 0) / (losses.length - 1);
  const half = z95 * Math.sqrt(variance / losses.length);
  return { value, lower: value - half, upper: value + half };
}
