/** Fits how raw features become the columns a learner reads. Fitted on training rows only. */
import type { FeatureDefinition, FeatureMatrix } from '../table/matrix.ts';
import { columnValues } from '../table/summary.ts';

/**
 * One prepared column = (x − centre) × scale, where x is the feature's value (log(1 + value) for a count) or, for
 * part `missing`, 1 where the value is missing and 0 elsewhere. A missing value counts as the mean, so it becomes 0:
 * the average record is all zeros.
 */
export interface PreparedColumn {
  /** Index of the raw feature. */
  readonly feature: number;
  readonly part: 'value' | 'missing';
  readonly kind: FeatureDefinition['kind'];
  readonly centre: number;
  readonly scale: number;
}

export interface Preparation {
  readonly features: readonly FeatureDefinition[];
  readonly columns: readonly PreparedColumn[];
}

/**
 * Measures the training rows. Numbers and counts are brought to standard deviation 1; flags and indicators of missing
 * values keep their step of 1, so that a rare one does not become a huge number. What never varies gets no column.
 */
export function fitPreparation(matrix: FeatureMatrix, rows: Int32Array): Preparation {
  const columns = matrix.features.flatMap(({ kind }, feature) => {
    const values = columnValues(matrix, feature);
    const training = Float64Array.from(rows, (row) => values[row]);
    const present = training
      .filter((value) => !Number.isNaN(value))
      .map(kind === 'count' ? logarithm : Number);
    const missingShare = 1 - present.length / training.length;
    const fitted: PreparedColumn[] = [];

    const { mean, deviation } = moments(present);
    if (deviation > 0) {
      fitted.push({ feature, part: 'value', kind, centre: mean, scale: kind === 'flag' ? 1 : 1 / deviation });
    }
    if (missingShare > 0 && missingShare < 1) {
      fitted.push({ feature, part: 'missing', kind: 'flag', centre: missingShare, scale: 1 });
    }
    return fitted;
  });
  return { features: matrix.features, columns };
}

/** A count below 0 is taken as 0, here as in the graph. */
function logarithm(count: number): number {
  return Math.log1p(Math.max(0, count));
}

function moments(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}
