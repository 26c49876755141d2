import { expect, test } from 'vitest';
import { expectedLogOdds } from '../learners/trees/baseline.ts';
import type { Tree, TreeEnsemble } from '../learners/trees/ensemble.ts';
import { compileTrees, predictLogOdds } from '../learners/trees/predict.ts';
import { createRandom } from '../random.ts';
import { randomEnsemble, randomRows } from './testing/random-trees.ts';
import { treeExplainer } from './tree-shap.ts';

/** Expected value where only the features of a coalition (bits) are known: EXPVALUE of Lundberg et al. 2018, Algorithm 1. */
function expectedOf(tree: Tree, row: Float32Array, coalition: number, node = 0): number {
  const feature = tree.feature[node];
  if (feature < 0) return tree.value[node];
  const [left, right] = [tree.left[node], tree.right[node]];
  const below = (child: number) => expectedOf(tree, row, coalition, child);
  if ((coalition >> feature) & 1) {
    const x = row[feature];
    const known = tree.members[node]?.includes(x) ?? x <= tree.threshold[node];
    return below((Number.isNaN(x) ? tree.missingLeft[node] === 1 : known) ? left : right);
  }
  const share = tree.cover[left] / tree.cover[node];
  return share * below(left) + (1 - share) * below(right);
}

/** Shapley values by their definition, over all coalitions of the others. */
function byEnumeration({ features, scale, trees }: TreeEnsemble, row: Float32Array): number[] {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const values = Array.from({ length: 2 ** features }, (_, coalition) =>
    trees.reduce((sum, tree) => sum + scale * expectedOf(tree, row, coalition), 0),
  );
  return Array.from({ length: features }, (_, feature) => {
    let sum = 0;
    for (const [coalition, value] of values.entries()) {
      if ((coalition >> feature) & 1) continue;
      const size = coalition.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(features - size - 1)) / factorial(features);
      sum += weight * (values[coalition | (1 << feature)] - value);
    }
    return sum;
  });
}

/** Both sum a few hundred products of doubles below 1. */
const doubles = 1e-12;

test.each([
  { what: 'repeated numbers', shape: { trees: 5, leaves: 12, numbers: 2, levels: [] } },
  { what: 'categories', shape: { trees: 5, leaves: 10, numbers: 0, levels: [3, 40, 5] } },
  { what: 'paths of many features', shape: { trees: 5, leaves: 25, numbers: 5, levels: [4, 6], scale: 0.2 } },
  { what: 'one feature', shape: { trees: 3, leaves: 6, numbers: 1, levels: [], scale: 0.5 } },
])('contributions are the Shapley values of the definition, for $what and missing values', ({ shape }) => {
  const random = createRandom(7);
  for (let round = 0; round < 4; round++) {
    const ensemble = randomEnsemble(shape, random);
    const explain = treeExplainer(ensemble);
    const rows = randomRows(shape, 6, random);
    for (let start = 0; start < rows.length; start += ensemble.features) {
      const row = rows.subarray(start, start + ensemble.features);
      const wanted = byEnumeration(ensemble, row);
      for (const [feature, contribution] of explain(row).entries()) {
        expect(Math.abs(contribution - wanted[feature])).toBeLessThan(doubles);
      }
    }
  }
});

test('contributions and the expected log-odds add up to the log-odds, for deep trees too', () => {
  for (const leaves of [15, 120]) {
    const shape = { trees: 50, leaves, numbers: 30, levels: [3, 70], scale: 0.5 };
    const random = createRandom(leaves);
    const ensemble = randomEnsemble(shape, random);
    const explain = treeExplainer(ensemble);
    const expected = expectedLogOdds(ensemble);
    const rows = randomRows(shape, 50, random);
    for (const [row, logOdds] of predictLogOdds(compileTrees(ensemble), rows).entries()) {
      const own = rows.subarray(row * ensemble.features, (row + 1) * ensemble.features);
      const sum = explain(own).reduce((total, contribution) => total + contribution, expected);
      expect(Math.abs(sum - logOdds)).toBeLessThan(1e-11);
    }
  }
});

/** A chain that asks each of `depth` features once: x ≥ 1 goes on, else out with what was reached. */
function chain(depth: number): Tree {
  const nodes = 2 * depth + 1;
  const inner = (node: number) => node % 2 === 0 && node < nodes - 1;
  const each = (make: (node: number) => number) => Array.from({ length: nodes }, (_, node) => make(node));
  return {
    feature: Int32Array.from(each((node) => (inner(node) ? node / 2 : -1))),
    threshold: Float32Array.from(each((node) => (inner(node) ? 0.5 : Number.NaN))),
    members: each(() => 0).map(() => null),
    missingLeft: new Uint8Array(nodes),
    left: Int32Array.from(each((node) => (inner(node) ? node + 1 : -1))),
    right: Int32Array.from(each((node) => (inner(node) ? node + 2 : -1))),
    value: Float64Array.from(each((node) => (node === nodes - 1 ? 1 : 0))),
    cover: Float64Array.from(each((node) => 0.5 ** Math.ceil(node / 2))),
  };
}

test('features that play the same part share alike, however many a path asks', () => {
  const depth = 60;
  const ensemble = { features: depth, base: 0, scale: 1, trees: [chain(depth)] };
  const contributions = treeExplainer(ensemble)(new Float32Array(depth).fill(1));
  for (const contribution of contributions) expect(contribution).toBeCloseTo((1 - 0.5 ** depth) / depth, 14);
});

test('where no training row came by, contributions still add up', () => {
  const ensemble = { features: 3, base: 1, scale: 1, trees: [chain(3)] };
  const empty = {
    ...ensemble,
    trees: ensemble.trees.map((tree) => ({
      ...tree,
      cover: tree.cover.map((_, node) => (node < 2 ? 1 : 0)),
    })),
  };
  for (const row of [Float32Array.of(1, 1, 1), Float32Array.of(0, 1, 1), Float32Array.of(1, Number.NaN, 0)]) {
    const sum = treeExplainer(empty)(row).reduce((total, one) => total + one, expectedLogOdds(empty));
    expect(sum).toBeCloseTo(predictLogOdds(compileTrees(empty), row)[0], 12);
  }
});

test('trees of one leaf and no trees leave everything to the expected log-odds', () => {
  const leaf = randomEnsemble({ trees: 1, leaves: 1, numbers: 2, levels: [], base: 0.5 }, createRandom(1));
  expect(treeExplainer(leaf)(Float32Array.of(1, 2))).toEqual(new Float64Array(2));
  expect(expectedLogOdds(leaf)).toBe(0.5 + leaf.trees[0].value[0]);
  expect(expectedLogOdds({ ...leaf, trees: [] })).toBe(0.5);
  expect(() => treeExplainer(leaf)(new Float32Array(3))).toThrow(/3 features/);
});
