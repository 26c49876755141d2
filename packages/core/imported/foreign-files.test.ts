import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LabelledMatrix } from '../table/matrix.ts';
import { pima } from '../testing/pima.ts';
import { importModel } from './import-model.ts';
import { openImportedFolder } from './open-imported.ts';
import { importSchema } from './schema.ts';

/** Files of `testing/make-foreign.py`, in the layouts of skl2onnx and onnxmltools. */
const fileOf = (name: string) => join(import.meta.dirname, 'testing', name);

let models: string;
let women: LabelledMatrix;
/** What `predict_proba` of each program says of the same rows. */
let expected: Readonly<Record<'scikit' | 'lightgbm', readonly number[]>>;

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'foreign-'));
  women = await pima();
  const lines = (await readFile(fileOf('predict-proba.csv'), 'utf8')).trim().split('\n').slice(1);
  const column = (place: number) => lines.map((line) => Number(line.split(',')[place]));
  expected = { scikit: column(0), lightgbm: column(1) };
});
afterAll(() => rm(models, { recursive: true, force: true }));

const schemaOf = (features: readonly { readonly name: string }[], more: object = {}) =>
  importSchema.parse({
    outcome: 'diabetes',
    features: features.map(({ name }) => ({ name, kind: 'number' })),
    ...more,
  });

test.each([
  ['scikit-zipmap.onnx', 'scikit'],
  ['scikit-tensor.onnx', 'scikit'],
  ['scikit-columns.onnx', 'scikit'],
  ['lightgbm-zipmap.onnx', 'lightgbm'],
  ['lightgbm-tensor.onnx', 'lightgbm'],
] as const)(
  '%s gives every row, those with missing values too, what its own program gives',
  async (file, program) => {
    const hash = await importModel(fileOf(file), schemaOf(women.features), models);
    const model = await openImportedFolder(join(models, hash));
    const scores = await model?.scoreMatrix(women, { explain: false });
    await model?.release();
    const differences = expected[program].map((value, row) =>
      Math.abs(value - (scores?.probability[row] ?? Number.NaN)),
    );
    expect(differences).toHaveLength(768);
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  },
);

test('a regression is refused, though its answers might look like probabilities', async () => {
  const schema = schemaOf(women.features);
  await expect(importModel(fileOf('lightgbm-regressor.onnx'), schema, models)).rejects.toMatchObject({
    code: 'importOutputs',
    message: expect.stringContaining('regression (TreeEnsembleRegressor)'),
  });
});

test('of three classes it must be said which one is the event, and one of them may be', async () => {
  const two = women.features.slice(0, 2);
  const file = fileOf('scikit-three.onnx');
  await expect(importModel(file, schemaOf(two), models)).rejects.toMatchObject({
    code: 'importOutputs',
    message: expect.stringMatching(/3 classes apart \("0", "1", "2"\).*"class"/),
  });
  await expect(importModel(file, schemaOf(two, { class: 2 }), models)).resolves.toMatch(/^[0-9a-f]{64}$/);
});

test('columns of another name and a matrix of another width are refused with both', async () => {
  const renamed = women.features.map(({ name }) => ({ name: name === 'mass' ? 'weight' : name }));
  await expect(importModel(fileOf('scikit-columns.onnx'), schemaOf(renamed), models)).rejects.toMatchObject({
    code: 'importInputs',
    message: expect.stringMatching(/no input "weight"; no feature goes into mass/),
  });
  const fewer = schemaOf(women.features.slice(1));
  await expect(importModel(fileOf('lightgbm-zipmap.onnx'), fewer, models)).rejects.toMatchObject({
    code: 'importInputs',
    message: expect.stringMatching(/input float\[.*, 8\] is not \[any, 7\]/),
  });
});
