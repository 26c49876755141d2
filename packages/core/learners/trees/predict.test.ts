import { expect, test } from 'vitest';
import { randomEnsemble, randomRows } from '../../explain/testing/random-trees.ts';
import { createRandom } from '../../random.ts';
import type { Tree } from './ensemble.ts';
import { compileTrees, deviationOverMembers, predictLogOdds, predictMembers } from './predict.ts';

/** A row's leaf as the data type defines it. */
function leafValue(tree: Tree, row: Float32Array): number {
  let node = 0;
  while (tree.feature[node] >= 0) {
    const x = row[tree.feature[node]];
    const known = tree.members[node]?.includes(x) ?? x <= tree.threshold[node];
    const left = Number.isNaN(x) ? tree.missingLeft[node] === 1 : known;
    node = left ? tree.left[node] : tree.right[node];
  }
  return tree.value[node];
}

const shape = { trees: 40, leaves: 15, numbers: 4, levels: [3, 32, 33, 100], scale: 0.25 };

test('compiled trees give each row the leaves that the data type defines: on thresholds, missing, unseen and infinite', () => {
  const random = createRandom(11);
  for (let round = 0; round < 5; round++) {
    const ensemble = randomEnsemble(shape, random);
    const rows = randomRows(shape, 200, random);
    const scores = predictLogOdds(compileTrees(ensemble), rows);
    for (const [row, score] of scores.entries()) {
      const own = rows.subarray(row * ensemble.features, (row + 1) * ensemble.features);
      const sum = ensemble.trees.reduce((total, tree) => total + leafValue(tree, own), 0);
      expect(score).toBe(ensemble.base + ensemble.scale * sum);
    }
  }
});

test('a position that is no whole number or below 0 is in no set', () => {
  const tree: Tree = {
    feature: Int32Array.of(0, -1, -1),
    threshold: new Float32Array(3).fill(Number.NaN),
    members: [Int32Array.of(0, 1, 31, 32), null, null],
    missingLeft: new Uint8Array(3),
    left: Int32Array.of(1, -1, -1),
    right: Int32Array.of(2, -1, -1),
    value: Float64Array.of(0, 1, -1),
    cover: Float64Array.of(2, 1, 1),
  };
  const trees = compileTrees({ features: 1, base: 0, scale: 1, trees: [tree] });
  const rows = Float32Array.of(0, 1, 31, 32, -1, 0.5, 2 ** 32, Infinity, 33, 64);
  expect([...predictLogOdds(trees, rows)]).toEqual([1, 1, 1, 1, -1, -1, -1, -1, -1, -1]);
});

test('members average to the ensemble, and their spread is the standard deviation', () => {
  const random = createRandom(12);
  const memberStarts = [0, 7, 20, 28];
  const ensemble = randomEnsemble(shape, random);
  const trees = compileTrees(ensemble);
  const rows = randomRows(shape, 20, random);
  const members = predictMembers(trees, memberStarts, rows);
  const deviations = deviationOverMembers(members, 4);
  for (const [row, score] of predictLogOdds(trees, rows).entries()) {
    const own = [...members.subarray(4 * row, 4 * row + 4)];
    const mean = own.reduce((sum, one) => sum + one) / 4;
    expect(mean).toBeCloseTo(score, 12);
    const variance = own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 3;
    expect(deviations[row]).toBeCloseTo(Math.sqrt(variance), 12);
  }
  expect([...deviationOverMembers(Float64Array.of(1, 2), 1)]).toEqual([0, 0]);
});

test('numbers that are no whole rows are refused', () => {
  const trees = compileTrees(randomEnsemble(shape, createRandom(1)));
  expect(() => predictLogOdds(trees, new Float32Array(9))).toThrow(/9 numbers are no whole rows of 8/);
});
