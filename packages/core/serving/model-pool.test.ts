import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ArtifactError, ScoringError } from '../registry/errors.ts';
import { openModel } from '../registry/open-model.ts';
import type { FeatureRow } from '../table/matrix.ts';
import { pima } from '../testing/pima.ts';
import { trainingRequest } from '../testing/request.ts';
import { trainClassifier } from '../train/train-classifier.ts';
import { type ModelPool, openModelPool } from './model-pool.ts';

let models: string;
let hash: string;
let pool: ModelPool;
let rows: FeatureRow[];

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  const data = await pima(120);
  const { artifact } = await trainClassifier({ ...trainingRequest(data), models });
  hash = artifact;
  const width = data.features.length;
  rows = Array.from({ length: data.rows }, (_, row) =>
    Object.fromEntries(
      data.features.map(({ name }, column) => {
        const value = data.values[row * width + column] ?? Number.NaN;
        return [name, Number.isNaN(value) ? null : value];
      }),
    ),
  );
  pool = openModelPool(models, join(import.meta.dirname, 'model-worker.ts'));
});
afterAll(async () => {
  await pool.close();
  await rm(models, { recursive: true, force: true });
});

test('a model on another thread has the same card and gives the same scores, of every fold', async () => {
  const [here, there] = await Promise.all([openModel(models, hash), pool.open(hash)]);
  expect(there.hash).toBe(hash);
  expect(there.card).toEqual(here.card);
  const many = Array.from({ length: 600 }, (_, row) => rows[row % rows.length] ?? {});
  for (const fold of [null, 1, 5]) {
    expect(await there.score(many, fold)).toEqual(await here.score(many, fold));
  }
  await here.release();
});

test('what is wrong with an artifact or a row is said as without threads, by the same classes', async () => {
  const missing = await pool.open('0'.repeat(64)).catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(ArtifactError);
  expect(missing).toMatchObject({ code: 'artifactMissing', artifact: '0'.repeat(64), file: null });
  const model = await pool.open(hash);
  const { age: _, ...ageless } = rows[0] ?? {};
  const refused = await model.score([ageless], null).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ScoringError);
  expect(refused).toMatchObject({ code: 'featureMissing', feature: 'age' });
  await expect(model.score(rows, 6)).rejects.toMatchObject({ code: 'foldUnknown' });
});

test('a score that nobody waits for any more rejects with the reason', async () => {
  const model = await pool.open(hash);
  const cancel = new AbortController();
  const scores = model.score(rows, null, cancel.signal);
  cancel.abort(new Error('the request went away'));
  await expect(scores).rejects.toThrow('the request went away');
  expect(await model.score(rows.slice(0, 1), null)).toHaveLength(1);
});

test('a model whose file was damaged does not open', async () => {
  const fresh = openModelPool(models, join(import.meta.dirname, 'model-worker.ts'));
  await writeFile(join(models, hash, 'fold-3.onnx'), 'not a model');
  await expect(fresh.open(hash)).rejects.toMatchObject({ code: 'artifactDamaged', file: 'fold-3.onnx' });
  await fresh.close();
});
