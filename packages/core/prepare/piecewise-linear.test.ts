import { expect, test } from 'vitest';
import { tf } from '../tensor/index.ts';
import { encodeUnits, fitUnits } from './piecewise-linear.ts';
import type { PreparedColumn } from './preparation.ts';

const number: PreparedColumn = {
  feature: 0,
  part: 'value',
  level: null,
  kind: 'number',
  centre: 0,
  scale: 1,
};
const flag: PreparedColumn = { ...number, feature: 1, kind: 'flag' };

/** A number with values 1 to 101 and as many missing ones at 0; a flag. */
const z = Float32Array.from({ length: 2 * 202 }, (_, index) => {
  const row = Math.floor(index / 2);
  return index % 2 === 1 ? row % 2 : row < 101 ? row + 1 : 0;
});

test('units end at the quantiles of the known values; flags get none', () => {
  expect(fitUnits(z, [number, flag], 4)).toEqual([
    { column: 0, from: 1, to: 26 },
    { column: 0, from: 26, to: 51 },
    { column: 0, from: 51, to: 76 },
    { column: 0, from: 76, to: 101 },
  ]);
});

test('quantiles that fall together make one unit fewer, a constant none', () => {
  const mostlyOnes = Float32Array.from({ length: 100 }, (_, row) => (row < 80 ? 1 : row));
  const units = fitUnits(mostlyOnes, [number], 4);
  expect(units).toHaveLength(1);
  expect(units[0].from).toBe(1);
  expect(fitUnits(new Float32Array(50).fill(1), [number], 4)).toEqual([]);
});

test('a unit rises from 0 to 1 between its ends and stays there outside', () => {
  const units = fitUnits(z, [number, flag], 4);
  const rows = encodeUnits(
    units,
    tf.tensor2d([
      [-9, 1],
      [13.5, 0],
      [51, 1],
      [500, 0],
    ]),
  ).arraySync();
  const expected = [
    [0, 0, 0, 0],
    [0.5, 0, 0, 0],
    [1, 1, 0, 0],
    [1, 1, 1, 1],
  ];
  rows.forEach((row, index) => {
    row.forEach((value, unit) => {
      expect(value).toBeCloseTo(expected[index][unit], 5);
    });
  });
});
