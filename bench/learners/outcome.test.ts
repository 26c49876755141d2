import type { Table } from '@praxis/core';
import { expect, test } from 'vitest';
import { outcomeColumn, withOutcome } from './outcome.ts';

const table: Table = {
  rows: 4,
  columns: [
    { name: 'died', kind: 'boolean', unit: null, values: Uint8Array.of(1, 0, 1, 0) },
    { name: 'days', kind: 'number', unit: 'd', values: Float64Array.of(10, 20, 90, 90) },
    { name: 'place', kind: 'category', unit: null, codes: Int32Array.of(0, 1, -1, 1), levels: ['a', 'b'] },
    { name: 'note', kind: 'text', unit: null, values: ['w', null, 'y', 'z'] },
  ],
};

test('rows with an unknown outcome are left out of every column, and the outcome is a column of its own', () => {
  const known = withOutcome(table, (cell) => {
    const days = Number(cell('days'));
    if (cell('died') === 'true') return days <= 30;
    return days < 30 ? null : false;
  });
  expect(known).toEqual({
    rows: 3,
    columns: [
      { name: 'died', kind: 'boolean', unit: null, values: Uint8Array.of(1, 1, 0) },
      { name: 'days', kind: 'number', unit: 'd', values: Float64Array.of(10, 90, 90) },
      { name: 'place', kind: 'category', unit: null, codes: Int32Array.of(0, -1, 1), levels: ['a', 'b'] },
      { name: 'note', kind: 'text', unit: null, values: ['w', 'y', 'z'] },
      { name: outcomeColumn, kind: 'boolean', unit: null, values: Uint8Array.of(1, 0, 0) },
    ],
  });
});

test('a rule that asks for a column which the table lacks ends with its name', () => {
  expect(() => withOutcome(table, (cell) => cell('dead') === '1')).toThrow('no column dead');
});
