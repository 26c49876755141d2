/** How much each feature matters over many rows: by its contributions, and by what is lost without it. */
import { logLosses, meanWithInterval } from '../evaluate/proper-scores.ts';
import { createRandom, shuffle } from '../random.ts';
import type { Estimate } from '../registry/card.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import type { Scorer } from './scorer.ts';

/**
 * Mean absolute contribution of each feature, in log-odds, in the order of the features (Lundberg et al. 2020).
 *
 * @param contributions shape [rows, width]
 * @returns 95 % intervals are of the mean over rows such as these
 */
export function meanContributions(contributions: Float64Array, width: number): Estimate[] {
  const rows = contributions.length / width;
  return Array.from({ length: width }, (_, column) =>
    meanWithInterval(
      Float64Array.from({ length: rows }, (_, row) => Math.abs(contributions[row * width + column])),
    ),
  );
}

export interface PermutationOptions {
  /** How often each column is shuffled. */
  readonly repeats: number;
  /** Of which features; all where nothing is said. */
  readonly columns?: readonly number[];
  readonly seed: number;
}

/**
 * By how much the log loss rises where the values of a feature are dealt to other rows (Breiman 2001, 10; Fisher, Rudin and
 * Dominici 2019), in the order of the columns. Features that stand in for each other share what they are worth.
 *
 * @param score gives probabilities
 * @param labels 0 or 1, shape [rows]; best of rows that the model has not seen
 * @returns 95 % intervals are of the mean over rows such as these
 */
export async function permutationImportance(
  score: Scorer,
  matrix: FeatureMatrix,
  labels: Uint8Array,
  { repeats, columns = [...matrix.features.keys()], seed }: PermutationOptions,
): Promise<Estimate[]> {
  const { rows, features } = matrix;
  const width = features.length;
  const random = createRandom(seed);
  const before = logLosses(labels, Float64Array.from(await score(matrix)));
  const found: Estimate[] = [];
  for (const column of columns) {
    const rise = new Float64Array(rows);
    for (let repeat = 0; repeat < repeats; repeat++) {
      const order = Int32Array.from({ length: rows }, (_, row) => row);
      shuffle(order, random);
      const values = Float32Array.from(matrix.values);
      for (let row = 0; row < rows; row++)
        values[row * width + column] = matrix.values[order[row] * width + column];
      const after = logLosses(labels, Float64Array.from(await score({ features, rows, values })));
      for (let row = 0; row < rows; row++) rise[row] += (after[row] - before[row]) / repeats;
    }
    found.push(meanWithInterval(rise));
  }
  return found;
}
