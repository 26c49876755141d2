import { expect, test } from 'vitest';
import { auroc } from '../../evaluate/auroc.ts';
import { pima } from '../../testing/pima.ts';
import type { FitOptions, TrainingRows } from '../contract.ts';
import { defaultTrees, fitTrees } from './boosted-trees.ts';
import { compileTrees, predictLogOdds } from './predict.ts';

const options: FitOptions = {
  seed: 1,
  threads: 1,
  onEpoch: () => {},
  signal: new AbortController().signal,
  checkpoint: null,
};

function rowsWhere(data: Omit<TrainingRows, 'weights'>, keep: (row: number) => boolean): TrainingRows {
  const width = data.features.length;
  const kept = [...data.labels.keys()].filter(keep);
  return {
    features: data.features,
    rows: kept.length,
    values: Float32Array.from(
      kept.flatMap((row) => [...data.values.subarray(row * width, (row + 1) * width)]),
    ),
    labels: Uint8Array.from(kept, (row) => data.labels[row]),
    weights: null,
  };
}

test('out of fold on real women the AUROC is above 0.78: chance is 0.5 with a standard error of 0.02', async () => {
  const data = await pima();
  const settings = { ...defaultTrees, trees: 100, learningRate: 0.05, leaves: 8, members: 4, patience: 20 };
  const logOdds = new Float64Array(data.rows);
  for (let fold = 0; fold < 4; fold++) {
    const fitted = await fitTrees(
      rowsWhere(data, (row) => row % 4 !== fold),
      settings,
      options,
    );
    const held = rowsWhere(data, (row) => row % 4 === fold);
    const scores = predictLogOdds(compileTrees(fitted.ensemble), held.values);
    for (let place = 0; place < held.rows; place++) logOdds[place * 4 + fold] = scores[place];
  }
  expect(auroc(data.labels, logOdds).value).toBeGreaterThan(0.78);
});
