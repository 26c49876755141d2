import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pima } from '../testing/pima.ts';
import { trainClassifier } from '../train/train-classifier.ts';
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
  const { artifact } = await trainClassifier({
    vertical: 'diagnosis',
    outcome: 'diabetes',
    horizonDays: 1826,
    data: await pima(120),
    sources: [],
    excluded: [],
    subgroups: [],
    limits: [],
    seed: 1,
    onProgress: () => {},
    signal: new AbortController().signal,
    models,
  });
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

test('a fold that the model does not have is refused', async () => {
  for (const fold of [0, 6]) {
    await expect(model.score([woman], fold)).rejects.toMatchObject({ code: 'foldUnknown' });
  }
});

test('a model whose file was damaged does not open', async () => {
  await writeFile(join(models, model.hash, 'fold-3.onnx'), 'not a model');
  await expect(openModel(models, model.hash)).rejects.toMatchObject({
    code: 'artifactDamaged',
    file: 'fold-3.onnx',
  });
});
