/** Which row is held out when. */
import { createRandom, shuffle } from '../random.ts';

/**
 * Stratified folds: each holds (almost) the same share of events.
 *
 * @param labels 0 or 1, shape [rows]
 * @returns the fold, 1 to `folds`, in which each row is held out; shape [rows]
 */
export function stratifiedFolds(labels: Uint8Array, folds: number, seed: number): Int8Array {
  const random = createRandom(seed);
  const fold = new Int8Array(labels.length);
  let next = 0;
  for (const label of [1, 0]) {
    const members = Int32Array.from(labels.keys()).filter((row) => labels[row] === label);
    shuffle(members, random);
    // The second stratum goes on where the first ended, so that fold sizes differ by one row at most.
    for (const row of members) fold[row] = (next++ % folds) + 1;
  }
  return fold;
}
