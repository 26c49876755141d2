import { expect, test } from 'vitest';
import { z } from 'zod';
import { prepareColumns } from '../prepare/graph.ts';
import { fitPreparation } from '../prepare/preparation.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { tf } from '../tensor/index.ts';
import { pima } from '../testing/pima.ts';
import { pimaWithCategories } from '../testing/pima-with-categories.ts';
import { askPython } from '../testing/python.ts';
import { whyNoScikitLearn } from '../testing/scikit-learn.ts';
import { selectRows } from '../train/fit-data.ts';
import { abstentionOf } from './abstention.ts';
import { distanceParts, shrunkCovariance } from './covariance.ts';
import { readFamiliarity, writeFamiliarity } from './familiarity.ts';
import { fitFamiliarity } from './fit-familiarity.ts';
import { preparedRow } from './prepared-row.ts';

const women = await pima();
const rowsFrom = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, row) => from + row);
const rowOf = ({ features, values }: FeatureMatrix, row: number) =>
  values.subarray(row * features.length, (row + 1) * features.length);
const names = women.features.map(({ name }) => name);

async function measureOf(matrix: FeatureMatrix) {
  const fitted = await fitFamiliarity(matrix, 1);
  if (fitted === null) throw new Error('nothing was fitted');
  return readFamiliarity(
    writeFamiliarity(fitted),
    matrix.features.map(({ name }) => name),
  );
}
const measure = await measureOf(selectRows(women, rowsFrom(0, 600)));

const reason = await whyNoScikitLearn();

test.skipIf(reason !== null)(
  `shrinkage and distances are those of scikit-learn’s LedoitWolf ${reason ?? ''}`,
  async () => {
    const { columns } = fitPreparation(women, rowsFrom(0, women.rows));
    const prepared = Array.from({ length: women.rows }, (_, row) => preparedRow(columns, rowOf(women, row)));
    const expected = await askPython(
      `import json, sys
import numpy as np
from sklearn.covariance import LedoitWolf
x = np.array(json.load(sys.stdin))
fitted = LedoitWolf(assume_centered=True).fit(x)
print(json.dumps({"shrinkage": fitted.shrinkage_, "squares": fitted.mahalanobis(x).tolist()}))`,
      prepared.map((row) => [...row]),
      z.object({ shrinkage: z.number(), squares: z.array(z.number()) }),
    );
    const found = shrunkCovariance(prepared, columns.length);
    if (found === null) throw new Error('no column varies');
    const { shrinkage, factor } = found;
    expect(shrinkage).toBeCloseTo(expected.shrinkage, 12);
    prepared.forEach((row, at) => {
      const square = distanceParts(factor, row).reduce((sum, part) => sum + part, 0);
      expect(square).toBeCloseTo(expected.squares[at], 7);
    });
  },
);

test('a row is prepared as the graph prepares it, categories and missing values among them', async () => {
  const data = await pimaWithCategories();
  const preparation = fitPreparation(data, rowsFrom(0, data.rows));
  const graph = tf.tidy(() =>
    prepareColumns(preparation, tf.tensor2d(data.values, [data.rows, data.features.length])).arraySync(),
  );
  for (const row of [0, 1, 2, 9, 75, 767]) {
    preparedRow(preparation.columns, rowOf(data, row)).forEach((value, column) => {
      expect(value).toBeCloseTo(graph[row][column], 4);
    });
  }
});

test('of real rows that were not measured, about one in a hundred is unlike, and half lie on either side of the middle', async () => {
  const held = Array.from({ length: 168 }, (_, row) => measure(rowOf(women, 600 + row)));
  expect(held.filter(({ unlike }) => unlike).length).toBeLessThanOrEqual(6);
  const nearer = held.filter(({ percentile }) => percentile < 50).length / held.length;
  expect(nearer).toBeGreaterThan(0.38);
  expect(nearer).toBeLessThan(0.62);
});

test('a value that no woman has is unlike, and named', async () => {
  const strange = Float32Array.from(rowOf(women, 0));
  strange[names.indexOf('pressure')] = 400;
  expect(measure(strange)).toMatchObject({ percentile: 100, unlike: true });
  const [most] = measure(strange).mostUnusual;
  expect(most.feature).toBe('pressure');
  expect(most.share).toBeGreaterThan(0.5);
});

test('values that are each usual lie far out together: heavy, with the thinnest skin folds', async () => {
  const at = (name: string) => names.indexOf(name);
  const together = Float32Array.from(rowOf(women, 0));
  together[at('mass')] = 47;
  together[at('triceps')] = 8;
  const [heavy, thin] = [Float32Array.from(together), Float32Array.from(together)];
  heavy[at('triceps')] = 45;
  thin[at('mass')] = 24;
  const far = measure(together).percentile;
  expect(far).toBeGreaterThan(90);
  const named = measure(together).mostUnusual.map(({ feature }) => feature);
  expect(named.slice(0, 2).toSorted()).toEqual(['mass', 'triceps']);
  // The same two values beside ones that go with them.
  for (const usual of [heavy, thin]) expect(measure(usual).percentile).toBeLessThan(far - 10);
});

test('a woman of whom nothing is known is measured too', async () => {
  const unknown = new Float32Array(names.length).fill(Number.NaN);
  expect(measure(unknown).percentile).toBeGreaterThan(0);
});

test('columns that repeat each other do not stop it, and a table too wide has none', async () => {
  const values = Float32Array.from(
    { length: 2 * women.rows },
    (_, at) => women.values[(at >> 1) * names.length + 7],
  );
  const features = ['age', 'again'].map((name) => ({ name, kind: 'number' as const, unit: null }));
  const twice = await measureOf({ features, rows: women.rows, values });
  expect(twice(Float32Array.of(30, 30)).unlike).toBe(false);
  expect(twice(Float32Array.of(30, 70)).unlike).toBe(true);
  const wide = Array.from({ length: 201 }, (_, at) => ({
    name: `x${at}`,
    kind: 'number' as const,
    unit: null,
  }));
  const noise = Float32Array.from({ length: 10 * 201 }, (_, at) => Math.sin(at * at));
  expect(await fitFamiliarity({ features: wide, rows: 10, values: noise }, 1)).toBeNull();
});

test('a model abstains where it must not judge, not where it cannot tell', async () => {
  expect(abstentionOf({ unlike: true }, 'positive')).toBe('unlikeTraining');
  expect(abstentionOf({ unlike: false }, 'none')).toBe('noOutcome');
  expect(abstentionOf({ unlike: false }, 'undecided')).toBeNull();
  expect(abstentionOf(null, null)).toBeNull();
});
