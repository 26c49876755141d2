import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { ascending } from './ascending.ts';

test('rows come in the order of their values, equal ones by row, and without those that are missing', () => {
  const random = createRandom(1);
  const values = Float32Array.from({ length: 5000 }, () => {
    const kind = random.below(4);
    if (kind === 0) return Number.NaN;
    if (kind === 1) return random.below(20) - 10;
    return kind === 2 ? random.normal() * 1e-30 : random.normal() * 1e30;
  });
  values.set([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, -0, 0], 100);
  const expected = [...values.keys()]
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
  const sorted = ascending(values);
  expect([...sorted.rows]).toEqual(expected);
  expect([...sorted.values]).toEqual(expected.map((row) => values[row] + 0));
});
