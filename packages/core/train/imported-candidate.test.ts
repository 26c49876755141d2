import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importModel } from '../imported/import-model.ts';
import { openImportedFolder } from '../imported/open-imported.ts';
import { importSchema } from '../imported/schema.ts';
import { openModel } from '../registry/open-model.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import { pima } from '../testing/pima.ts';
import { trainingRequest } from '../testing/request.ts';
import { importedCandidate } from './imported-candidate.ts';
import { trainClassifier } from './train-classifier.ts';

const learntFrom = 'a'.repeat(64);
let models: string;
/** The file's trees learnt from the first 600 rows. */
let held: LabelledMatrix;

async function foreign(more: object = {}): Promise<string> {
  const schema = importSchema.parse({
    outcome: 'diabetes',
    features: held.features.map(({ name }) => ({ name, kind: 'number' })),
    ...more,
  });
  const file = join(import.meta.dirname, '../imported/testing/lightgbm-zipmap.onnx');
  return join(models, await importModel(file, schema, models));
}

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'rivals-'));
  const all = await pima();
  const width = all.features.length;
  held = {
    ...all,
    rows: 168,
    values: all.values.slice(600 * width),
    labels: all.labels.slice(600),
    ids: all.ids.slice(600),
  };
});
afterAll(() => rm(models, { recursive: true, force: true }));

async function trainedBeside(folder: string) {
  const candidate = await importedCandidate(folder, held, []);
  const { candidates } = trainingRequest(held);
  const request = trainingRequest(held, { candidates: [candidates[0], candidate], foldModels: false });
  return trainClassifier({ ...request, models });
}

test('an imported model stands in the same table, judged on the same folds, with its origin', async () => {
  const folder = await foreign({ trainedOn: [learntFrom] });
  const { card } = await trainedBeside(folder);
  expect(card.candidates.map(({ learner }) => learner)).toEqual(['logisticRegression', 'imported']);
  const [, rival] = card.candidates;
  expect(rival.imported).toMatchObject({ file: 'lightgbm-zipmap.onnx', hasSeenRows: false });
  expect(rival.parameters).toEqual({});
  // Far from chance: the columns go in in their order.
  expect(rival.performance.auroc.value).toBeGreaterThan(0.75);
});

test('one that wins is written with our calibration after its own graph, and its card says that it was not trained here', async () => {
  const folder = await foreign();
  const candidate = await importedCandidate(folder, held, []);
  const request = trainingRequest(held, { candidates: [candidate], foldModels: false });
  const { artifact, card } = await trainClassifier({ ...request, models });
  expect(card).toMatchObject({ learner: 'imported', imported: { hasSeenRows: null }, interval: null });
  const [first] = card.explanation?.features ?? [];
  expect(first).toMatchObject({ feature: 'glucose', share: null, contribution: null });
  expect(first.permutation?.lower).toBeGreaterThan(0);

  const [winner, itself] = [await openModel(models, artifact), await openImportedFolder(folder)];
  const own = await winner.scoreMatrix(held, { explain: false });
  const asItCame = await itself?.scoreMatrix(held, { explain: false });
  await Promise.all([winner.release(), itself?.release()]);
  const { slope, intercept } = card.calibration;
  for (let row = 0; row < held.rows; row++) {
    const logOdds = asItCame?.logOdds[row] ?? Number.NaN;
    expect(own.logOdds[row]).toBe(logOdds);
    expect(own.probability[row]).toBeCloseTo(1 / (1 + Math.exp(-(intercept + slope * logOdds))), 6);
  }
  expect(await openImportedFolder(join(models, artifact))).toBeNull();
});

test('what cannot compete is said: no such column, the very rows it learnt from, a model of our own', async () => {
  const folder = await foreign({ trainedOn: [learntFrom] });
  const narrow = {
    ...held,
    features: held.features.map((one) => (one.name === 'mass' ? { ...one, name: 'weight' } : one)),
  };
  await expect(importedCandidate(folder, narrow, [])).rejects.toMatchObject({
    code: 'importInputs',
    message: expect.stringContaining('the table has no feature "mass"'),
  });
  await expect(importedCandidate(folder, held, [learntFrom])).rejects.toMatchObject({
    code: 'importHasSeenRows',
    message: expect.stringContaining(learntFrom),
  });
  const { artifact } = await trainedBeside(folder);
  await expect(importedCandidate(join(models, artifact), held, [])).rejects.toMatchObject({
    code: 'importOwn',
    message: expect.stringContaining('trained here'),
  });
});
