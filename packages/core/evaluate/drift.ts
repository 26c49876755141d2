/** What has changed between two sets of rows: inputs, and whether probabilities still come true. */
import type { Estimate } from '../registry/card.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { type KolmogorovSmirnov, kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { z95 } from './normal.ts';
import { stabilityOfCategories, stabilityOfNumbers } from './population-stability.ts';
import { calibrationIntercept, calibrationSlope, logOddsOf } from './recalibration.ts';

export interface FeatureDrift {
  readonly name: string;
  readonly stability: number;
  /** Of the values that are there; null for categories, and where one set has none. */
  readonly kolmogorovSmirnov: KolmogorovSmirnov | null;
  /** Shares without a value. */
  readonly missing: { readonly before: number; readonly after: number };
}

/** Of each feature; both matrices are of the same features. */
export function featureDrift(before: FeatureMatrix, after: FeatureMatrix): FeatureDrift[] {
  return before.features.map(({ name, kind }, column) => {
    const [was, is] = [columnOf(before, column), columnOf(after, column)];
    const [known, knownAfter] = [was, is].map((values) => values.filter((value) => !Number.isNaN(value)));
    const measured = kind !== 'category' && known.length > 0 && knownAfter.length > 0;
    return {
      name,
      stability: kind === 'category' ? stabilityOfCategories(was, is) : stabilityOfNumbers(was, is),
      kolmogorovSmirnov: measured ? kolmogorovSmirnov(known, knownAfter) : null,
      missing: { before: 1 - known.length / was.length, after: 1 - knownAfter.length / is.length },
    };
  });
}

function columnOf({ rows, values, features }: FeatureMatrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => values[row * features.length + column]);
}

/** A figure on both sets, and how much it has changed. */
interface Change {
  readonly before: Estimate;
  readonly after: Estimate;
  /** After minus before, of independent rows. */
  readonly change: Estimate;
}

export interface CalibrationDrift {
  readonly observedToExpected: Change;
  readonly slope: Change;
  readonly intercept: Change;
}

interface Judged {
  /** 0 or 1, both of which occur; shapes [rows]. */
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
}

/** Whether the probabilities of one model fit the second set as they fit the first, with 95 % normal intervals. */
export function calibrationDrift(before: Judged, after: Judged): CalibrationDrift {
  const change = (of: (set: Judged) => Estimate): Change => {
    const [was, is] = [of(before), of(after)];
    const value = is.value - was.value;
    const half = Math.hypot(was.upper - was.value, is.upper - is.value);
    return { before: was, after: is, change: { value, lower: value - half, upper: value + half } };
  };
  return {
    observedToExpected: change(observedToExpectedEstimate),
    slope: change(({ labels, probabilities }) => calibrationSlope(labels, probabilities.map(logOddsOf))),
    intercept: change(({ labels, probabilities }) =>
      calibrationIntercept(labels, probabilities.map(logOddsOf)),
    ),
  };
}

/** Events over predicted events; the interval is that of a binomial count of events. */
function observedToExpectedEstimate({ labels, probabilities }: Judged): Estimate {
  const rows = labels.length;
  const events = labels.reduce((sum, label) => sum + label, 0);
  const expected = probabilities.reduce((sum, p) => sum + p, 0);
  const half = (z95 * Math.sqrt(events * (1 - events / rows))) / expected;
  const value = events / expected;
  return { value, lower: value - half, upper: value + half };
}
