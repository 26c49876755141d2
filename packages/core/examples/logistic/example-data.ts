/** The example's table, split 80 to 20. */
import { stratifiedFolds } from '../../table/splits.ts';
import type { Samples } from './learn.ts';
import { type Classification, exampleOptions, makeClassification } from './make-classification.ts';

export interface ExampleData {
  readonly train: Samples;
  readonly test: Samples;
}

/** Every fifth sample of either class, drawn by chance, is for the test. */
export function exampleData(): ExampleData {
  const table = makeClassification(exampleOptions);
  const fold = stratifiedFolds(table.labels, 5, exampleOptions.seed);
  return {
    train: samplesOf(table, (row) => fold[row] > 1),
    test: samplesOf(table, (row) => fold[row] === 1),
  };
}

function samplesOf({ features, values, labels }: Classification, takes: (row: number) => boolean): Samples {
  const rows = [...labels.keys()].filter(takes);
  return {
    rows: rows.length,
    features,
    values: Float32Array.from(
      rows.flatMap((row) => [...values.subarray(row * features, (row + 1) * features)]),
    ),
    labels: Uint8Array.from(rows, (row) => labels[row]),
  };
}

/** For other programs: a line a sample, features first, then the label and the part it is in. */
export function asCsv({ train, test }: ExampleData): string {
  const names = Array.from({ length: train.features }, (_, feature) => `feature${feature + 1}`);
  const lines = [
    { part: 'train', samples: train },
    { part: 'test', samples: test },
  ].flatMap(({ part, samples }) =>
    Array.from({ length: samples.rows }, (_, row) => {
      const own = samples.values.subarray(row * samples.features, (row + 1) * samples.features);
      return [...own, samples.labels[row], part].join(',');
    }),
  );
  return `${[...names, 'label', 'part'].join(',')}\n${lines.join('\n')}\n`;
}
