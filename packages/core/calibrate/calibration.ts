/** How the log-odds that a learner gives become log-odds that hold: a line, and where asked for a monotone curve. */
import { z } from 'zod';
import { probabilityOf } from '../evaluate/recalibration.ts';

const curve = z.discriminatedUnion('kind', [
  /** Linear between the points, level beyond the first and the last; both lists rise. */
  z.object({
    kind: z.literal('isotonic'),
    from: z.array(z.number()).min(1),
    to: z.array(z.number()).min(1),
  }),
  /** a × log p − b × log(1 − p), where p is the probability that belongs to the log-odds; neither is below 0. */
  z.object({ kind: z.literal('beta'), a: z.number().min(0), b: z.number().min(0) }),
]);

/**
 * Calibrated log-odds = intercept + slope × log-odds for `platt`. With a curve: intercept + curve(log-odds), and the slope is
 * 1.
 */
export const calibrationMap = z.object({ slope: z.number(), intercept: z.number(), curve: curve.optional() });
export type Calibration = Readonly<z.infer<typeof calibrationMap>>;

export const calibrationMethods = ['platt', 'isotonic', 'beta'] as const;
export type CalibrationMethod = (typeof calibrationMethods)[number];

export function methodOf({ curve }: Calibration): CalibrationMethod {
  return curve?.kind ?? 'platt';
}

/** The probability that the calibration makes of uncalibrated log-odds. */
export function calibratedProbability({ slope, intercept, curve }: Calibration, logOdds: number): number {
  if (curve === undefined) return probabilityOf(intercept + slope * logOdds);
  const bent = curve.kind === 'beta' ? betaAt(curve, logOdds) : pointsAt(curve, logOdds);
  return probabilityOf(intercept + bent);
}

function betaAt({ a, b }: { readonly a: number; readonly b: number }, logOdds: number): number {
  return b * softplus(logOdds) - a * softplus(-logOdds);
}

/** log(1 + exp(x)); −log(1 − p) at the log-odds x, and −log p at −x. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function pointsAt(
  { from, to }: { readonly from: readonly number[]; readonly to: readonly number[] },
  x: number,
): number {
  const last = from.length - 1;
  if (x <= from[0]) return to[0];
  if (x >= from[last]) return to[last];
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= x) low = middle;
    else high = middle;
  }
  return to[low] + ((to[high] - to[low]) * (x - from[low])) / (from[high] - from[low]);
}
