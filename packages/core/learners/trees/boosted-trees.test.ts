import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auroc } from '../../evaluate/auroc.ts';
import { createRandom } from '../../random.ts';
import { pima } from '../../testing/pima.ts';
import type { FitEpoch, TrainingRows } from '../contract.ts';
import { defaultTrees, type FittedTrees, fitTrees, type TreesSettings } from './boosted-trees.ts';
import { compileTrees, predictLogOdds } from './predict.ts';
import { category, fitOptions, number, rowsOf } from './testing/rows.ts';

const small: TreesSettings = { ...defaultTrees, trees: 20, leaves: 6, minRows: 1, minHessian: 2 };

function logOddsOf(fitted: FittedTrees, rows: Float32Array): number[] {
  return [...predictLogOdds(compileTrees(fitted.ensemble), rows)];
}

function pick(data: Omit<TrainingRows, 'weights'>, rows: readonly number[]): TrainingRows {
  const width = data.features.length;
  return rowsOf(
    data.features,
    rows.map((row) => [...data.values.subarray(row * width, (row + 1) * width)]),
    rows.map((row) => data.labels[row]),
  );
}

/** Numbers, a category, missing values, weights; large enough for two threads to share its ranges. */
function randomRows(rows: number): TrainingRows {
  const random = createRandom(11);
  const features = [number('a'), number('b'), category('c', 6), number('d')];
  const values = Array.from({ length: rows }, () => [
    random.normal(),
    random.uniform() < 0.2 ? Number.NaN : random.normal(),
    random.below(7),
    random.below(3),
  ]);
  const labels = values.map(([a, b, c]) =>
    random.normal() + a + (Number.isNaN(b) ? 1 : b * b) - (c % 2) > 1 ? 1 : 0,
  );
  return rowsOf(
    features,
    values,
    labels,
    labels.map(() => random.uniform() + 0.5),
  );
}

test('out of fold on real women the AUROC is above 0.78: chance is 0.5 with a standard error of 0.02', async () => {
  const data = await pima();
  const settings = { ...defaultTrees, trees: 100, learningRate: 0.05, leaves: 8, members: 4, patience: 20 };
  const logOdds = new Float64Array(data.rows);
  const all = [...data.labels.keys()];
  for (let fold = 0; fold < 4; fold++) {
    const fitted = await fitTrees(
      pick(
        data,
        all.filter((row) => row % 4 !== fold),
      ),
      settings,
      fitOptions,
    );
    const held = all.filter((row) => row % 4 === fold);
    const scores = logOddsOf(fitted, pick(data, held).values);
    held.forEach((row, place) => {
      logOdds[row] = scores[place];
    });
  }
  expect(auroc(data.labels, logOdds).value).toBeGreaterThan(0.78);
});

test('one tree without penalty gives each of two groups its own Newton step', async () => {
  // 100 rows of x = 0 with 10 events, 100 of x = 1 with 40: p = 0.25 before.
  const rows = Array.from({ length: 200 }, (_, row) => [row < 100 ? 0 : 1]);
  const labels = rows.map((_, row) => (row < 10 || row >= 160 ? 1 : 0));
  const settings = { ...defaultTrees, trees: 1, learningRate: 1 };
  const fitted = await fitTrees(rowsOf([number('x')], rows, labels), settings, fitOptions);
  const base = Math.log(0.25 / 0.75);
  const step = (events: number) => (events - 25) / (100 * 0.25 * 0.75);
  const [low, high] = logOddsOf(fitted, Float32Array.of(0, 1));
  expect(low).toBeCloseTo(base + step(10), 12);
  expect(high).toBeCloseTo(base + step(40), 12);
  expect([...fitted.ensemble.trees[0].cover]).toEqual([200, 100, 100]);
});

test('missing values go where their rows belong, unseen levels to the right', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => [row % 3 === 0 ? Number.NaN : row % 3, row % 2]);
  const labels = rows.map(([x], row) => ((Number.isNaN(x) || x === 1) !== (row % 20 === 0) ? 1 : 0));
  const fitted = await fitTrees(rowsOf([number('x'), category('c', 2)], rows, labels), small, fitOptions);
  const [missing, one, two] = logOddsOf(fitted, Float32Array.of(Number.NaN, 0, 1, 0, 2, 0));
  expect(missing).toBeGreaterThan(1);
  expect(one).toBeGreaterThan(1);
  expect(two).toBeLessThan(-1);
  const byLevel = rowsOf(
    [category('c', 3)],
    rows.map((_, row) => [row % 3]),
    rows.map((_, row) => (row % 3 === 2 ? 1 : 0)),
  );
  const categories = { ...small.categories, smoothing: 1, minRowsPerGroup: 1 };
  const { ensemble } = await fitTrees(byLevel, { ...small, trees: 1, categories }, fitOptions);
  const [tree] = ensemble.trees;
  const [unseen] = predictLogOdds(compileTrees(ensemble), Float32Array.of(3));
  expect(tree.feature[0]).toBe(0);
  expect(unseen).toBeCloseTo(ensemble.base + tree.value[tree.right[0]], 12);
});

test('log-odds never fall along a feature that may only raise them, whatever the data say', async () => {
  const random = createRandom(7);
  const rows = Array.from({ length: 600 }, () => [random.uniform(), random.uniform(), random.uniform()]);
  const labels = rows.map(([a, b, c]) =>
    Math.sin(8 * a) + Math.sin(8 * b) * c + random.normal() > 0.5 ? 1 : 0,
  );
  const data = rowsOf([number('a'), number('b'), number('c')], rows, labels);
  const settings: TreesSettings = { ...small, trees: 40, leaves: 12, monotone: { a: 1, b: -1 } };
  const trees = compileTrees((await fitTrees(data, settings, fitOptions)).ensemble);
  const unit = fc.float({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, unit, unit, unit, (a1, a2, b1, b2, c) => {
      const [low, high] = predictLogOdds(
        trees,
        Float32Array.of(Math.min(a1, a2), Math.max(b1, b2), c, Math.max(a1, a2), Math.min(b1, b2), c),
      );
      expect(low).toBeLessThanOrEqual(high);
    }),
    { numRuns: 2000 },
  );
});

test('a row of weight three counts like three rows', async () => {
  const data = await pima(200);
  const random = createRandom(3);
  const times = Array.from({ length: 200 }, () => 1 + random.below(3));
  const often = pick(
    data,
    times.flatMap((count, row) => Array.from({ length: count }, () => row)),
  );
  const weighted = { ...data, weights: Float32Array.from(times) };
  const [a, b] = await Promise.all([
    fitTrees(weighted, small, fitOptions),
    fitTrees(often, small, fitOptions),
  ]);
  const [own, other] = [logOddsOf(a, data.values), logOddsOf(b, data.values)];
  // The order of additions differs.
  own.forEach((logOdds, row) => {
    expect(logOdds).toBeCloseTo(other[row], 9);
  });
  expect(a.baselineLogOdds).toBeCloseTo(b.baselineLogOdds, 9);
});

test('every leaf has as many rows as asked, and no tree more leaves', async () => {
  const data = { ...(await pima()), weights: null };
  const { ensemble } = await fitTrees(
    data,
    { ...defaultTrees, trees: 30, minRows: 40, leaves: 7 },
    fitOptions,
  );
  for (const tree of ensemble.trees) {
    const covers = tree.cover.filter((_, node) => tree.feature[node] < 0);
    expect(Math.min(...covers)).toBeGreaterThanOrEqual(40);
    expect(covers.length).toBeLessThanOrEqual(7);
    expect(tree.cover[0]).toBe(768);
  }
});

test('the baseline is the mean log-odds of the training rows', async () => {
  const data = randomRows(500);
  const fitted = await fitTrees(data, small, fitOptions);
  const logOdds = logOddsOf(fitted, data.values);
  const weights = data.weights ?? new Float32Array();
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = logOdds.reduce((sum, own, row) => sum + own * weights[row], 0) / all;
  expect(fitted.baselineLogOdds).toBeCloseTo(mean, 10);
});

test('boosting stops when the rows it has not seen gain nothing, and keeps the best trees', async () => {
  const random = createRandom(9);
  const rows = Array.from({ length: 400 }, () => [random.normal(), random.normal()]);
  const labels = rows.map(([x]) => (x + 2 * random.normal() > 0 ? 1 : 0));
  const epochs: FitEpoch[] = [];
  const fitted = await fitTrees(
    rowsOf([number('x'), number('noise')], rows, labels),
    { ...small, trees: 500, learningRate: 0.3, validationShare: 0.3, patience: 10 },
    { ...fitOptions, onEpoch: (epoch) => epochs.push(epoch) },
  );
  const last = epochs.at(-1);
  expect(fitted.ensemble.trees.length).toBeLessThan(100);
  expect(last?.epoch).toBe(fitted.ensemble.trees.length + 10);
  expect(last?.share).toBe(1);
  expect(last?.validationLoss).toBeGreaterThan(last?.trainLoss ?? Number.NaN);
});

test('bagged members stand one after the other and their mean predicts', async () => {
  const data = { ...(await pima()), weights: null };
  const settings = { ...small, members: 3, patience: 5 };
  const { ensemble, memberStarts, replicates } = await fitTrees(data, settings, fitOptions);
  expect(replicates).toBe(3);
  expect(memberStarts[0]).toBe(0);
  expect(memberStarts).toHaveLength(3);
  const covers = memberStarts.map((start) => ensemble.trees[start].cover[0]);
  // Rows drawn: Poisson with mean and variance 768.
  for (const cover of covers) expect(Math.abs(cover - 768)).toBeLessThan(4 * Math.sqrt(768));
  expect(new Set(covers).size).toBe(3);
  expect(ensemble.scale).toBe(1 / 3);
});

test('the fit is the same bit for bit with one, two and three threads', async () => {
  const data = randomRows(60_000);
  const settings = { ...small, trees: 6, members: 2, patience: 2, rowFraction: 0.9, featureFraction: 0.6 };
  const one = await fitTrees(data, settings, fitOptions);
  expect(await fitTrees(data, settings, { ...fitOptions, threads: 2 })).toEqual(one);
  expect(await fitTrees(data, settings, { ...fitOptions, threads: 3 })).toEqual(one);
});

test('the same seed gives the same trees, another seed others', async () => {
  const data = randomRows(400);
  const settings = { ...small, members: 2 };
  const fitted = await fitTrees(data, settings, fitOptions);
  expect(await fitTrees(data, settings, fitOptions)).toEqual(fitted);
  expect(await fitTrees(data, settings, { ...fitOptions, seed: 2 })).not.toEqual(fitted);
});

test('labels of one class are refused', async () => {
  const data = rowsOf([number('x')], [[1], [2]], [1, 1]);
  await expect(fitTrees(data, small, fitOptions)).rejects.toMatchObject({ code: 'oneClass' });
});
