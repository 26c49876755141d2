import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { bootstrap, notDistinguishable } from './bootstrap.ts';

const random = createRandom(3);
const rows = 400;
const values = Float64Array.from({ length: rows }, () => random.normal());
const meanOf = (of: Float64Array) => (drawn: Int32Array) =>
  drawn.reduce((sum, row) => sum + of[row], 0) / drawn.length;

test('single rows: the interval of a mean is that of its standard error', () => {
  const groups = Int32Array.from(values.keys());
  const mean = bootstrap([['mean', meanOf(values)]], { groups, resamples: 4000, seed: 1 }).get('mean');
  const value = meanOf(values)(groups);
  const error = Math.sqrt(values.reduce((sum, one) => sum + (one - value) ** 2, 0)) / rows;
  expect(mean?.value).toBe(value);
  expect(mean?.upper).toBeCloseTo(value + 1.96 * error, 2);
  expect(mean?.lower).toBeCloseTo(value - 1.96 * error, 2);
});

test('rows that repeat their group make the interval wider, as if the group were one row', () => {
  // Each of 40 persons stands in ten rows with one value.
  const groups = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 10));
  const repeated = Float64Array.from(groups, (group) => values[group]);
  const width = (of: Int32Array) => {
    const found = bootstrap([['mean', meanOf(repeated)]], { groups: of, resamples: 2000, seed: 1 });
    const interval = found.get('mean');
    return (interval?.upper ?? 0) - (interval?.lower ?? 0);
  };
  const ratio = width(groups) / width(Int32Array.from(values.keys()));
  expect(ratio).toBeGreaterThan(0.9 * Math.sqrt(10));
  expect(ratio).toBeLessThan(1.1 * Math.sqrt(10));
});

test('one seed gives one interval, another seed another', () => {
  const groups = Int32Array.from(values.keys());
  const interval = (seed: number) => bootstrap([['mean', meanOf(values)]], { groups, resamples: 50, seed });
  expect(interval(5)).toEqual(interval(5));
  expect(interval(5)).not.toEqual(interval(6));
});

test('a figure that most resamples cannot give has no interval', () => {
  const groups = Int32Array.from(values.keys());
  const found = bootstrap([['none', () => Number.NaN]], { groups, resamples: 20, seed: 1 });
  expect(found.get('none')).toBeNull();
});

test('an interval that holds 0 tells nothing apart', () => {
  expect(notDistinguishable({ lower: -0.1, upper: 0.2 })).toBe(true);
  expect(notDistinguishable({ lower: 0.01, upper: 0.2 })).toBe(false);
});
