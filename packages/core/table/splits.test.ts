import { expect, test } from 'vitest';
import { stratifiedFolds } from './splits.ts';

const labels = Uint8Array.from({ length: 103 }, (_, row) => (row % 9 === 0 ? 1 : 0));
const fold = stratifiedFolds(labels, 5, 7);

test('folds share rows and events out evenly', () => {
  for (const kind of [[0, 1], [1]]) {
    const sizes = [1, 2, 3, 4, 5].map(
      (k) => fold.filter((f, row) => f === k && kind.includes(labels[row])).length,
    );
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});

test('a seed repeats its folds, another seed makes others', () => {
  expect(stratifiedFolds(labels, 5, 7)).toEqual(fold);
  expect(stratifiedFolds(labels, 5, 8)).not.toEqual(fold);
});
