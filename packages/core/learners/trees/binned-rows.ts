/** The training rows as bins, twice: column by column to part rows, and joint columns side by side to sum histograms. */
import type { FeatureMatrix } from '../../table/matrix.ts';
import { binColumn, type FeatureBins } from './binning.ts';
import { type JointColumn, joinColumns } from './joint-columns.ts';

/** Columns that are summed in one pass over the rows; the kernels of histogram.ts are written out for so many. */
export const blockWidth = 10;

const tileRows = 256;

export interface BinnedRows {
  readonly rows: number;
  readonly features: readonly FeatureBins[];
  /** Where each feature's bins start in a histogram, and their number at the end; shape [features + 1]. */
  readonly starts: Int32Array;
  /** Bin of a value within its feature, column-major [features, rows]. */
  readonly columns: Uint8Array;
  /** Place of a joint column's value in a joint histogram, shape [blocks, rows, blockWidth]; rests have places of no use. */
  readonly places: Uint16Array | Uint32Array;
  readonly blocks: number;
  /** Places of a joint histogram, with those of no use. */
  readonly jointSize: number;
  /** For every joint place and each of its features: from where in the joint histogram to where in the features'. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Memory is shared, so that threads can read it. @param most bins of a feature */
export function binRows(data: FeatureMatrix, most: number): BinnedRows {
  const { rows } = data;
  const width = data.features.length;
  const columns = new Uint8Array(new SharedArrayBuffer(rows * width));
  const values = transposed(data);
  const features = data.features.map((definition, feature) => {
    const [begin, end] = [feature * rows, (feature + 1) * rows];
    return binColumn(values.subarray(begin, end), definition, most, columns.subarray(begin, end));
  });
  const starts = new Int32Array(width + 1);
  features.forEach(({ missing }, feature) => {
    starts[feature + 1] = starts[feature] + missing + 1;
  });
  const joined = joinColumns(features, columns, rows);
  return { rows, features, starts, columns, ...layOut(joined, rows), ...expansionOf(joined, starts) };
}

/** Column-major [features, rows]. */
function transposed({ rows, features, values }: FeatureMatrix): Float32Array {
  const width = features.length;
  const columns = new Float32Array(rows * width);
  // Few enough rows at a time that all their values stay in the cache until the last feature has been read.
  for (let begin = 0; begin < rows; begin += tileRows) {
    const end = Math.min(rows, begin + tileRows);
    for (let feature = 0; feature < width; feature++) {
      const column = feature * rows;
      for (let row = begin; row < end; row++) columns[column + row] = values[row * width + feature];
    }
  }
  return columns;
}

function layOut(
  joined: readonly JointColumn[],
  rows: number,
): Pick<BinnedRows, 'places' | 'blocks' | 'jointSize'> {
  const blocks = Math.ceil(joined.length / blockWidth);
  const used = joined.reduce((sum, { size }) => sum + size, 0);
  const jointSize = used + blocks * blockWidth - joined.length;
  const count = blocks * rows * blockWidth;
  const places =
    jointSize <= 2 ** 16
      ? new Uint16Array(new SharedArrayBuffer(2 * count))
      : new Uint32Array(new SharedArrayBuffer(4 * count));
  let start = 0;
  for (let slot = 0; slot < blocks * blockWidth; slot++) {
    const codes = joined[slot]?.codes;
    let place = Math.floor(slot / blockWidth) * rows * blockWidth + (slot % blockWidth);
    for (let row = 0; row < rows; row++, place += blockWidth)
      places[place] = start + (codes ? codes[row] : 0);
    start += joined[slot]?.size ?? 1;
  }
  return { places, blocks, jointSize };
}

function expansionOf(joined: readonly JointColumn[], starts: Int32Array): Pick<BinnedRows, 'from' | 'to'> {
  const from: number[] = [];
  const to: number[] = [];
  let start = 0;
  for (const { features, size, bins } of joined) {
    features.forEach((feature, member) => {
      for (let code = 0; code < size; code++) {
        from.push(start + code);
        to.push(starts[feature] + bins[member * size + code]);
      }
    });
    start += size;
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}
