import { expect, test } from 'vitest';
import type { TrainingRows } from '../../learners/contract.ts';
import { createRandom } from '../../random.ts';
import { exportGraph, openSession, tf } from '../../tensor/index.ts';
import { quietFit } from '../../testing/fit-options.ts';
import { secretUniform, seededUniform } from './noise.ts';
import { noisyDescent } from './noisy-descent.ts';
import { fitPrivateLogistic, tracePrivateLogistic } from './private-logistic.ts';
import type { PrivateSettings } from './settings.ts';

const settings: PrivateSettings = {
  name: 'privateLogistic',
  budget: { epsilon: 3 },
  delta: 1e-5,
  clip: 1,
  samplingRate: 0.1,
  steps: 300,
  learningRate: 1,
  penalty: 0,
  bounds: { x: { low: -3, high: 3 }, visits: { low: 0, high: 20 } },
  randomness: 'seeded',
};

/** A number, a count, a flag and a category; the log-odds of an event are 2x − 1. */
function people(rows: number): TrainingRows {
  const random = createRandom(9);
  const records = Array.from({ length: rows }, () => {
    const x = random.normal();
    return {
      values: [random.uniform() < 0.1 ? Number.NaN : x, random.poisson(), random.below(2), random.below(3)],
      label: random.uniform() < 1 / (1 + Math.exp(1 - 2 * x)) ? 1 : 0,
    };
  });
  return {
    features: [
      { name: 'x', kind: 'number', unit: null },
      { name: 'visits', kind: 'count', unit: null },
      { name: 'smoker', kind: 'flag', unit: null },
      { name: 'region', kind: 'category', unit: null, levels: ['north', 'south'] },
    ],
    rows,
    values: Float32Array.from(records.flatMap(({ values }) => values)),
    labels: Uint8Array.from(records, ({ label }) => label),
    weights: null,
  };
}
const data = people(2000);

test('the statement names the ε that was spent, no more than the target, and how', async () => {
  const { privacy } = await fitPrivateLogistic(data, settings, quietFit);
  expect(privacy.epsilon).toBeLessThanOrEqual(3);
  expect(privacy.epsilon).toBeGreaterThan(2.99);
  expect(privacy).toMatchObject({ delta: 1e-5, samplingRate: 0.1, steps: 300, clip: 1 });
  const given = { ...settings, budget: { noiseMultiplier: 4 }, samplingRate: 0.01, steps: 10_000 };
  const { privacy: stated } = await fitPrivateLogistic(people(50), given, quietFit);
  expect(stated.noiseMultiplier).toBe(4);
  expect(stated.epsilon).toBeCloseTo(1.26, 2);
});

test('no number of the preparation comes from the rows', async () => {
  const { preparation, lows, highs } = await fitPrivateLogistic(data, settings, quietFit);
  const others = { ...people(7), values: new Float32Array(28).fill(5) };
  const same = await fitPrivateLogistic(others, settings, quietFit);
  expect(same.preparation).toEqual(preparation);
  expect([same.lows, same.highs]).toEqual([lows, highs]);
});

test('one row moves a step without noise by no more than the clipping length over the rows that a step expects', async () => {
  const z = Float32Array.of(0.5, -1, 0, 30);
  const rows = { z, rows: 4, columns: 1, labels: Uint8Array.of(1, 0, 1, 0), weights: null };
  const without = { ...rows, labels: rows.labels.slice(0, 3), z: z.slice(0, 3), rows: 3 };
  const step = { ...quietFit, noiseMultiplier: 0, samplingRate: 1, steps: 1, learningRate: 1, penalty: 0 };
  for (const clip of [0.1, 1, 100]) {
    const all = await noisyDescent(rows, { ...step, clip }, seededUniform(1));
    const less = await noisyDescent(without, { ...step, clip }, seededUniform(1));
    // Sums, as the number of rows is public.
    const moved = Math.hypot(...all.map((value, i) => 4 * value - 3 * less[i]));
    // The row's own gradient is ½ · (1, 30), of length 15.01.
    expect(moved).toBeCloseTo(Math.min(clip, 0.5 * Math.hypot(1, 30)), 9);
  }
});

test('a weight is inside the clipping: a heavy row moves no more than another', async () => {
  const one = { z: Float32Array.of(1), rows: 1, columns: 1, labels: Uint8Array.of(1) };
  const step = {
    ...quietFit,
    noiseMultiplier: 0,
    samplingRate: 1,
    steps: 1,
    learningRate: 1,
    penalty: 0,
    clip: 1,
  };
  const heavy = await noisyDescent({ ...one, weights: Float32Array.of(1000) }, step, seededUniform(1));
  expect(Math.hypot(...heavy)).toBeCloseTo(1, 12);
});

test('the noise has the stated deviation in every coordinate', async () => {
  const columns = 2000;
  const rows = { z: new Float32Array(columns), rows: 1, columns, labels: Uint8Array.of(0), weights: null };
  const step = { ...quietFit, samplingRate: 0.5, steps: 1, learningRate: 1, penalty: 0 };
  for (const uniform of [seededUniform(3), secretUniform()]) {
    const moved = await noisyDescent(rows, { ...step, clip: 0.5, noiseMultiplier: 6 }, uniform);
    const slopes = moved.subarray(1);
    const deviation = Math.sqrt(slopes.reduce((sum, value) => sum + value ** 2, 0) / columns);
    // σC/q = 6; 2,000 draws know a deviation to 1.6 %: six of these.
    expect(Math.abs(deviation / 6 - 1)).toBeLessThan(0.1);
  }
});

test('with a wide budget the coefficient is that of the people, and raw rows go into the graph', async () => {
  const wide = { ...settings, budget: { epsilon: 50 }, steps: 2000, learningRate: 4, clip: 3 };
  const fit = await fitPrivateLogistic(people(8000), wide, quietFit);
  const session = await openSession(
    exportGraph({
      inputs: { raw: { shape: ['batch', 4], dtype: 'float32' } },
      outputs: ({ raw }) => ({ ...tracePrivateLogistic(fit, tf.reshape(raw, [raw.shape[0], 4])) }),
    }),
  );
  const missing = Number.NaN;
  const raw = Float32Array.from(
    [
      [0, 1, 0, 0],
      [1, 1, 0, 0],
      [3, 1, 0, 0],
      [99, 1, 0, 0],
      [missing, missing, missing, missing],
    ].flat(),
  );
  const { logOdds, contributions, deviation } = await session.run({
    raw: { shape: [5, 4], dtype: 'float32', data: raw },
  });
  await session.release();
  expect(Math.abs(logOdds.data[1] - logOdds.data[0] - 2)).toBeLessThan(0.3);
  // Beyond its bounds a value is taken as the bound.
  expect(logOdds.data[3]).toBe(logOdds.data[2]);
  expect([...deviation.data]).toEqual([0, 0, 0, 0, 0]);
  for (let row = 0; row < 5; row++) {
    let sum = fit.baselineLogOdds;
    for (let feature = 0; feature < 4; feature++) sum += contributions.data[4 * row + feature];
    expect(sum).toBeCloseTo(logOdds.data[row], 4);
  }
});

test('a seed gives the same fit and says that it was seeded; without one no fit is like another', async () => {
  const short = { ...settings, steps: 10 };
  const seeded = await fitPrivateLogistic(data, short, quietFit);
  expect(await fitPrivateLogistic(data, short, quietFit)).toEqual(seeded);
  expect(structuredClone(seeded)).toEqual(seeded);
  expect(seeded.privacy.randomness).toBe('seeded');
  const secret = { ...short, randomness: 'secret' } as const;
  const [first, second] = [
    await fitPrivateLogistic(data, secret, quietFit),
    await fitPrivateLogistic(data, secret, quietFit),
  ];
  expect(first.coefficients).not.toEqual(second.coefficients);
  expect(first.privacy.randomness).toBe('secret');
});

test.each([
  [{ bounds: { x: { low: 0, high: 1 } } }, 'boundsMissing', 'visits'],
  [{ bounds: { ...settings.bounds, x: { low: 1, high: 1 } } }, 'boundsInvalid', 'x has'],
  [{ bounds: { ...settings.bounds, visits: { low: -1, high: 4 } } }, 'boundsInvalid', 'visits has'],
  [{ budget: { epsilon: 0 } }, 'settingsInvalid', 'epsilon'],
  [{ budget: { epsilon: 0.001 } }, 'budgetUnreachable', '0.001'],
  [{ delta: 1 }, 'settingsInvalid', 'delta'],
  [{ samplingRate: 1.5 }, 'settingsInvalid', 'samplingRate'],
  [{ steps: 0 }, 'settingsInvalid', 'steps'],
] as const)('%j is refused by name', async (change, code, named) => {
  const refused = fitPrivateLogistic(data, { ...settings, ...change }, quietFit);
  await expect(refused).rejects.toMatchObject({ code });
  await expect(refused).rejects.toThrow(named);
});

test('a fit stops between its steps, and reports no loss of the rows', async () => {
  const controller = new AbortController();
  setImmediate(() => controller.abort(new Error('stopped')));
  const endless = { ...settings, budget: { noiseMultiplier: 5 }, steps: 1_000_000 };
  const run = fitPrivateLogistic(data, endless, {
    ...quietFit,
    signal: controller.signal,
    onEpoch: () => {
      throw new Error('a loss was reported');
    },
  });
  await expect(run).rejects.toThrow('stopped');
});
