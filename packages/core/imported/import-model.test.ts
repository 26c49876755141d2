import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probabilityOf } from '../evaluate/recalibration.ts';
import { matrixOfRows } from '../registry/inputs.ts';
import type { FeatureRow } from '../table/matrix.ts';
import { elementTypes, modelBytes, scikitLogistic, tensor } from '../testing/foreign.ts';
import { importModel, readImportSchema } from './import-model.ts';
import { openImportedFolder } from './open-imported.ts';
import { importSchema } from './schema.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'imported-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

let files = 0;
/** Imports a file of these bytes and scores rows with it. */
async function imported(bytes: Uint8Array, described: object) {
  const file = join(home, `${files++}.onnx`);
  await writeFile(file, bytes);
  const schema = importSchema.parse({ outcome: 'event', ...described });
  const hash = await importModel(file, schema, join(home, 'models'));
  const model = await openImportedFolder(join(home, 'models', hash));
  if (model === null) throw new Error('another kind of model lies there');
  return {
    model,
    score: (rows: readonly FeatureRow[]) =>
      model.scoreMatrix(matrixOfRows(model.card.features, rows), { explain: false }),
  };
}

const numbers = (...names: string[]) => names.map((name) => ({ name, kind: 'number' }));

test('a classifier as scikit-learn’s is written gives its own probability of the last class', async () => {
  const { model, score } = await imported(scikitLogistic([0.5, -2], 0.25), { features: numbers('a', 'b') });
  const { probability, lower, upper, logOdds } = await score([
    { a: 1, b: 0.5 },
    { a: -4, b: 2 },
  ]);
  // Single precision.
  expect(probability[0]).toBeCloseTo(probabilityOf(0.25 + 0.5 - 1), 6);
  expect(probability[1]).toBeCloseTo(probabilityOf(0.25 - 2 - 4), 6);
  expect(logOdds[0]).toBeCloseTo(-0.25, 5);
  expect([lower, upper]).toEqual([probability, probability]);
  expect(model.card).toMatchObject({ learner: 'imported', source: { producer: 'skl2onnx' } });
  await model.release();
});

test('a class is chosen by its label, and a matrix may be of doubles', async () => {
  const bytes = scikitLogistic([0.5, -2], 0.25, { elementType: elementTypes.DOUBLE });
  const { model, score } = await imported(bytes, { features: numbers('a', 'b'), class: 0 });
  const { probability } = await score([{ a: 1, b: 0.5 }]);
  expect(probability[0]).toBeCloseTo(1 - probabilityOf(-0.25), 6);
  await model.release();
});

test('a category goes into a matrix as its code; a level that the model does not know is missing', async () => {
  const features = [{ name: 'job', kind: 'category', levels: ['fixed', 'part'], codes: [3, -1] }];
  const { model, score } = await imported(scikitLogistic([1], 0), { features });
  const { probability } = await score([{ job: 'fixed' }, { job: 'part' }, { job: 'none' }, { job: null }]);
  expect(probability[0]).toBeCloseTo(probabilityOf(3), 6);
  expect(probability[1]).toBeCloseTo(probabilityOf(-1), 6);
  expect([probability[2], probability[3]]).toEqual([Number.NaN, Number.NaN]);
  await model.release();
});

test('one input a column is taken too: numbers of any type and text, by the names of the file', async () => {
  const { DOUBLE, STRING, FLOAT } = elementTypes;
  const bytes = modelBytes({
    node: [
      { opType: 'Cast', input: ['age'], output: ['years'], attribute: [{ name: 'to', type: 2, i: FLOAT }] },
      { opType: 'Equal', input: ['job', 'fixed'], output: ['isFixed'] },
      {
        opType: 'Cast',
        input: ['isFixed'],
        output: ['flag'],
        attribute: [{ name: 'to', type: 2, i: FLOAT }],
      },
      { opType: 'Sub', input: ['flag', 'years'], output: ['sum'] },
      { opType: 'Sigmoid', input: ['sum'], output: ['score'] },
    ],
    input: [tensor('age', DOUBLE, ['N', 1]), tensor('job', STRING, ['N', 1])],
    output: [tensor('score', FLOAT, ['N', 1])],
    initializer: [
      { name: 'fixed', dims: [1], dataType: STRING, stringData: [new TextEncoder().encode('fixed')] },
    ],
  });
  const { model, score } = await imported(bytes, {
    features: [
      { name: 'job', kind: 'category', levels: ['fixed', 'part'] },
      { name: 'ageYears', kind: 'number', unit: 'a', input: 'age' },
    ],
  });
  const { probability } = await score([
    { job: 'fixed', ageYears: 2 },
    { job: 'part', ageYears: 2 },
  ]);
  expect(probability[0]).toBeCloseTo(probabilityOf(1 - 2), 6);
  expect(probability[1]).toBeCloseTo(probabilityOf(-2), 6);
  await model.release();
});

const graphOf = (opType: string, output: readonly (number | string)[]) =>
  modelBytes({
    node: [{ opType, input: ['x'], output: ['y'] }],
    input: [tensor('x', elementTypes.FLOAT, ['N', 2])],
    output: [tensor('y', elementTypes.FLOAT, output)],
  });

test.each([
  {
    what: 'a matrix of another width',
    bytes: scikitLogistic([1, 2, 3], 0),
    features: numbers('a', 'b'),
    code: 'importInputs',
    says: /X float\[N, 3\] is not \[any, 2\], a column for each feature/,
  },
  {
    what: 'a fixed number of rows',
    bytes: scikitLogistic([1, 2], 0, { rows: 1 }),
    features: numbers('a', 'b'),
    code: 'importInputs',
    says: /X float\[1, 2\] takes 1 row at a time/,
  },
  {
    what: 'inputs of other names',
    bytes: modelBytes({
      node: [{ opType: 'Add', input: ['a', 'c'], output: ['y'] }],
      input: [tensor('a', elementTypes.FLOAT, ['N', 1]), tensor('c', elementTypes.FLOAT, ['N', 1])],
      output: [tensor('y', elementTypes.FLOAT, ['N', 1])],
    }),
    features: numbers('a', 'b'),
    code: 'importInputs',
    says: /no input "b"; no feature goes into c float\[N, 1\]/,
  },
  {
    what: 'an answer that is no probability',
    bytes: graphOf('Neg', ['N', 2]),
    features: numbers('a', 'b'),
    code: 'importAnswer',
    says: /-1, which is no probability/,
  },
  {
    what: 'a class that is not there',
    bytes: scikitLogistic([1, 2], 0),
    features: numbers('a', 'b'),
    more: { class: 'yes' },
    code: 'importOutputs',
    says: /no class "yes"; its classes: "0", "1"/,
  },
  {
    what: 'an output that is not there',
    bytes: graphOf('Sigmoid', ['N', 2]),
    features: numbers('a', 'b'),
    more: { output: 'z' },
    code: 'importOutputs',
    says: /outputs of the model are "y"; "z" is not an output of numbers/,
  },
  {
    what: 'no ONNX file',
    bytes: new TextEncoder().encode('glucose,age\n1,2\n'),
    features: numbers('a'),
    code: 'importUnreadable',
    says: /no ONNX file/,
  },
  {
    what: 'an operator that nobody knows',
    bytes: graphOf('Divine', ['N', 2]),
    features: numbers('a', 'b'),
    code: 'importUnreadable',
    says: /ai.onnx:Divine/,
  },
])('$what is refused, and said how', async ({ bytes, features, more = {}, code, says }) => {
  await expect(imported(bytes, { features, ...more })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(says),
  });
});

test('a schema file that is none is named with the place', async () => {
  const file = join(home, 'schema.json');
  await writeFile(
    file,
    JSON.stringify({ outcome: 'x', features: [{ name: 'a', kind: 'category', levels: [] }] }),
  );
  await expect(readImportSchema(file)).rejects.toMatchObject({
    code: 'importUnreadable',
    message: expect.stringContaining('features.0.levels'),
  });
  await writeFile(file, JSON.stringify({ outcome: 'x', features: numbers('a', 'probability') }));
  await expect(readImportSchema(file)).rejects.toThrow(/"probability" is the name of an output/);
});

test('the same file and schema are the same artifact, and a changed graph is found', async () => {
  const bytes = scikitLogistic([1, 2], 0);
  const { model } = await imported(bytes, { features: numbers('a', 'b') });
  await model.release();
  const folder = join(home, 'models', model.hash);
  const graph = await readFile(join(folder, 'model.onnx'));
  graph[graph.length - 1] ^= 1;
  await writeFile(join(folder, 'model.onnx'), graph);
  await expect(openImportedFolder(folder)).rejects.toMatchObject({
    code: 'artifactDamaged',
    file: 'model.onnx',
  });
});
