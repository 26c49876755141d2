/** Parts a feature's values into bins. The bin after the last one is that of missing values. */
import type { FeatureDefinition } from '../../table/matrix.ts';
import { ascending } from './ascending.ts';

/** A value x is in the first bin whose cut is at least x, in the last where none is. */
export interface NumberBins {
  readonly kind: 'number';
  /** Ascending, shape [bins - 1]. */
  readonly cuts: Float32Array;
  /** The missing values' bin; so many bins come before it. */
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

/**
 * Measures the bins of a feature and writes each row's.
 *
 * @param values raw, shape [rows]
 * @param most bins, that of missing values not counted; at most 255
 * @param column the rows' bins are written here
 */
export function binColumn(
  values: Float32Array,
  definition: FeatureDefinition,
  most: number,
  column: Uint8Array,
): FeatureBins {
  return definition.kind === 'category'
    ? binCategories(values, definition.levels.length, most, column)
    : binNumbers(values, most, column);
}

function binNumbers(values: Float32Array, most: number, column: Uint8Array): NumberBins {
  const { rows, values: sorted } = ascending(values);
  const cuts = cutsOf(sorted, most);
  column.fill(cuts.length + 1);
  let bin = 0;
  for (let index = 0; index < rows.length; index++) {
    while (bin < cuts.length && sorted[index] > cuts[bin]) bin++;
    column[rows[index]] = bin;
  }
  return { kind: 'number', cuts, missing: cuts.length + 1 };
}

/** A cut between every two values where they are few, else so that bins hold about equally many rows. */
function cutsOf(sorted: Float32Array, most: number): Float32Array {
  const { distinct, counts } = countValues(sorted);
  const cuts: number[] = [];
  let [restRows, restBins, inBin] = [sorted.length, most, 0];
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
  return Float32Array.from(cuts);
}

function countValues(sorted: Float32Array): {
  readonly distinct: Float32Array;
  readonly counts: Int32Array;
} {
  const distinct = new Float32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let [last, begin] = [0, 0];
  for (let index = 1; index <= sorted.length; index++) {
    if (index < sorted.length && sorted[index] === sorted[begin]) continue;
    distinct[last] = sorted[begin];
    counts[last] = index - begin;
    last++;
    begin = index;
  }
  return { distinct: distinct.subarray(0, last), counts: counts.subarray(0, last) };
}

/** The middle in float32, where the trees will be compared; never as high as the upper value, however near they are. */
export function cutBetween(lower: number, upper: number): number {
  const middle = Math.fround(lower / 2 + upper / 2);
  return middle < upper ? middle : lower;
}

function binCategories(
  values: Float32Array,
  levelCount: number,
  most: number,
  column: Uint8Array,
): CategoryBins {
  const counts = new Int32Array(levelCount);
  for (const value of values) if (value >= 0 && value < levelCount) counts[value]++;
  const levels = Int32Array.from({ length: levelCount }, (_, level) => level)
    .filter((level) => counts[level] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .subarray(0, most - 1);
  const missing = levels.length + 1;
  const binOf = new Uint8Array(levelCount).fill(levels.length);
  levels.forEach((level, bin) => {
    binOf[level] = bin;
  });
  for (let row = 0; row < column.length; row++) {
    const value = values[row];
    column[row] = Number.isNaN(value) ? missing : (binOf[value] ?? levels.length);
  }
  return { kind: 'category', levels, missing };
}
