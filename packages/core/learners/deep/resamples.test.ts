import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { batchesOf } from './batches.ts';
import { drawResamples, holdOut, OutOfBag, type Resamples } from './resamples.ts';

const logLoss = (logOdds: number, label: number) => Math.log1p(Math.exp(label === 1 ? -logOdds : logOdds));

test('a row is judged by the mean of the members that have not drawn it, with its weight', () => {
  const resamples: Resamples = {
    members: 2,
    rows: 3,
    counts: Uint8Array.of(0, 1, 2, 0, 0, 1),
    rowWeights: Float32Array.of(2, 1, 0.5),
  };
  const judged = new OutOfBag(resamples, Uint8Array.of(1, 0, 1));
  judged.add(0, [1, 9, 3, -2]);
  judged.add(2, [9, 9]);
  // Row 0: both, mean of 1 and 3; row 1: the second alone; row 2: drawn by both, judged by none.
  expect(judged.loss).toBeCloseTo((2 * logLoss(2, 1) + logLoss(-2, 0)) / 3, 12);
  expect(judged.auroc).toBe(1);
});

test('probabilities to learn are no classes: no AUROC is told of them', () => {
  const judged = new OutOfBag(holdOut(1, 2, null, createRandom(1)), Float32Array.of(0.2, 1));
  judged.add(0, [0, 1]);
  expect(judged.auroc).toBeNull();
});

test('a resample leaves out about e⁻¹ of the rows and draws one a row on average; weights are 1 on average', () => {
  const { counts, rowWeights } = drawResamples(4, 2000, new Float32Array(2000).fill(7), createRandom(1));
  const left = counts.filter((count) => count === 0).length / counts.length;
  const drawn = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  // 8,000 draws know a share to 0.5 % and the mean to 1.1 %, standard errors.
  expect(Math.abs(left - Math.exp(-1))).toBeLessThan(0.02);
  expect(Math.abs(drawn - 1)).toBeLessThan(0.04);
  expect(new Set(rowWeights)).toEqual(new Set([1]));
});

test('of a handful of rows one is held out at least', () => {
  for (let seed = 0; seed < 20; seed++) {
    expect(holdOut(0.01, 3, null, createRandom(seed)).counts.includes(0)).toBe(true);
  }
});

test('an epoch shows each row once, with what each member has drawn times its weight', () => {
  const rowWeights = Float32Array.of(0.5, 1, 1.5, 1);
  const resamples = { ...drawResamples(3, 4, null, createRandom(2)), rowWeights };
  const rows = { z: Float32Array.of(0, 1, 2, 3), columns: 1, targets: Float32Array.of(0, 0.1, 0.2, 0.3) };
  const batches = [...batchesOf(rows, resamples, 2, createRandom(5))];
  const seen = batches.flatMap(({ z, y, weight }) =>
    [...z].map((row, place) => {
      expect(y[place]).toBeCloseTo(row / 10, 6);
      for (let member = 0; member < 3; member++) {
        expect(weight[member * 2 + place]).toBe(resamples.counts[member * 4 + row] * rowWeights[row]);
      }
      return row;
    }),
  );
  expect(seen.toSorted()).toEqual([0, 1, 2, 3]);
});
