/**
 * The records most like one, in a space of numbers and categories: the mean over features of how far apart their values are
 * (Gower 1971). A number counts by its distance over the width of the middle 98 %, at most 1, counts on a scale of
 * log(1 + x); a category or a flag is the same (0) or not (1); a feature that either does not know is left out.
 */
import type { FeatureMatrix } from '../table/matrix.ts';
import { quantile } from '../table/summary.ts';
import { knownValues } from './chosen-rows.ts';

export interface NearRecord {
  /** In the matrix that was searched. */
  readonly row: number;
  /** 0 (the same in all that both know) to 1. */
  readonly distance: number;
}

/** Who shares fewer of a record's known features is not compared with it. */
const leastShared = 0.5;

/**
 * Prepares the search.
 *
 * @returns a function from a row [features] to at most `most` records, the nearest first; `skip` names one row that is not to
 *   be found, such as the record itself
 */
export function nearestRecords(
  matrix: FeatureMatrix,
): (row: Float32Array, most: number, skip?: number) => NearRecord[] {
  const { features, rows, values } = matrix;
  const width = features.length;
  const apart = features.map(({ kind }, column) => {
    if (kind === 'category' || kind === 'flag') return (one: number, other: number) => Number(one !== other);
    const scale = kind === 'count' ? Math.log1p : (value: number) => value;
    const known = knownValues(matrix, column);
    const range = known.length === 0 ? 0 : scale(quantile(known, 0.99)) - scale(quantile(known, 0.01));
    return (one: number, other: number) =>
      one === other ? 0 : range === 0 ? 1 : Math.min(1, Math.abs(scale(one) - scale(other)) / range);
  });
  return (row, most, skip = -1) => {
    const needed = leastShared * row.filter((value) => !Number.isNaN(value)).length;
    const found: NearRecord[] = [];
    for (let other = 0; other < rows; other++) {
      if (other === skip) continue;
      let [sum, shared] = [0, 0];
      for (let column = 0; column < width; column++) {
        const [mine, theirs] = [row[column], values[other * width + column]];
        if (Number.isNaN(mine) || Number.isNaN(theirs)) continue;
        sum += apart[column](mine, theirs);
        shared++;
      }
      if (shared > 0 && shared >= needed) found.push({ row: other, distance: sum / shared });
    }
    return found.sort((one, other) => one.distance - other.distance || one.row - other.row).slice(0, most);
  };
}
