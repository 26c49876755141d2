/** Rows read together with those that came before them, such as the last payments of one card. */
import type { FeatureMatrix } from '../../table/matrix.ts';

/** What an attention model reads: some rows of a matrix, each with the last rows of its own group. */
export interface Sequences {
  readonly matrix: FeatureMatrix;
  /** When each row of the matrix was, in hours since any moment, shape [matrix.rows]. */
  readonly hours: Float64Array;
  /** Rows of the matrix, from the earliest to the one that is asked about; −1 in front where there are fewer. Shape [asked, length]. */
  readonly steps: Int32Array;
  /** Steps of one sequence. */
  readonly length: number;
}

/**
 * For each row that is asked about, itself and up to `length` − 1 rows of its group before it.
 *
 * @param groups whom each row belongs to; rows in the order of time
 * @param asked rows, in any order
 * @returns shape [asked.length, length], −1 in front where a group has fewer rows
 */
export function lastSteps(groups: ArrayLike<number>, asked: Int32Array, length: number): Int32Array {
  const before = new Int32Array(groups.length);
  const latest = new Map<number, number>();
  for (let row = 0; row < groups.length; row++) {
    before[row] = latest.get(groups[row]) ?? -1;
    latest.set(groups[row], row);
  }
  const steps = new Int32Array(asked.length * length).fill(-1);
  asked.forEach((askedRow, place) => {
    let row = askedRow;
    for (let step = length - 1; step >= 0 && row >= 0; step--) {
      steps[place * length + step] = row;
      row = before[row];
    }
  });
  return steps;
}

/** The row that each sequence asks about. */
export function presentRows({ steps, length }: Sequences): Int32Array {
  return Int32Array.from({ length: steps.length / length }, (_, place) => steps[(place + 1) * length - 1]);
}

/** Prepared rows as they are gathered into batches. */
export interface PreparedSequences {
  /** Row-major, shape [matrix.rows, columns]. */
  readonly z: Float32Array;
  readonly columns: number;
  readonly hours: Float64Array;
  readonly steps: Int32Array;
  readonly length: number;
}

/** The present rows [batch, columns]; all steps [batch, length, stepColumns + 1], the last column how long ago; 1 where a step is. */
export type SequenceBatch = Readonly<Record<'present' | 'past' | 'known', Float32Array>>;

/** An hour is 0.7, a week 5.1: gaps count by their order of magnitude. */
const agoScale = 1 / 2;

/** @param asked places among the sequences */
export function gather(
  { z, columns, hours, steps, length }: PreparedSequences,
  stepColumns: readonly number[],
  asked: Int32Array,
): SequenceBatch {
  const width = stepColumns.length + 1;
  const batch = {
    present: new Float32Array(asked.length * columns),
    past: new Float32Array(asked.length * length * width),
    known: new Float32Array(asked.length * length),
  };
  asked.forEach((sequence, place) => {
    const present = steps[(sequence + 1) * length - 1];
    batch.present.set(z.subarray(present * columns, (present + 1) * columns), place * columns);
    for (let step = 0; step < length; step++) {
      const row = steps[sequence * length + step];
      if (row < 0) continue;
      const at = place * length + step;
      batch.known[at] = 1;
      for (let column = 0; column < stepColumns.length; column++) {
        batch.past[at * width + column] = z[row * columns + stepColumns[column]];
      }
      batch.past[at * width + stepColumns.length] =
        agoScale * Math.log1p(Math.max(0, hours[present] - hours[row]));
    }
  });
  return batch;
}
