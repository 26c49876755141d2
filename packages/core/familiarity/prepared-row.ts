/** One raw row to prepared columns without TensorFlow.js, which scoring threads do not load. */
import type { PreparedColumn } from '../prepare/preparation.ts';
import type { FeatureMatrix } from '../table/matrix.ts';

/**
 * As `prepareColumns`, but for a level that training has not seen: it is none of the levels there are, not the average of
 * them.
 *
 * @param raw shape [features], NaN where missing
 * @returns shape [columns]
 */
export function preparedRow(columns: readonly PreparedColumn[], raw: Float32Array): Float64Array {
  const prepared = new Float64Array(columns.length);
  for (let at = 0; at < columns.length; at++) prepared[at] = preparedValue(columns[at], raw);
  return prepared;
}

function preparedValue(
  { feature, part, level, kind, centre, scale }: PreparedColumn,
  raw: Float32Array,
): number {
  const value = raw[feature];
  const isMissing = Number.isNaN(value);
  if (part === 'missing') return ((isMissing ? 1 : 0) - centre) * scale;
  if (isMissing) return 0;
  if (part === 'level') return ((value === level ? 1 : 0) - centre) * scale;
  return ((kind === 'count' ? Math.log1p(Math.max(0, value)) : value) - centre) * scale;
}

/** A row of the matrix as it lies there. */
export function rawRow({ features, values }: FeatureMatrix, row: number): Float32Array {
  return values.subarray(row * features.length, (row + 1) * features.length);
}
