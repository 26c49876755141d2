/** The rows of a run as its fits read them. */
import type { TrainingRows } from '../learners/contract.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import type { TrainingData } from './contract.ts';

/** What all fits of a run read; its arrays may lie in shared memory. */
export interface FitData extends TrainingRows, Pick<TrainingData, 'groups' | 'times' | 'labelDelayMs'> {}

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
