/** The training rows as bins, twice: row by row to sum histograms, column by column to part rows. */
import type { FeatureMatrix } from '../../table/matrix.ts';
import type { CategoryBins, FeatureBins, NumberBins } from './binning.ts';

export interface BinnedRows {
  readonly rows: number;
  readonly features: readonly FeatureBins[];
  /** Where each feature's bins start in a histogram, and their number at the end; shape [features + 1]. */
  readonly starts: Int32Array;
  /** Place of a value in a histogram, row-major [rows, features]. */
  readonly places: Uint16Array | Uint32Array;
  /** Bin of a value within its feature, column-major [features, rows]. */
  readonly columns: Uint8Array;
}

/** Memory is shared, so that threads can read it. */
export function binRows(data: FeatureMatrix, features: readonly FeatureBins[]): BinnedRows {
  const { rows, values } = data;
  const width = features.length;
  const starts = new Int32Array(width + 1);
  features.forEach(({ missing }, feature) => {
    starts[feature + 1] = starts[feature] + missing + 1;
  });
  const count = rows * width;
  const places =
    starts[width] <= 2 ** 16
      ? new Uint16Array(new SharedArrayBuffer(2 * count))
      : new Uint32Array(new SharedArrayBuffer(4 * count));
  const columns = new Uint8Array(new SharedArrayBuffer(count));
  features.forEach((bins, feature) => {
    const column = columns.subarray(feature * rows, (feature + 1) * rows);
    if (bins.kind === 'number') binNumbers(column, values, feature, width, bins);
    else binCategories(column, values, feature, width, bins);
    const start = starts[feature];
    for (let row = 0, place = feature; row < rows; row++, place += width) places[place] = start + column[row];
  });
  return { rows, features, starts, places, columns };
}

/** Writes the bins of one feature; `values` is row-major, `width` features wide. */
function binNumbers(
  column: Uint8Array,
  values: Float32Array,
  feature: number,
  width: number,
  { cuts, missing }: NumberBins,
): void {
  for (let row = 0, place = feature; row < column.length; row++, place += width) {
    const value = values[place];
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (value <= cuts[middle]) high = middle;
      else low = middle + 1;
    }
    column[row] = Number.isNaN(value) ? missing : low;
  }
}

function binCategories(
  column: Uint8Array,
  values: Float32Array,
  feature: number,
  width: number,
  { levels, missing }: CategoryBins,
): void {
  const binOf = new Map<number, number>();
  levels.forEach((level, bin) => {
    binOf.set(level, bin);
  });
  for (let row = 0, place = feature; row < column.length; row++, place += width) {
    const value = values[place];
    column[row] = Number.isNaN(value) ? missing : (binOf.get(value) ?? levels.length);
  }
}
