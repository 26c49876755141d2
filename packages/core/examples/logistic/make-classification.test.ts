import { expect, test } from 'vitest';
import { exampleData } from './example-data.ts';
import { exampleOptions, makeClassification } from './make-classification.ts';

const many = { ...exampleOptions, samples: 4000 };

test('the same seed gives the same table; another one another', () => {
  expect(makeClassification(exampleOptions)).toEqual(makeClassification(exampleOptions));
  expect(makeClassification({ ...exampleOptions, seed: 4 })).not.toEqual(makeClassification(exampleOptions));
});

test('redundant features are sums of the informative ones: of ten features eight are independent', () => {
  const { samples, features, values } = makeClassification(many);
  // Gram and Schmidt on the columns: how much of each is not a sum of those before it.
  const columns = Array.from({ length: features }, (_, f) =>
    Float64Array.from({ length: samples }, (_, row) => values[row * features + f]),
  );
  const kept: Float64Array[] = [];
  for (const column of columns) {
    const rest = column.slice();
    for (const before of kept) {
      const share = dot(rest, before) / dot(before, before);
      for (let row = 0; row < samples; row++) rest[row] -= share * before[row];
    }
    // Values are float32, so a sum is kept to 1e-6 of its size.
    if (dot(rest, rest) > 1e-6 * dot(column, column)) kept.push(rest);
  }
  expect(kept).toHaveLength(8);
});

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}

test('noise features know nothing of the class, and few labels are flipped', () => {
  const { samples, features, values, labels } = makeClassification(many);
  const differences = Array.from({ length: features }, (_, feature) => {
    const mean = (label: number) => {
      const own = [...labels.keys()].filter((row) => labels[row] === label);
      return own.reduce((sum, row) => sum + values[row * features + feature], 0) / own.length;
    };
    return Math.abs(mean(1) - mean(0));
  });
  // Standard error of the difference of two means of 2,000: 0.03; four of them.
  expect(differences.filter((difference) => difference < 0.13).length).toBeGreaterThanOrEqual(6);
  const events = labels.reduce((sum, label) => sum + label, 0);
  expect(Math.abs(events / samples - 0.5)).toBeLessThan(0.02);
});

test('more clusters than corners are refused', () => {
  expect(() => makeClassification({ ...exampleOptions, informative: 1 })).toThrow('more than 1 informative');
});

test('the example has 80 samples to learn from and 20 to test with, both classes in both', () => {
  const { train, test: held } = exampleData();
  expect([train.rows, held.rows]).toEqual([80, 20]);
  for (const { labels } of [train, held]) expect(new Set(labels)).toEqual(new Set([0, 1]));
});
