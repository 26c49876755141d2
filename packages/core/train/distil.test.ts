import { expect, test } from 'vitest';
import type { TrainingRows } from '../learners/contract.ts';
import { traceDeep } from '../learners/deep-tabular.ts';
import { createRandom } from '../random.ts';
import { openSession, tf } from '../tensor/index.ts';
import { quietFit } from '../testing/fit-options.ts';
import { type DistilSettings, distil } from './distil.ts';
import { modelGraph } from './model-graph.ts';

const settings: DistilSettings = {
  hidden: [16, 8],
  bins: 8,
  learningRate: 0.01,
  weightDecay: 0.01,
  batchRows: 64,
  mostEpochs: 60,
  patience: 10,
};

/** A teacher with a bend and a product, and labels that it is not sure of. */
const teach = (a: number, b: number) => Math.abs(a) - 1 + a * b;
const random = createRandom(3);
const values = Float32Array.from({ length: 2 * 800 }, random.normal);
const teacher = Float64Array.from({ length: 800 }, (_, row) => teach(values[2 * row], values[2 * row + 1]));
const data: TrainingRows = {
  features: ['a', 'b'].map((name) => ({ name, kind: 'number', unit: null })),
  rows: 800,
  values,
  labels: Uint8Array.from(teacher, (logOdds) => (random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0)),
  weights: null,
};

test('the student says nearly what the teacher says, of rows that it has not seen too', async () => {
  const student = await distil(data, teacher, settings, quietFit);
  const asked = Array.from({ length: 300 }, () => [random.normal(), random.normal()]);
  const { logOdds, deviation } = traceDeep(student, tf.tensor2d(asked));
  const found = logOdds.dataSync();
  const squares = asked.map(([a, b], row) => (found[row] - teach(a, b)) ** 2);
  // The teacher's log-odds themselves have a standard deviation of 1.2: nine tenths of it are learnt.
  expect(Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / asked.length)).toBeLessThan(0.4);
  expect(deviation.dataSync().every((value) => value === 0)).toBe(true);
  expect(student.replicates).toBe(1);
});

test('a student is exported like any learner, and its interval is its probability', async () => {
  const student = await distil(data, teacher, { ...settings, mostEpochs: 2 }, quietFit);
  const session = await openSession(modelGraph(data.features, student, { slope: 1, intercept: 0 }));
  const one = (value: number) => ({ shape: [1, 1], dtype: 'float32' as const, data: Float32Array.of(value) });
  const { probability, lower, upper } = await session.run({ a: one(0.3), b: one(Number.NaN) });
  await session.release();
  expect([lower.data[0], upper.data[0]]).toEqual([probability.data[0], probability.data[0]]);
});

test('scores that are not those of the table are refused by their place', async () => {
  const short = distil(data, teacher.subarray(1), settings, quietFit);
  await expect(short).rejects.toThrow('The teacher has scored 799 rows, the table has 800.');
  const holed = distil(data, teacher.with(4, Number.NaN), settings, quietFit);
  await expect(holed).rejects.toThrow('row 5 are NaN');
});
