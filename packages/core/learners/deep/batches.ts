/** The training rows in batches of one size. */
import { type Random, shuffle } from '../../random.ts';
import type { Resamples } from './resamples.ts';

/** Prepared rows, as the network reads them. */
export interface PreparedRows {
  /** Row-major, shape [rows, columns]. */
  readonly z: Float32Array;
  readonly columns: number;
  /** Probabilities to learn, shape [rows]. */
  readonly targets: Uint8Array | Float32Array;
}

export type Batch = Readonly<Record<'z' | 'y' | 'weight', Float32Array>>;

/** All rows once in a new order; the rows left over by a last, shorter batch wait for another epoch. */
export function* batchesOf(
  { z, columns, targets }: PreparedRows,
  { members, rows, counts, rowWeights }: Resamples,
  size: number,
  random: Random,
): Generator<Batch> {
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  shuffle(order, random);
  for (let start = 0; start + size <= rows; start += size) {
    const batch = {
      z: new Float32Array(size * columns),
      y: new Float32Array(size),
      weight: new Float32Array(members * size),
    };
    for (let place = 0; place < size; place++) {
      const row = order[start + place];
      batch.z.set(z.subarray(row * columns, (row + 1) * columns), place * columns);
      batch.y[place] = targets[row];
      const rowWeight = rowWeights === null ? 1 : rowWeights[row];
      for (let member = 0; member < members; member++) {
        batch.weight[member * size + place] = counts[member * rows + row] * rowWeight;
      }
    }
    yield batch;
  }
}
