import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binColumn, cutBetween } from './binning.ts';
import { category, number } from './testing/rows.ts';

const float = fc.float({ noNaN: true });

test('a row is left of a cut, compared in float32, exactly where its bin is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(float, fc.constant(Number.NaN)), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 2, max: 20 }),
      (numbers, most) => {
        const values = Float32Array.from(numbers);
        const column = new Uint8Array(values.length);
        const bins = binColumn(values, number('x'), most, column);
        if (bins.kind !== 'number') throw new Error('a number has number bins');
        expect(bins.cuts.length).toBeLessThan(most);
        values.forEach((value, row) => {
          const leftOf = Array.from(bins.cuts, (cut) => value <= cut);
          const expected = Number.isNaN(value) ? bins.missing : leftOf.filter((left) => !left).length;
          expect(column[row]).toBe(expected);
        });
      },
    ),
  );
});

test('few values have a bin each, with the cut in the middle', () => {
  const column = new Uint8Array(5);
  const bins = binColumn(Float32Array.of(4, 1, 2, 2, Number.NaN), number('x'), 255, column);
  expect(bins).toEqual({ kind: 'number', cuts: Float32Array.of(1.5, 3), missing: 3 });
  expect([...column]).toEqual([2, 0, 1, 1, 3]);
});

test('many values share bins of about as many rows, and a value of many rows takes no bins from the others', () => {
  const values = Float32Array.from({ length: 4000 }, (_, row) => (row < 2000 ? 0 : row));
  const column = new Uint8Array(4000);
  binColumn(values, number('x'), 21, column);
  const counts = new Int32Array(21);
  for (const bin of column) counts[bin]++;
  expect(counts[0]).toBe(2000);
  expect(Math.max(...counts.subarray(1))).toBeLessThanOrEqual(101);
  expect(Math.min(...counts.subarray(1))).toBeGreaterThanOrEqual(99);
});

test('a cut between neighbours in float32 is the lower one', () => {
  const above = Math.fround(1 + 2 ** -23);
  expect(cutBetween(1, above)).toBe(1);
  expect(cutBetween(1, 2)).toBe(1.5);
  expect(cutBetween(-3.4e38, 3.4e38)).toBe(0);
});

test('the most frequent levels have bins, the rest share one, missing ones have their own', () => {
  const column = new Uint8Array(8);
  const bins = binColumn(Float32Array.of(2, 2, 2, 0, 0, 1, 4, Number.NaN), category('colour', 4), 3, column);
  expect(bins).toEqual({ kind: 'category', levels: Int32Array.of(2, 0), missing: 3 });
  expect([...column]).toEqual([0, 0, 0, 1, 1, 2, 2, 3]);
});
