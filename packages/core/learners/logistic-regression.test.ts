import { expect, test } from 'vitest';
import { logOddsOf } from '../evaluate/recalibration.ts';
import { exportGraph, openSession, tf } from '../tensor/index.ts';
import { quietFit } from '../testing/fit-options.ts';
import { flagRows } from '../testing/flags.ts';
import { pima } from '../testing/pima.ts';
import type { FitEpoch, TrainingRows } from './contract.ts';
import { fitLogistic, type LogisticSettings, traceLogistic } from './logistic-regression.ts';

const settings = (penalty: number, replicates: number): LogisticSettings => ({
  name: 'logisticRegression',
  penalty,
  replicates,
});

/** 400 without the flag, 10 % events; 200 with it, 30 %: the optimum has a closed form. */
const table = flagRows([
  { row: [0], rows: 400, events: 40 },
  { row: [1], rows: 200, events: 60 },
]);

/** Log-odds and their deviation without and with the flag. */
async function ofFlag(data: TrainingRows, penalty: number, replicates: number) {
  const fit = await fitLogistic(data, settings(penalty, replicates), quietFit);
  return tf.tidy(() => {
    const { logOdds, deviation } = traceLogistic(fit, tf.tensor2d([[0], [1]]));
    return { logOdds: logOdds.dataSync(), deviation: deviation.dataSync() };
  });
}

test('without penalty the fitted log-odds are those of the table', async () => {
  const { logOdds, deviation } = await ofFlag(table, 0, 0);
  expect(logOdds[0]).toBeCloseTo(logOddsOf(0.1), 5);
  expect(logOdds[1]).toBeCloseTo(logOddsOf(0.3), 5);
  expect([...deviation]).toEqual([0, 0]);
});

test('with a penalty the slope is the one where loss and penalty balance', async () => {
  const penalty = 20;
  const [without, with_] = (await ofFlag(table, penalty, 0)).logOdds;
  const [p0, p1] = [1 / (1 + Math.exp(-without)), 1 / (1 + Math.exp(-with_))];
  expect(with_ - without).toBeLessThan(logOddsOf(0.3) - logOddsOf(0.1) - 0.1);
  // The gradient vanishes, in events: by the free intercept, and by the slope with its penalty. The graph is float32.
  expect(400 * p0 + 200 * p1).toBeCloseTo(100, 3);
  expect(200 * p1 + penalty * (with_ - without)).toBeCloseTo(60, 3);
});

test('the spread of the refits is the standard error that theory gives', async () => {
  const { deviation } = await ofFlag(table, 0, 400);
  // 1/sqrt(n p (1 − p)). 400 refits know a deviation to 3.5 %.
  const ratios = [
    deviation[0] / Math.sqrt(1 / (400 * 0.1 * 0.9)),
    deviation[1] / Math.sqrt(1 / (200 * 0.3 * 0.7)),
  ];
  for (const ratio of ratios) {
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  }
});

test('a weight says how much a row counts: the same for all changes nothing without a penalty', async () => {
  const four = { ...table, weights: new Float32Array(table.rows).fill(4) };
  const [once, heavier] = [await ofFlag(table, 0, 50), await ofFlag(four, 0, 50)];
  // A row that counts four times was not seen more often: resampling finds the same spread.
  for (const place of [0, 1]) {
    expect(heavier.deviation[place] / once.deviation[place]).toBeCloseTo(1, 4);
    expect(heavier.logOdds[place]).toBeCloseTo(once.logOdds[place], 5);
  }
});

test('a flag that separates the classes keeps finite log-odds with a penalty, and is refused without', async () => {
  const separable = flagRows([
    { row: [0], rows: 30, events: 0 },
    { row: [1], rows: 30, events: 30 },
  ]);
  const { logOdds, deviation } = await ofFlag(separable, 1, 20);
  expect(logOdds[0]).toBeLessThan(-1.5);
  expect(logOdds[1]).toBeGreaterThan(1.5);
  for (const value of deviation) expect(value).toBeLessThan(1);
  await expect(ofFlag(separable, 0, 20)).rejects.toMatchObject({ code: 'separated' });
});

test('a table without a varying feature, with one class, or settings out of range are refused', async () => {
  const constant = flagRows([{ row: [1], rows: 10, events: 5 }]);
  await expect(ofFlag(constant, 1, 0)).rejects.toMatchObject({ code: 'nothingVaries' });
  const certain = flagRows([
    { row: [0], rows: 5, events: 5 },
    { row: [1], rows: 5, events: 5 },
  ]);
  await expect(ofFlag(certain, 1, 0)).rejects.toMatchObject({ code: 'oneClass' });
  for (const [penalty, replicates] of [
    [-1, 0],
    [Number.NaN, 0],
    [1, 1],
    [1, 2.5],
  ]) {
    await expect(ofFlag(table, penalty, replicates)).rejects.toMatchObject({ code: 'settingsInvalid' });
  }
});

test('the exported graph takes raw rows with gaps; contributions add up to the distance from the average record', async () => {
  const women = { ...(await pima()), weights: null };
  const fit = await fitLogistic(women, settings(1, 20), quietFit);
  const session = await openSession(
    exportGraph({
      inputs: { raw: { shape: ['batch', 8], dtype: 'float32' } },
      outputs: ({ raw }) => ({ ...traceLogistic(fit, tf.reshape(raw, [raw.shape[0], 8])) }),
    }),
  );
  const raw = { shape: [768, 8], dtype: 'float32', data: women.values } as const;
  const { logOdds, contributions, deviation } = await session.run({ raw });
  await session.release();
  expect(contributions.shape).toEqual([768, 8]);
  for (let row = 0; row < 768; row++) {
    let sum = fit.baselineLogOdds;
    for (let feature = 0; feature < 8; feature++) sum += contributions.data[8 * row + feature];
    expect(Math.abs(sum - logOdds.data[row])).toBeLessThan(1e-5);
    expect(deviation.data[row]).toBeGreaterThan(0.03);
    expect(deviation.data[row]).toBeLessThan(1.5);
  }
});

test('the same seed gives the same fit, bit for bit, for any number of threads and after a travel', async () => {
  const women = { ...(await pima()), weights: null };
  const first = await fitLogistic(women, settings(1, 20), quietFit);
  expect(await fitLogistic(women, settings(1, 20), { ...quietFit, threads: 2 })).toEqual(first);
  expect(structuredClone(first)).toEqual(first);
  const other = await fitLogistic(women, settings(1, 20), { ...quietFit, seed: 2 });
  expect(other.coefficients).toEqual(first.coefficients);
  expect(other.refits).not.toEqual(first.refits);
});

test('each iteration is an epoch with a loss that does not rise; the last says that all is done', async () => {
  const epochs: FitEpoch[] = [];
  await fitLogistic(table, settings(1, 2), { ...quietFit, onEpoch: (epoch) => epochs.push(epoch) });
  expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, index) => index + 1));
  for (const [index, { trainLoss }] of epochs.slice(1).entries()) {
    expect(trainLoss).toBeLessThanOrEqual(epochs[index].trainLoss + 1e-9);
  }
  expect(epochs.map(({ share }) => share).filter((share) => share === 1)).toHaveLength(1);
  expect(epochs.at(-1)?.share).toBe(1);
});

test('an aborted fit rejects with the reason and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  const controller = new AbortController();
  const onEpoch = () => controller.abort(new Error('stopped'));
  const run = fitLogistic(table, settings(1, 2), { ...quietFit, onEpoch, signal: controller.signal });
  await expect(run).rejects.toThrow('stopped');
  expect(tf.memory().numTensors).toBe(before);
});
