import { expect, test } from 'vitest';
import { tf } from '../tensor/index.ts';
import { flagRows } from '../testing/flags.ts';
import type { FitEpoch } from './contract.ts';
import { type DeepTabularSettings, deepTabular } from './deep-tabular.ts';

const settings: DeepTabularSettings = {
  members: 8,
  hidden: [16, 8],
  bins: 4,
  learningRate: 0.01,
  weightDecay: 0.1,
  batchRows: 64,
  mostEpochs: 60,
  patience: 6,
};
const options = { seed: 1, onEpoch: () => {}, signal: new AbortController().signal };

/** Either flag alone raises the risk, both together do not: no line tells them apart. */
const exclusive = flagRows([
  { row: [0, 0], rows: 150, events: 15 },
  { row: [0, 1], rows: 150, events: 135 },
  { row: [1, 0], rows: 150, events: 135 },
  { row: [1, 1], rows: 150, events: 15 },
]);
const corners = () =>
  tf.tensor2d([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);

test('learns what no logistic regression can, with the shares of the table', async () => {
  const epochs: FitEpoch[] = [];
  const fit = await deepTabular(settings).fit(exclusive, {
    ...options,
    onEpoch: (epoch) => epochs.push(epoch),
  });
  const probabilities = tf.sigmoid(fit.predict(corners()).logOdds).dataSync();
  for (const [index, share] of [0.1, 0.9, 0.9, 0.1].entries()) {
    expect(Math.abs(probabilities[index] - share)).toBeLessThan(0.06);
  }
  const deviation = fit.predict(corners()).deviation.dataSync();
  // Resampling 150 rows at 10 % alone gives 1/sqrt(150 · 0.1 · 0.9) = 0.27.
  for (const value of deviation) expect(value).toBeGreaterThan(0.1);

  // Validation rows are those that a member has not drawn; their loss cannot fall below the labels' own entropy by much.
  const best = Math.min(...epochs.map(({ validationLoss }) => validationLoss ?? Number.POSITIVE_INFINITY));
  expect(best).toBeGreaterThan(0.3);
  expect(best).toBeLessThan(0.36);
  expect(epochs.at(-1)?.share).toBe(1);
});

test('contributions add up to the distance from the average record but for a small residual', async () => {
  const fit = await deepTabular(settings).fit(exclusive, options);
  const logOdds = fit.predict(corners()).logOdds.dataSync();
  const contributions = tf.sum(fit.contributions(corners()), 1).dataSync();
  for (const [index, sum] of contributions.entries()) {
    // Midpoint rule on a function with bends: each can cost up to 1/32 of its change of slope.
    expect(Math.abs(sum - (logOdds[index] - logOdds[0]))).toBeLessThan(0.15);
  }
});

test('the same seed gives the same numbers, another seed others', async () => {
  const fitted = async (seed: number) => {
    const fit = await deepTabular({ ...settings, mostEpochs: 2 }).fit(exclusive, { ...options, seed });
    return [...fit.predict(corners()).logOdds.dataSync()];
  };
  const first = await fitted(1);
  expect(await fitted(1)).toEqual(first);
  expect(await fitted(2)).not.toEqual(first);
});

test('stops when rows outside the resamples say so, and keeps the weights that were best for them', async () => {
  // Labels without any pattern: every epoch after the first few only learns them by heart.
  const noise = flagRows([
    { row: [0.3, 0.1], rows: 40, events: 12 },
    { row: [0.7, -0.4], rows: 40, events: 12 },
    { row: [-0.2, 0.9], rows: 40, events: 12 },
  ]);
  const epochs: FitEpoch[] = [];
  await deepTabular({ ...settings, mostEpochs: 500 }).fit(noise, {
    ...options,
    onEpoch: (epoch) => epochs.push(epoch),
  });
  expect(epochs.length).toBeLessThan(500);
  const losses = epochs.map(({ validationLoss }) => validationLoss ?? 0);
  expect(losses.indexOf(Math.min(...losses))).toBe(epochs.length - 1 - settings.patience);
});

test('an aborted fit rejects with the reason and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  const controller = new AbortController();
  const run = deepTabular(settings).fit(exclusive, {
    ...options,
    onEpoch: () => controller.abort(new Error('stopped')),
    signal: controller.signal,
  });
  await expect(run).rejects.toThrow('stopped');
  expect(tf.memory().numTensors).toBe(before);
});
