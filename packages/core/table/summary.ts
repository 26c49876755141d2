/** What the model card says about the table a model was trained on. */
import { createHash } from 'node:crypto';
import type { ModelCard } from '../registry/card.ts';
import type { FeatureMatrix, LabelledMatrix } from './matrix.ts';

/** Of each feature, over all rows: missing share, and mean with percentiles or the shares of its levels; 0 without values. */
export function summarise(matrix: FeatureMatrix): ModelCard['features'] {
  return matrix.features.map((feature, column) => {
    const present = columnValues(matrix, column)
      .filter((value) => !Number.isNaN(value))
      .sort();
    const missing = 1 - present.length / matrix.rows;
    if (feature.kind === 'category') {
      const { name, kind, unit } = feature;
      const shares = levelShares(present, feature.levels.length);
      const levels = feature.levels.map((level, position) => ({ name: level, share: shares[position] }));
      return { name, kind, unit, missing, levels };
    }
    const sum = present.reduce((total, value) => total + value, 0);
    return {
      name: feature.name,
      kind: feature.kind,
      unit: feature.unit,
      missing,
      mean: present.length === 0 ? 0 : sum / present.length,
      low: quantile(present, 0.01),
      high: quantile(present, 0.99),
    };
  });
}

function levelShares(positions: Float64Array, levels: number): Float64Array {
  const shares = new Float64Array(levels);
  for (const position of positions) if (position < levels) shares[position] += 1 / positions.length;
  return shares;
}

/** One column of the matrix, shape [rows]. */
export function columnValues(matrix: FeatureMatrix, column: number): Float64Array {
  const { rows, values, features } = matrix;
  const own = new Float64Array(rows);
  for (let row = 0; row < rows; row++) own[row] = values[row * features.length + column];
  return own;
}

/** Quantile of values in rising order, linear between neighbours; 0 of none. */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return 0;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** SHA-256 over the features' definitions, ids, values and labels, in order. */
export function fingerprint(data: LabelledMatrix): string {
  const hash = createHash('sha256').update(JSON.stringify(data.features));
  for (const part of [data.ids, data.values, data.labels]) {
    hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  }
  return hash.digest('hex');
}
