/** Some rows of a matrix, and rows with some values set: what explanations ask a model with. */
import { createRandom, shuffle } from '../random.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { columnValues } from '../table/summary.ts';

/** At most so many rows, drawn without repetition; all of them where there are no more. */
export function someRows(matrix: FeatureMatrix, most: number, seed: number): FeatureMatrix {
  if (matrix.rows <= most) return matrix;
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  shuffle(order, createRandom(seed));
  const width = matrix.features.length;
  const values = new Float32Array(most * width);
  for (let row = 0; row < most; row++) {
    values.set(matrix.values.subarray(order[row] * width, (order[row] + 1) * width), row * width);
  }
  return { features: matrix.features, rows: most, values };
}

/**
 * Every row once for each setting, settings outermost; shape [settings × rows].
 *
 * @param settings values by column
 */
export function withValues(
  { features, rows, values }: FeatureMatrix,
  settings: readonly ReadonlyMap<number, number>[],
): FeatureMatrix {
  const width = features.length;
  const all = new Float32Array(settings.length * values.length);
  settings.forEach((setting, place) => {
    const from = place * values.length;
    all.set(values, from);
    for (const [column, value] of setting) {
      for (let row = 0; row < rows; row++) all[from + row * width + column] = value;
    }
  });
  return { features, rows: settings.length * rows, values: all };
}

/** The known values of a column, ascending. */
export function knownValues(matrix: FeatureMatrix, column: number): Float64Array {
  return columnValues(matrix, column)
    .filter((value) => !Number.isNaN(value))
    .sort();
}
