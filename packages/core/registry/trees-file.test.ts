import { expect, test } from 'vitest';
import type { Tree, TreePart } from '../learners/trees/ensemble.ts';
import { readTrees, writeTrees } from './trees-file.ts';

/** A category split, then a number split that parts missing values from all others. */
const tree: Tree = {
  feature: Int32Array.of(1, 0, -1, -1, -1),
  threshold: Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN, Number.NaN),
  members: [Int32Array.of(0, 2), null, null, null, null],
  missingLeft: Uint8Array.of(1, 0, 0, 0, 0),
  left: Int32Array.of(1, 3, -1, -1, -1),
  right: Int32Array.of(2, 4, -1, -1, -1),
  value: Float64Array.of(0, 0, 0.1, -1e-17, 1 / 3),
  cover: Float64Array.of(10, 6, 4, 3.5, 2.5),
};

test('trees are read as they were written, to the last bit', () => {
  const parts: readonly TreePart[] = [
    { factor: 0.5, ensemble: { features: 2, base: -1.25, scale: 1 / 3, trees: [tree, tree] } },
  ];
  expect(readTrees(writeTrees(parts))).toEqual(parts);
});
