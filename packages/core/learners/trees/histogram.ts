/** Sums of packed gradients and numbers of rows in every bin of every feature. */
import { type BinnedRows, blockWidth } from './binned-rows.ts';

export interface Histogram {
  /** Packed gradients and hessians, shape [bins]. */
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

export function createHistogram(bins: number): Histogram {
  return {
    sums: new Float64Array(new SharedArrayBuffer(8 * bins)),
    counts: new Int32Array(new SharedArrayBuffer(4 * bins)),
  };
}

export function clear({ sums, counts }: Histogram): void {
  sums.fill(0);
  counts.fill(0);
}

/** What is read of the rows to sum a joint histogram. */
export type SummedRows = Pick<BinnedRows, 'rows' | 'blocks' | 'places'>;

/** Adds the rows `order[begin]` to `order[end - 1]` to a joint histogram. @param counted false leaves counts as they are */
export function addRows(
  { sums, counts }: Histogram,
  { rows, blocks, places }: SummedRows,
  packed: Float64Array,
  order: Int32Array,
  begin: number,
  end: number,
  counted: boolean,
): void {
  for (let block = 0; block < blocks; block++) {
    const start = block * rows * blockWidth;
    if (counted) addSumsAndCounts(sums, counts, places, start, packed, order, begin, end);
    else addSums(sums, places, start, packed, order, begin, end);
  }
}

/**
 * Written out for ten columns: a loop over columns takes up to twice the time, and with fewer columns an addition waits
 * for the one of the row before to the same bin.
 */
function addSums(
  sums: Float64Array,
  places: Uint16Array | Uint32Array,
  start: number,
  packed: Float64Array,
  order: Int32Array,
  begin: number,
  end: number,
): void {
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const value = packed[row];
    const place = start + row * blockWidth;
    sums[places[place]] += value;
    sums[places[place + 1]] += value;
    sums[places[place + 2]] += value;
    sums[places[place + 3]] += value;
    sums[places[place + 4]] += value;
    sums[places[place + 5]] += value;
    sums[places[place + 6]] += value;
    sums[places[place + 7]] += value;
    sums[places[place + 8]] += value;
    sums[places[place + 9]] += value;
  }
}

function addSumsAndCounts(
  sums: Float64Array,
  counts: Int32Array,
  places: Uint16Array | Uint32Array,
  start: number,
  packed: Float64Array,
  order: Int32Array,
  begin: number,
  end: number,
): void {
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const value = packed[row];
    const place = start + row * blockWidth;
    const bin0 = places[place];
    const bin1 = places[place + 1];
    const bin2 = places[place + 2];
    const bin3 = places[place + 3];
    const bin4 = places[place + 4];
    const bin5 = places[place + 5];
    const bin6 = places[place + 6];
    const bin7 = places[place + 7];
    const bin8 = places[place + 8];
    const bin9 = places[place + 9];
    sums[bin0] += value;
    counts[bin0]++;
    sums[bin1] += value;
    counts[bin1]++;
    sums[bin2] += value;
    counts[bin2]++;
    sums[bin3] += value;
    counts[bin3]++;
    sums[bin4] += value;
    counts[bin4]++;
    sums[bin5] += value;
    counts[bin5]++;
    sums[bin6] += value;
    counts[bin6]++;
    sums[bin7] += value;
    counts[bin7]++;
    sums[bin8] += value;
    counts[bin8]++;
    sums[bin9] += value;
    counts[bin9]++;
  }
}

/** Adds a joint histogram to one of single features. */
export function expand(histogram: Histogram, joint: Histogram, { from, to }: BinnedRows): void {
  const { sums, counts } = histogram;
  for (let index = 0; index < from.length; index++) {
    const target = to[index];
    sums[target] += joint.sums[from[index]];
    counts[target] += joint.counts[from[index]];
  }
}

/** Adds a histogram to another one of the same shape. */
export function add(histogram: Histogram, other: Histogram): void {
  for (let bin = 0; bin < histogram.sums.length; bin++) {
    histogram.sums[bin] += other.sums[bin];
    histogram.counts[bin] += other.counts[bin];
  }
}

/** Leaves in `whole` what is not in `part`. */
export function subtract(whole: Histogram, part: Histogram): void {
  for (let bin = 0; bin < whole.sums.length; bin++) {
    whole.sums[bin] -= part.sums[bin];
    whole.counts[bin] -= part.counts[bin];
  }
}
