/** Sums of packed gradients and numbers of rows in every bin of every feature. */

export interface Histogram {
  /** Packed gradients and hessians, shape [bins of all features]. */
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

export function createHistogram(bins: number): Histogram {
  return {
    sums: new Float64Array(new SharedArrayBuffer(8 * bins)),
    counts: new Int32Array(new SharedArrayBuffer(4 * bins)),
  };
}

/** Adds the rows `order[begin]` to `order[end - 1]`. @param places row-major [rows, width] */
export function addRows(
  { sums, counts }: Histogram,
  places: Uint16Array | Uint32Array,
  width: number,
  packed: Float64Array,
  order: Int32Array,
  begin: number,
  end: number,
): void {
  for (let index = begin; index < end; index++) {
    const row = order[index];
    const value = packed[row];
    const last = (row + 1) * width;
    for (let place = row * width; place < last; place++) {
      const bin = places[place];
      sums[bin] += value;
      counts[bin]++;
    }
  }
}

export function clear({ sums, counts }: Histogram): void {
  sums.fill(0);
  counts.fill(0);
}

/** Leaves in `whole` what is not in `part`. */
export function subtract(whole: Histogram, part: Histogram): void {
  for (let bin = 0; bin < whole.sums.length; bin++) {
    whole.sums[bin] -= part.sums[bin];
    whole.counts[bin] -= part.counts[bin];
  }
}
