/** Explanations that ask a model questions, of a model of the Pima data and of functions whose answers are known. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logisticDefaults, treesDefaults } from '../learners/defaults.ts';
import type { OpenModel } from '../registry/contract.ts';
import { openModel } from '../registry/open-model.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import { pimaWithCategories } from '../testing/pima-with-categories.ts';
import { trainingRequest } from '../testing/request.ts';
import { trainClassifier } from '../train/train-classifier.ts';
import { meanContributions, permutationImportance } from './global-importance.ts';
import { interactions } from './interactions.ts';
import { nearestRecords } from './nearest-records.ts';
import { partialDependence } from './partial-dependence.ts';
import { type Scorer, scorerOf } from './scorer.ts';

let models: string;
let data: LabelledMatrix;
let logistic: OpenModel;
let trees: OpenModel;
beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  data = await pimaWithCategories();
  const train = async (part: typeof logisticDefaults | typeof treesDefaults) => {
    const candidates = [{ name: part.name, parts: [part] }];
    const request = trainingRequest(data, { candidates, folds: 2, foldModels: false });
    return openModel(models, (await trainClassifier({ ...request, models })).artifact);
  };
  logistic = await train({ ...logisticDefaults, replicates: 2 });
  trees = await train({ ...treesDefaults, members: 2, trees: 60, learningRate: 0.1 });
}, 120_000);
afterAll(async () => {
  await logistic.release();
  await trees.release();
  await rm(models, { recursive: true, force: true });
});

const places = ['pregnant', 'glucose', 'pressure', 'triceps', 'insulin', 'mass', 'pedigree', 'age'];
const place = (name: string) => places.indexOf(name);
const settings = { points: 9, mostRows: 200, seed: 1 };

test('glucose matters most for diabetes, whether contributions or lost accuracy are asked', async () => {
  for (const model of [logistic, trees]) {
    const { contributions } = await model.scoreMatrix(data, { explain: true });
    const mean = meanContributions(contributions ?? new Float64Array(), places.length);
    const lost = await permutationImportance(scorerOf(model, 'probability'), data, data.labels, {
      repeats: 3,
      seed: 1,
    });
    for (const found of [mean, lost]) {
      const [glucose] = found.splice(place('glucose'), 1);
      expect(Math.max(...found.map(({ value }) => value))).toBeLessThan(glucose.value);
      expect(glucose.lower).toBeGreaterThan(0);
      expect(glucose.lower).toBeLessThan(glucose.value);
      expect(glucose.upper).toBeGreaterThan(glucose.value);
    }
  }
});

test('a feature that the model does not use loses nothing when it is shuffled', async () => {
  const score: Scorer = async ({ rows, values }) =>
    Array.from({ length: rows }, (_, row) =>
      values[row * places.length + place('glucose')] > 140 ? 0.7 : 0.2,
    );
  const lost = await permutationImportance(score, data, data.labels, { repeats: 2, seed: 1 });
  expect(lost[place('glucose')].lower).toBeGreaterThan(0);
  expect(lost[place('insulin')]).toEqual({ value: 0, lower: 0, upper: 0 });
});

test('partial dependence on glucose rises within the training range; lines of single rows lie around it', async () => {
  const { feature, points } = await partialDependence(
    scorerOf(trees, 'probability'),
    data,
    place('glucose'),
    settings,
  );
  expect(feature).toBe('glucose');
  expect(points).toHaveLength(9);
  expect(points[8].mean).toBeGreaterThan(points[0].mean + 0.2);
  for (const { value, low, middle, high } of points) {
    expect(value).toBeGreaterThanOrEqual(44);
    expect(value).toBeLessThanOrEqual(199);
    expect(low).toBeLessThanOrEqual(middle);
    expect(middle).toBeLessThanOrEqual(high);
  }
});

test('partial dependence of a logistic regression’s log-odds is a straight line, and a category has its levels', async () => {
  const score = scorerOf(logistic, 'logOdds');
  const { points } = await partialDependence(score, data, place('glucose'), settings);
  const slopes = points
    .slice(1)
    .map(({ mean, value }, at) => (mean - points[at].mean) / (Number(value) - Number(points[at].value)));
  for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0], 4);
  const levels = await partialDependence(score, data, place('age'), settings);
  expect(levels.points.map(({ value }) => value)).toEqual(['under 30', '30 to 44', '45 and over']);
});

test('a logistic regression has no interactions, a product is nothing else, and trees lie between', async () => {
  const columns = [place('glucose'), place('mass'), place('age')];
  const options = { mostRows: 40, seed: 1 };
  // Single precision against effects of about 1.
  for (const { share } of await interactions(scorerOf(logistic, 'logOdds'), data, columns, options))
    expect(share).toBeLessThan(1e-6);
  const product: Scorer = async ({ rows, values }) =>
    Array.from({ length: rows }, (_, row) => {
      const [glucose, mass] = [place('glucose'), place('mass')].map((at) => values[row * places.length + at]);
      return (glucose > 117 ? 1 : -1) * (mass > 0 ? 1 : -1);
    });
  const [first, ...rest] = await interactions(product, data, columns, options);
  expect(first.features).toEqual(['glucose', 'mass']);
  expect(first.share).toBeGreaterThan(0.3);
  for (const { share } of rest) expect(share).toBeLessThan(1e-9);
  const [strongest] = await interactions(scorerOf(trees, 'logOdds'), data, columns, options);
  expect(strongest.share).toBeGreaterThan(0.001);
});

test('a record’s nearest neighbour is itself, then records that are like it in all that both know', () => {
  const width = places.length;
  const near = nearestRecords(data);
  const row = data.values.subarray(3 * width, 4 * width);
  expect(near(row, 1)).toEqual([{ row: 3, distance: 0 }]);
  const found = near(row, 25, 3);
  expect(found).toHaveLength(25);
  expect(found.some(({ row: other }) => other === 3)).toBe(false);
  for (const [at, { distance }] of found.entries()) {
    if (at > 0) expect(distance).toBeGreaterThanOrEqual(found[at - 1].distance);
  }
  // Diabetes is far more frequent around a woman of high glucose and weight than in all: 268 of 768.
  const high = Float32Array.from([6, 180, 80, 35, 200, 1, 0.6, 2]);
  const cases = near(high, 50).filter(({ row: other }) => data.labels[other] === 1).length;
  expect(cases / 50).toBeGreaterThan(0.6);
});

test('distance is Gower’s: a level apart is 1, a number its share of the range, what one does not know is left out', () => {
  const features = [
    { name: 'x', kind: 'number' as const, unit: null },
    { name: 'site', kind: 'category' as const, unit: null, levels: ['a', 'b'] },
    { name: 'z', kind: 'number' as const, unit: null },
  ];
  const x = Array.from({ length: 101 }, (_, at) => [at, at % 2, at === 7 ? Number.NaN : 0]).flat();
  const near = nearestRecords({ features, rows: 101, values: Float32Array.from(x) });
  const found = near(Float32Array.from([6, 0, 0]), 101);
  expect(found[0]).toEqual({ row: 6, distance: 0 });
  // The middle 98 % of 0 to 100 is 98 wide.
  expect(found.find(({ row }) => row === 8)?.distance).toBeCloseTo(2 / 98 / 3, 10);
  expect(found.find(({ row }) => row === 7)?.distance).toBeCloseTo((1 / 98 + 1) / 2, 10);
});
