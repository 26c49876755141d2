/** Measures where a feature's values are parted into bins. The bin after the last one is that of missing values. */
import type { FeatureMatrix } from '../../table/matrix.ts';

/** A value x is in the first bin whose cut is at least x, in the last where none is. */
export interface NumberBins {
  readonly kind: 'number';
  /** Ascending, shape [bins - 1]. */
  readonly cuts: Float32Array;
  /** Place of the missing values' bin; so many bins come before it. */
  readonly missing: number;
}

/** The last bin before that of missing values is for all levels without a bin of their own. */
export interface CategoryBins {
  readonly kind: 'category';
  /** Position of the level of each bin, the most frequent first; shape [bins - 1]. */
  readonly levels: Int32Array;
  readonly missing: number;
}

export type FeatureBins = NumberBins | CategoryBins;

/** @param most bins of a feature, that of missing values not counted; at most 255 */
export function measureBins(data: FeatureMatrix, most: number): readonly FeatureBins[] {
  return data.features.map((definition, feature) => {
    const present = presentValues(data, feature);
    return definition.kind === 'category'
      ? categoryBins(present, definition.levels.length, most)
      : numberBins(present, most);
  });
}

function presentValues({ rows, features, values }: FeatureMatrix, feature: number): Float32Array {
  const width = features.length;
  const present = new Float32Array(rows);
  let count = 0;
  for (let row = 0, place = feature; row < rows; row++, place += width) {
    const value = values[place];
    present[count] = value;
    if (!Number.isNaN(value)) count++;
  }
  return present.subarray(0, count);
}

/** @param values without NaN, in any order; they are sorted in place */
export function numberBins(values: Float32Array, most: number): NumberBins {
  values.sort();
  const distinct: number[] = [];
  const counts: number[] = [];
  for (let start = 0; start < values.length; ) {
    let end = start + 1;
    while (end < values.length && values[end] === values[start]) end++;
    distinct.push(values[start]);
    counts.push(end - start);
    start = end;
  }
  const cuts: number[] = [];
  let [restRows, restBins, inBin] = [values.length, most, 0];
  for (let index = 0; index + 1 < distinct.length && restBins > 1; index++) {
    inBin += counts[index];
    // What is left is shared out anew after each bin, so that a value of many rows takes bins from no other.
    const target = distinct.length <= most ? 0 : restRows / restBins;
    if (inBin < target && counts[index + 1] < target) continue;
    cuts.push(cutBetween(distinct[index], distinct[index + 1]));
    restRows -= inBin;
    restBins--;
    inBin = 0;
  }
  return { kind: 'number', cuts: Float32Array.from(cuts), missing: cuts.length + 1 };
}

/** The middle in float32, where the trees will be compared; never as high as the upper value, however near they are. */
export function cutBetween(lower: number, upper: number): number {
  const middle = Math.fround(lower / 2 + upper / 2);
  return middle < upper ? middle : lower;
}

function categoryBins(positions: Float32Array, levels: number, most: number): CategoryBins {
  const counts = new Int32Array(levels);
  for (const position of positions) if (position >= 0 && position < levels) counts[position]++;
  const kept = Int32Array.from({ length: levels }, (_, level) => level)
    .filter((level) => counts[level] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .subarray(0, most - 1);
  return { kind: 'category', levels: kept, missing: kept.length + 1 };
}
