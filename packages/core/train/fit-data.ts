/** The rows of a run as its fits read them. */
import type { TrainingRows } from '../learners/contract.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import type { TrainingData } from './contract.ts';

/** What all fits of a run read; its arrays may lie in shared memory. */
export interface FitData
  extends TrainingRows,
    Pick<TrainingData, 'groups' | 'times' | 'owners' | 'labelDelayMs'> {}

/** Some rows of a table, in the order of `rows`. */
export function selectRows({ features, values }: FeatureMatrix, rows: Int32Array): FeatureMatrix {
  const width = features.length;
  const selected = new Float32Array(rows.length * width);
  rows.forEach((row, place) => {
    selected.set(values.subarray(row * width, (row + 1) * width), place * width);
  });
  return { features, rows: rows.length, values: selected };
}

/** Some columns of a table, in the order of `names`, which are all there. */
export function selectColumns(
  { features, rows, values }: FeatureMatrix,
  names: readonly string[],
): FeatureMatrix {
  const places = names.map((name) => features.findIndex((feature) => feature.name === name));
  const selected = new Float32Array(rows * names.length);
  for (let row = 0; row < rows; row++) {
    places.forEach((place, at) => {
      selected[row * names.length + at] = values[row * features.length + place];
    });
  }
  return { features: places.map((place) => features[place]), rows, values: selected };
}

/**
 * Every row with the outcome, and every n-th of the others, so that there are at most `most` of these; they weigh n times as
 * much, which keeps the scores those of the whole.
 *
 * @param rows in rising order
 */
export function fewerOthers(
  { labels, weights }: Pick<FitData, 'labels' | 'weights'>,
  rows: Int32Array,
  most: number,
): { readonly rows: Int32Array; readonly weights: Float32Array } {
  const others = rows.reduce((count, row) => count + 1 - labels[row], 0);
  const every = Math.max(1, Math.ceil(others / most));
  let passed = 0;
  const chosen = rows.filter((row) => labels[row] === 1 || passed++ % every === 0);
  const own = Float32Array.from(chosen, (row) => (weights?.[row] ?? 1) * (labels[row] === 1 ? 1 : every));
  return { rows: chosen, weights: own };
}

/** The same with all that belongs to the rows. */
export function selectData(data: FitData, rows: Int32Array): FitData {
  const { labels, weights, groups, times, labelDelayMs } = data;
  return {
    ...selectRows(data, rows),
    labels: Uint8Array.from(rows, (row) => labels[row]),
    weights: weights === null ? null : Float32Array.from(rows, (row) => weights[row]),
    groups: groups === null ? null : Int32Array.from(rows, (row) => groups[row]),
    times: times === null ? null : Float64Array.from(rows, (row) => times[row]),
    labelDelayMs,
  };
}
