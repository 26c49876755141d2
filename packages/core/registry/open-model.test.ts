import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import onnxProto from 'onnx-proto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportGraph, tf } from '../tensor/index.ts';
import { pima } from '../testing/pima.ts';
import { trainingRequest } from '../testing/request.ts';
import { trainClassifier } from '../train/train-classifier.ts';
import { writeArtifact } from './artifact.ts';
import type { LoadedModel } from './contract.ts';
import { openModel } from './open-model.ts';

let models: string;
let model: LoadedModel;

/** A woman of whom nothing but her age is known. */
const woman = {
  pregnant: null,
  glucose: null,
  pressure: null,
  triceps: null,
  insulin: null,
  mass: null,
  pedigree: null,
  age: 40,
};

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  const { artifact } = await trainClassifier({ ...trainingRequest(await pima(120)), models });
  model = await openModel(models, artifact);
});
afterAll(() => rm(models, { recursive: true, force: true }));

test('more glucose raises the risk, and its contribution by as much as the log-odds', async () => {
  const [less, more] = await model.score(
    [
      { ...woman, glucose: 90 },
      { ...woman, glucose: 180 },
    ],
    null,
  );
  expect(more.probability).toBeGreaterThan(less.probability);
  const moved = more.contributions.glucose - less.contributions.glucose;
  expect(moved).toBeCloseTo(more.logOdds - less.logOdds, 5);
});

test('a row that does not fit the model is refused by the name of the feature', async () => {
  const { age: _, ...ageless } = woman;
  await expect(model.score([woman, ageless], null)).rejects.toMatchObject({
    code: 'featureMissing',
    feature: 'age',
  });
  await expect(model.score([{ ...woman, height: 170 }], null)).rejects.toMatchObject({
    code: 'featureUnknown',
    feature: 'height',
  });
  await expect(model.score([{ ...woman, mass: Number.POSITIVE_INFINITY }], null)).rejects.toMatchObject({
    code: 'valueInvalid',
    feature: 'mass',
  });
});

test('each score says how far its row lies from the training rows, and that the model abstains where it is unlike them', async () => {
  const usual = { ...woman, glucose: 110, pressure: 72, mass: 31 };
  const [near, strange] = await model.score([usual, { ...usual, pressure: 400 }], null);
  expect(near).toMatchObject({ familiarity: { unlike: false }, abstains: null });
  expect(strange).toMatchObject({
    familiarity: { unlike: true, percentile: 100 },
    abstains: 'unlikeTraining',
  });
  const [ofFold] = await model.score([{ ...usual, pressure: 400 }], 1);
  expect(ofFold.familiarity).toEqual(strange.familiarity);
});

test('a fold that the model does not have is refused', async () => {
  for (const fold of [0, 6]) {
    await expect(model.score([woman], fold)).rejects.toMatchObject({ code: 'foldUnknown' });
  }
});

describe('a whole ONNX file that is no model of the registry', () => {
  /** An artifact with a card of ours and this file as its model: whole by its hashes. */
  async function opening(file: Uint8Array): Promise<unknown> {
    const { files: _, ...body } = model.card;
    const { hash } = await writeArtifact(models, new Map([['model.onnx', file]]), body);
    return openModel(models, hash).catch((error: unknown) => error);
  }
  const column = { shape: ['batch', 1], dtype: 'float32' } as const;

  test('with other inputs and outputs is refused: what is there and what was expected', async () => {
    const error = await opening(
      exportGraph({
        inputs: { height: column, weight: { ...column, dtype: 'int32' } },
        outputs: ({ height }) => ({ bmi: tf.square(height) }),
      }),
    );
    expect(error).toMatchObject({ code: 'modelForeign', file: 'model.onnx' });
    expect(String(error)).toContain(
      'Its inputs are height float32[any, 1], weight int32[any, 1]; expected: ',
    );
    for (const { name } of model.card.features) expect(String(error)).toContain(`${name} float32[any, 1]`);
    expect(String(error)).toMatch(
      /Its outputs are bmi float32\[any, 1\]; expected: probability float32\[any, 1\]/,
    );
  });

  test('with the right names but one output of another shape is refused by that alone', async () => {
    const inputs = Object.fromEntries(model.card.features.map(({ name }) => [name, column]));
    const error = await opening(
      exportGraph({
        inputs,
        outputs: ({ age }) => ({
          probability: tf.mul(age, 1),
          lower: tf.mul(age, 2),
          upper: tf.mul(age, 3),
          logOdds: tf.mul(age, 4),
          contributions: tf.mul(age, 5),
        }),
      }),
    );
    expect(error).toMatchObject({ code: 'modelForeign' });
    expect(String(error)).not.toContain('Its inputs');
    expect(String(error)).toContain(`contributions float32[any, ${model.card.features.length}].`);
  });

  test('with outputs that are no tensors of numbers is refused too', async () => {
    const text = { tensorType: { elemType: 8, shape: { dim: [{ dimValue: 1 }] } } };
    const { onnx } = onnxProto;
    const labels = onnx.ModelProto.create({
      irVersion: 8,
      opsetImport: [{ domain: '', version: 13 }],
      graph: {
        name: 'labels',
        node: [{ opType: 'Identity', input: ['x'], output: ['label'] }],
        input: [{ name: 'x', type: text }],
        output: [{ name: 'label', type: text }],
      },
    });
    const error = await opening(onnx.ModelProto.encode(labels).finish());
    expect(error).toMatchObject({ code: 'modelForeign' });
    expect(String(error)).toContain('label');
  });

  test('with an operator that the runtime lacks says so', async () => {
    const { onnx } = onnxProto;
    const foreign = onnx.ModelProto.decode(
      exportGraph({ inputs: { x: column }, outputs: ({ x }) => ({ y: tf.neg(x) }) }),
    );
    foreign.opsetImport = [
      { domain: '', version: 20 },
      { domain: 'org.example', version: 1 },
    ];
    for (const node of foreign.graph?.node ?? []) node.domain = 'org.example';
    expect(await opening(onnx.ModelProto.encode(foreign).finish())).toMatchObject({
      code: 'unknownOperator',
    });
  });
});

test('a model whose file was damaged does not open', async () => {
  await writeFile(join(models, model.hash, 'fold-3.onnx'), 'not a model');
  await expect(openModel(models, model.hash)).rejects.toMatchObject({
    code: 'artifactDamaged',
    file: 'fold-3.onnx',
  });
});
