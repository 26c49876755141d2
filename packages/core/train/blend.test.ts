import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logisticDefaults, treesDefaults } from '../learners/defaults.ts';
import type { OpenModel } from '../registry/contract.ts';
import { openModel } from '../registry/open-model.ts';
import type { FeatureRow, LabelledMatrix } from '../table/matrix.ts';
import { pimaWithCategories } from '../testing/pima-with-categories.ts';
import { trainingData, trainingRequest } from '../testing/request.ts';
import type { Candidate } from './candidates.ts';
import type { TrainingRequest, TrainingResult } from './contract.ts';
import { trainClassifier } from './train-classifier.ts';

const logistic = { ...logisticDefaults, replicates: 20 };
const trees = { ...treesDefaults, members: 3, trees: 30, learningRate: 0.2, patience: 5 };
const candidates: readonly Candidate[] = [
  { name: 'logisticRegression', parts: [logistic] },
  { name: 'boostedTrees', parts: [trees] },
  { name: 'blend', parts: [logistic, trees] },
];

let models: string;
let data: LabelledMatrix;
let result: TrainingResult;
let model: OpenModel;

const request = (changes: Partial<TrainingRequest> = {}) =>
  trainingRequest(data, { candidates: [candidates[2]], ...changes });

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  data = await pimaWithCategories();
  result = await trainClassifier({ ...request(), models });
  model = await openModel(models, result.artifact);
}, 60_000);
afterAll(async () => {
  await model.release();
  await rm(models, { recursive: true, force: true });
});

function rowOf(index: number): FeatureRow {
  const { features, values } = data;
  return Object.fromEntries(
    features.map((feature, column) => {
      const value = values[index * features.length + column];
      if (Number.isNaN(value)) return [feature.name, null];
      return [feature.name, feature.kind === 'category' ? feature.levels[value] : value];
    }),
  );
}

test('a blend of logistic regression and trees is one file that takes categories by name and gives probabilities', async () => {
  const scores = await model.score([rowOf(0), rowOf(1)], null);
  const { probability, lower, upper } = await model.scoreMatrix(
    { ...data, rows: 2, values: data.values.slice(0, 2 * data.features.length) },
    { explain: false },
  );
  scores.forEach((score, row) => {
    expect(score.probability).toBeCloseTo(probability[row], 6);
    expect(score.lower).toBeCloseTo(lower[row], 6);
    expect(score.upper).toBeCloseTo(upper[row], 6);
    expect(score.lower).toBeLessThan(score.probability);
    expect(score.upper).toBeGreaterThan(score.probability);
  });
  expect(result.card.parts.map(({ learner }) => learner)).toEqual(['logisticRegression', 'boostedTrees']);
});

test('its contributions are exact: with the baseline they add up to the log-odds, fold by fold too', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => rowOf(index));
  for (const fold of [null, 1, 5]) {
    for (const score of await model.score(rows, fold)) expect(Math.abs(score.residual)).toBeLessThan(1e-5);
  }
});

test('a level that training has not seen scores, as does a missing one; another type of value is refused by name', async () => {
  const [unseen, unknown] = await model.score(
    [
      { ...rowOf(0), age: 'not a level' },
      { ...rowOf(0), age: null },
    ],
    null,
  );
  for (const { probability } of [unseen, unknown]) {
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThan(1);
  }
  await expect(model.score([{ ...rowOf(0), age: 31 }], null)).rejects.toThrow('"age" is 31');
});

test('fits side by side on threads make the same artifact as one after the other', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'models-'));
  const again = await trainClassifier({ ...request({ parallel: 2 }), models: elsewhere });
  expect(again.artifact).toBe(result.artifact);
  await rm(elsewhere, { recursive: true });
}, 60_000);

test('a run that was stopped in the middle goes on and makes the same artifact; then its traces are gone', async () => {
  const [elsewhere, runs] = [
    await mkdtemp(join(tmpdir(), 'models-')),
    await mkdtemp(join(tmpdir(), 'runs-')),
  ];
  const controller = new AbortController();
  const onProgress = ({ fraction }: { readonly fraction: number }) => {
    if (fraction > 0.6) controller.abort(new Error('the power failed'));
  };
  const stopped = trainClassifier({
    ...request({ signal: controller.signal, onProgress, runs }),
    models: elsewhere,
  });
  await expect(stopped).rejects.toThrow('the power failed');
  const [left] = await readdir(runs);
  expect((await readdir(join(runs, left))).filter((file) => file.endsWith('.fit')).length).toBeGreaterThan(3);
  const again = await trainClassifier({ ...request({ runs }), models: elsewhere });
  expect(again.artifact).toBe(result.artifact);
  expect(await readdir(runs)).toEqual([]);
  await rm(elsewhere, { recursive: true });
}, 60_000);

test('nested: the figures are those of choosing too, and differ from those of the candidate that serves', async () => {
  const { card } = await trainClassifier({
    ...trainingRequest(await pimaWithCategories(400), {
      candidates,
      nested: true,
      folds: 3,
      repeats: 2,
      foldModels: false,
    }),
    models,
  });
  expect(card.split).toMatchObject({ kind: 'stratifiedFolds', folds: 3, repeats: 2, nested: true });
  expect(card.candidates.map(({ learner }) => learner)).toEqual([
    'logisticRegression',
    'boostedTrees',
    'blend',
  ]);
  expect(card.performance.auroc.value).toBeGreaterThan(0.75);
  expect(card.foldModels).toEqual([]);
}, 120_000);

test('rows of one group are never on both sides, and later rows never judge earlier ones', async () => {
  const small = await pimaWithCategories(300);
  const groups = Int32Array.from({ length: 300 }, (_, row) => Math.floor(row / 4));
  const grouped = await trainClassifier({
    ...trainingRequest(small, { candidates: [candidates[0]], data: { ...trainingData(small), groups } }),
    models,
  });
  expect(grouped.card.split.kind).toBe('groupedFolds');
  groups.forEach((group, row) => {
    expect(grouped.fold[row]).toBe(grouped.fold[groups.indexOf(group)]);
  });

  const times = Float64Array.from({ length: 300 }, (_, row) => 86_400_000 * row);
  const timed = await trainClassifier({
    ...trainingRequest(small, {
      candidates: [candidates[0]],
      data: { ...trainingData(small), times },
      foldModels: false,
    }),
    models,
  });
  expect(timed.card.split).toMatchObject({ kind: 'timeFolds' });
  expect(timed.fold[0]).toBe(0);
  const late = { ...trainingData(small), times, labelDelayMs: 86_400_000 * 400 };
  await expect(
    trainClassifier({ ...trainingRequest(small, { candidates: [candidates[0]], data: late }), models }),
  ).rejects.toMatchObject({ code: 'timesTooShort', message: expect.stringContaining('400 days') });
  const held = [...timed.fold].filter((fold) => fold > 0);
  expect(held).toEqual(held.toSorted((a, b) => a - b));
}, 60_000);
