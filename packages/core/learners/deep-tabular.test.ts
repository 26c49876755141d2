import { expect, test, vi } from 'vitest';
import { tf } from '../tensor/index.ts';
import { quietFit } from '../testing/fit-options.ts';
import { flagRows } from '../testing/flags.ts';
import type { FitEpoch } from './contract.ts';
import { type DeepSettings, type FittedDeep, fitDeep, traceDeep } from './deep-tabular.ts';

const settings: DeepSettings = {
  name: 'deepTabular',
  members: 8,
  hidden: [16, 8],
  bins: 4,
  learningRate: 0.01,
  weightDecay: 0.1,
  batchRows: 64,
  mostEpochs: 60,
  patience: 6,
};

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
const scores = (fit: FittedDeep) => [...traceDeep(fit, corners()).logOdds.dataSync()];
const probability = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

test('learns what no logistic regression can, with the shares of the table', async () => {
  const epochs: FitEpoch[] = [];
  const fit = await fitDeep(exclusive, settings, { ...quietFit, onEpoch: (epoch) => epochs.push(epoch) });
  for (const [index, share] of [0.1, 0.9, 0.9, 0.1].entries()) {
    expect(Math.abs(probability(scores(fit)[index]) - share)).toBeLessThan(0.06);
  }
  expect(fit.replicates).toBe(8);
  // Resampling 150 rows at 10 % alone gives 1/sqrt(150 · 0.1 · 0.9) = 0.27.
  for (const value of traceDeep(fit, corners()).deviation.dataSync()) expect(value).toBeGreaterThan(0.1);

  // Validation rows are those that a member has not drawn; their loss cannot fall below the labels' own entropy by much.
  const best = Math.min(...epochs.map(({ validationLoss }) => validationLoss ?? Number.POSITIVE_INFINITY));
  expect(best).toBeGreaterThan(0.3);
  expect(best).toBeLessThan(0.36);
  expect(epochs.at(-1)?.share).toBe(1);
});

test('contributions add up to the distance from the average record but for a small residual', async () => {
  const fit = await fitDeep(exclusive, settings, quietFit);
  const { logOdds, contributions } = traceDeep(fit, corners());
  const sums = tf.sum(contributions, 1).dataSync();
  for (const [index, score] of logOdds.dataSync().entries()) {
    // Midpoint rule on a function with bends: each can cost up to 1/32 of its change of slope.
    expect(Math.abs(sums[index] - (score - fit.baselineLogOdds))).toBeLessThan(0.15);
  }
});

test('a missing value is the average record, and its contribution is nothing', async () => {
  const fit = await fitDeep(exclusive, settings, quietFit);
  const { logOdds, contributions } = traceDeep(fit, tf.tensor2d([[Number.NaN, Number.NaN]]));
  expect(logOdds.dataSync()[0]).toBeCloseTo(fit.baselineLogOdds, 5);
  expect([...contributions.dataSync()]).toEqual([0, 0]);
});

test('the same seed gives the same numbers with any number of threads, another seed others', async () => {
  const fitted = (seed: number, threads: number) =>
    fitDeep(exclusive, { ...settings, mostEpochs: 2 }, { ...quietFit, seed, threads });
  const first = await fitted(1, 1);
  expect(await fitted(1, 2)).toEqual(first);
  expect(scores(await fitted(2, 1))).not.toEqual(scores(first));
});

test('a row that weighs three times as much counts as three', async () => {
  // In each group events are a tenth by number and a quarter by weight: 3 · 30 of 3 · 30 + 270.
  const half = flagRows([
    { row: [0], rows: 300, events: 30 },
    { row: [1], rows: 300, events: 30 },
  ]);
  const weights = Float32Array.from(half.labels, (label) => (label === 1 ? 3 : 1));
  const fit = await fitDeep({ ...half, weights }, settings, quietFit);
  const { logOdds } = traceDeep(fit, tf.tensor2d([[0], [1]]));
  // Resampling alone moves a share of 60 events by 2 %.
  for (const score of logOdds.dataSync()) expect(Math.abs(probability(score) - 0.25)).toBeLessThan(0.04);
});

test('stops when rows outside the resamples say so, and keeps the weights that were best for them', async () => {
  // Labels without any pattern: every epoch after the first few only learns them by heart.
  const noise = flagRows([
    { row: [0.3, 0.1], rows: 40, events: 12 },
    { row: [0.7, -0.4], rows: 40, events: 12 },
    { row: [-0.2, 0.9], rows: 40, events: 12 },
  ]);
  const epochs: FitEpoch[] = [];
  await fitDeep(
    noise,
    { ...settings, mostEpochs: 500 },
    { ...quietFit, onEpoch: (epoch) => epochs.push(epoch) },
  );
  expect(epochs.length).toBeLessThan(500);
  const losses = epochs.map(({ validationLoss }) => validationLoss ?? 0);
  expect(losses.indexOf(Math.min(...losses))).toBe(epochs.length - 1 - settings.patience);
});

test('a fit that was killed after any epoch ends with the same numbers, bit for bit', async () => {
  const states: unknown[] = [];
  const keeping = { load: async () => undefined, save: async (state: unknown) => void states.push(state) };
  // Each look at the clock is a minute later than the one before: every epoch is saved.
  let minutes = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => 60_000 * minutes++);
  const short = { ...settings, mostEpochs: 8 };
  const undisturbed = await fitDeep(exclusive, short, { ...quietFit, checkpoint: keeping });
  clock.mockRestore();
  expect(states).toHaveLength(8);
  for (const done of [1, 3, 8]) {
    const state = structuredClone(states[done - 1]);
    const epochs: number[] = [];
    const resumed = await fitDeep(exclusive, short, {
      ...quietFit,
      onEpoch: ({ epoch }) => epochs.push(epoch),
      checkpoint: { load: async () => state, save: async () => {} },
    });
    expect(epochs).toEqual([2, 3, 4, 5, 6, 7, 8].filter((epoch) => epoch > done));
    expect(resumed).toEqual(undisturbed);
  }
});

test('a fitted network is plain data', async () => {
  const fit = await fitDeep(exclusive, { ...settings, mostEpochs: 1 }, quietFit);
  expect(scores(structuredClone(fit))).toEqual(scores(fit));
});

test('a table that cannot be learnt from is refused with the reason', async () => {
  const oneClass = flagRows([{ row: [0], rows: 20, events: 20 }]);
  const half = { ...exclusive, weights: Float32Array.from(exclusive.labels, (label) => 1 - label) };
  await expect(fitDeep(half, settings, quietFit)).rejects.toMatchObject({ code: 'oneClass' });
  await expect(fitDeep(oneClass, settings, quietFit)).rejects.toMatchObject({ code: 'nothingVaries' });
});

test('an aborted fit rejects with the reason and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  const controller = new AbortController();
  const run = fitDeep(exclusive, settings, {
    ...quietFit,
    onEpoch: () => controller.abort(new Error('stopped')),
    signal: controller.signal,
  });
  await expect(run).rejects.toThrow('stopped');
  expect(tf.memory().numTensors).toBe(before);
});
