import { expect, test } from 'vitest';
import type { FeatureMatrix } from '../table/matrix.ts';
import { exportGraph, openSession, tf } from '../tensor/index.ts';
import { prepareColumns, sumByFeature } from './graph.ts';
import { fitPreparation } from './preparation.ts';

const missing = Number.NaN;
const matrix: FeatureMatrix = {
  features: [
    { name: 'sbpMmHg', kind: 'number', unit: 'mm[Hg]' },
    { name: 'sbpCount', kind: 'count', unit: null },
    { name: 'smoker', kind: 'flag', unit: null },
    { name: 'constant', kind: 'number', unit: null },
  ],
  rows: 5,
  // The last row is held out: its values may not be seen.
  values: Float32Array.of(120, 0, 1, 3, missing, 1, 0, 3, 140, 3, missing, 3, 130, 0, 0, 3, 9000, 900, 0, 7),
};
const training = Int32Array.of(0, 1, 2, 3);
const preparation = fitPreparation(matrix, training);

function prepared(values: readonly number[]): number[][] {
  return tf.tidy(() => {
    const raw = tf.tensor2d(Float32Array.from(values), [values.length / 4, 4]);
    return prepareColumns(preparation, raw).arraySync();
  });
}

test('the training rows alone are measured; what never varies has no column', () => {
  const columns = preparation.columns.map(({ feature, part }) => `${matrix.features[feature].name} ${part}`);
  expect(columns).toEqual([
    'sbpMmHg value',
    'sbpMmHg missing',
    'sbpCount value',
    'smoker value',
    'smoker missing',
  ]);
  expect(preparation.columns[0].centre).toBe(130);
});

test('training columns have mean 0, numbers and counts deviation 1, flags and indicators a step of 1', () => {
  const rows = prepared([...matrix.values.subarray(0, 16)]);
  const column = (index: number) => rows.map((row) => row[index]);
  for (let index = 0; index < 5; index++) {
    expect(column(index).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
  }
  expect(column(2).reduce((sum, value) => sum + value ** 2, 0) / 4).toBeCloseTo(1, 5);
  expect(column(1)[1] - column(1)[0]).toBeCloseTo(1, 6);
  expect(column(3)[0] - column(3)[1]).toBeCloseTo(1, 6);
});

test('a missing value is the average exactly, whether or not it was ever missing in training', () => {
  const [row] = prepared([missing, missing, missing, missing]);
  expect(row[0]).toBe(0);
  expect(row[2]).toBe(0);
  expect(row[3]).toBe(0);
});

test('a category becomes centred flags of its levels; unseen and missing ones are the average', () => {
  const levels = ['north', 'south', 'west'];
  const region: FeatureMatrix = {
    features: [
      { name: 'region', kind: 'category', unit: null, levels },
      { name: 'urban', kind: 'category', unit: null, levels: ['no', 'yes'] },
    ],
    rows: 20,
    values: Float32Array.from({ length: 40 }, (_, index) =>
      index % 2 === 1 ? Number(index > 20) : index < 20 ? 0 : index < 36 ? 1 : 2,
    ),
  };
  const fitted = fitPreparation(region, Int32Array.from(Array(20).keys()));
  // West has two rows only: no column of its own. Of two levels one says all.
  expect(fitted.columns.map(({ feature, part, level }) => [feature, part, level])).toEqual([
    [0, 'level', 0],
    [0, 'level', 1],
    [1, 'level', 1],
  ]);
  const rows = tf.tidy(() =>
    prepareColumns(fitted, tf.tensor2d([0, 1, 1, 0, 2, 0, 3, 2, missing, missing], [5, 2])).arraySync(),
  );
  const expected = [
    [0.5, -0.4, 0.5],
    [-0.5, 0.6, -0.5],
    [-0.5, -0.4, -0.5],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const [row, values] of expected.entries()) {
    for (const [column, value] of values.entries()) expect(rows[row][column]).toBeCloseTo(value, 6);
  }
});

test('contributions of a value and of its being missing are summed over their raw feature', () => {
  const summed = tf.tidy(() => sumByFeature(preparation, tf.tensor2d([[1, 2, 4, 8, 16]])).arraySync());
  expect(summed).toEqual([[3, 4, 24, 0]]);
});

test('the exported graph prepares a row as the training code does', async () => {
  const model = exportGraph({
    inputs: { raw: { shape: ['batch', 4], dtype: 'float32' } },
    outputs: ({ raw }) => ({ z: prepareColumns(preparation, tf.reshape(raw, [raw.shape[0], 4])) }),
  });
  const session = await openSession(model);
  const data = Float32Array.of(95, 2, 1, 3, missing, missing, missing, missing);
  const { z } = await session.run({ raw: { shape: [2, 4], dtype: 'float32', data } });
  const expected = prepared([...data]).flat();
  for (const [index, value] of expected.entries()) expect(z.data[index]).toBeCloseTo(value, 5);
  await session.release();
});
