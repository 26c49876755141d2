import { expect, test } from 'vitest';
import { logOddsOf } from '../evaluate/recalibration.ts';
import { tf } from '../tensor/index.ts';
import { flagRows } from '../testing/flags.ts';
import { logisticRegression } from './logistic-regression.ts';

const options = { seed: 1, onEpoch: () => {}, signal: new AbortController().signal };

/** 400 without the flag, 10 % events; 200 with it, 30 %: the optimum has a closed form. */
const table = flagRows([
  { row: [0], rows: 400, events: 40 },
  { row: [1], rows: 200, events: 60 },
]);

test('without penalty the fitted log-odds are those of the table, within a fiftieth of a standard error', async () => {
  const fit = await logisticRegression({ penalty: 0, replicates: 2 }).fit(table, options);
  const [without, with_] = fit.predict(tf.tensor2d([[0], [1]])).logOdds.dataSync();
  // Where the fit ends; standard errors are 1/sqrt(n p (1 − p)).
  expect(Math.abs(without - logOddsOf(0.1))).toBeLessThan(1 / Math.sqrt(400 * 0.1 * 0.9) / 50);
  expect(Math.abs(with_ - logOddsOf(0.3))).toBeLessThan(1 / Math.sqrt(200 * 0.3 * 0.7) / 50);
});

test('with a penalty the slope is the one where loss and penalty balance', async () => {
  const penalty = 20;
  const fit = await logisticRegression({ penalty, replicates: 2 }).fit(table, options);
  const [without, with_] = fit.predict(tf.tensor2d([[0], [1]])).logOdds.dataSync();
  const [p0, p1] = [1 / (1 + Math.exp(-without)), 1 / (1 + Math.exp(-with_))];
  expect(with_ - without).toBeLessThan(logOddsOf(0.3) - logOddsOf(0.1) - 0.1);
  // The gradient vanishes, in events: by the free intercept, and by the slope with its penalty.
  expect(400 * p0 + 200 * p1).toBeCloseTo(100, 1);
  expect(200 * p1 + penalty * (with_ - without)).toBeCloseTo(60, 1);
});

test('the spread of the refits is the standard error that theory gives', async () => {
  const fit = await logisticRegression({ penalty: 0, replicates: 400 }).fit(table, options);
  const [without, with_] = fit.predict(tf.tensor2d([[0], [1]])).deviation.dataSync();
  // 1/sqrt(n p (1 − p)). 400 refits know a deviation to 3.5 %; resampled events make it a few percent wider.
  expect(without / Math.sqrt(1 / (400 * 0.1 * 0.9))).toBeGreaterThan(0.9);
  expect(without / Math.sqrt(1 / (400 * 0.1 * 0.9))).toBeLessThan(1.15);
  expect(with_ / Math.sqrt(1 / (200 * 0.3 * 0.7))).toBeGreaterThan(0.9);
  expect(with_ / Math.sqrt(1 / (200 * 0.3 * 0.7))).toBeLessThan(1.15);
});

test('contributions are the slope times the value, exactly', async () => {
  const fit = await logisticRegression({ penalty: 1, replicates: 2 }).fit(table, options);
  const z = tf.tensor2d([[0], [2]]);
  const [average, twice] = fit.predict(z).logOdds.dataSync();
  const [none, all] = fit.contributions(z).dataSync();
  expect(none).toBe(0);
  expect(all).toBeCloseTo(twice - average, 5);
});

test('a flag that separates the classes keeps finite log-odds', async () => {
  const separable = flagRows([
    { row: [0], rows: 30, events: 0 },
    { row: [1], rows: 30, events: 30 },
  ]);
  const fit = await logisticRegression({ penalty: 1, replicates: 20 }).fit(separable, options);
  const { logOdds, deviation } = fit.predict(tf.tensor2d([[0], [1]]));
  const [without, with_] = logOdds.dataSync();
  expect(without).toBeLessThan(-1.5);
  expect(with_).toBeGreaterThan(1.5);
  expect([...deviation.dataSync()].every(Number.isFinite)).toBe(true);
});

test('an aborted fit rejects with the reason and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  const controller = new AbortController();
  const onEpoch = () => controller.abort(new Error('stopped'));
  const run = logisticRegression({ penalty: 1, replicates: 2 }).fit(table, {
    ...options,
    onEpoch,
    signal: controller.signal,
  });
  await expect(run).rejects.toThrow('stopped');
  expect(tf.memory().numTensors).toBe(before);
});
