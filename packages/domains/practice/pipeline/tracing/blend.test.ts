import { createRandom } from '@praxis/core';
import { expect, test } from 'vitest';
import { blend } from './blend.ts';

const { signal } = new AbortController();
const random = createRandom(2);
const rows = 4000;
const truth = Float64Array.from({ length: rows }, () => random.normal());
const labels = Uint8Array.from(truth, (logOdds) => (random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0));
const noise = Float64Array.from({ length: rows }, () => random.normal());

test('a model that knows counts in full, one that knows nothing not at all', async () => {
  const { weights } = await blend(
    [
      { validation: truth, test: truth },
      { validation: noise, test: noise },
    ],
    labels,
    signal,
  );
  expect(weights[0]).toBeCloseTo(1, 0);
  expect(Math.abs(weights[1])).toBeLessThan(0.1);
});

test('a model that is too sure of itself is calmed', async () => {
  const sure = truth.map((logOdds) => 4 * logOdds);
  const { test: blended } = await blend([{ validation: sure, test: sure }], labels, signal);
  const farthest = Math.max(...blended.map((value, row) => Math.abs(value - truth[row])));
  expect(farthest).toBeLessThan(0.4);
});
