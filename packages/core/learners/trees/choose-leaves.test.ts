import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { quietFit } from '../../testing/fit-options.ts';
import type { TrainingRows } from '../contract.ts';
import { fitTrees } from './boosted-trees.ts';
import { type ChosenTreesSettings, fitChosenTrees } from './choose-leaves.ts';
import { defaultTrees } from './settings.ts';

const settings: ChosenTreesSettings = {
  ...defaultTrees,
  trees: 30,
  leaves: [2, 8],
  learningRate: 0.3,
  minRows: 5,
  members: 4,
  patience: 5,
};

/** 400 rows of three features between −1 and 1; `chance` of an event by row. */
function table(chance: (x: readonly number[]) => number): TrainingRows {
  const random = createRandom(7);
  const rows = Array.from({ length: 400 }, () => [0, 0, 0].map(() => 2 * random.uniform() - 1));
  return {
    features: ['a', 'b', 'c'].map((name) => ({ name, kind: 'number', unit: null })),
    rows: rows.length,
    values: Float32Array.from(rows.flat()),
    labels: Uint8Array.from(rows, (row) => (random.uniform() < chance(row) ? 1 : 0)),
    weights: null,
  };
}

const sum = table(([a, b, c]) => 1 / (1 + Math.exp(-1.5 * (a + b + c))));
const product = table(([a, b]) => (a * b > 0 ? 0.9 : 0.1));

test.each([
  { what: 'a sum needs no large trees', data: sum, leaves: 2 },
  { what: 'an interaction that stumps cannot see takes the large ones', data: product, leaves: 8 },
])('$what', async ({ data, leaves }) => {
  const chosen = await fitChosenTrees(data, settings, quietFit);
  expect(chosen).toEqual(await fitTrees(data, { ...settings, leaves }, quietFit));
});

test('progress of the fit that follows the trials begins where they end, and reaches 1', async () => {
  const shares: number[] = [];
  await fitChosenTrees(sum, settings, { ...quietFit, onEpoch: ({ share }) => shares.push(share) });
  expect(shares[0]).toBeGreaterThan(0.3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
