import { expect, test } from 'vitest';
import type { LabelledMatrix } from '../table/matrix.ts';
import { checkData } from './check-data.ts';

const table: LabelledMatrix = {
  features: [
    { name: 'age', kind: 'number', unit: 'a' },
    { name: 'bmi', kind: 'number', unit: 'kg/m2' },
  ],
  rows: 20,
  values: Float32Array.from({ length: 40 }, (_, index) => index).with(3, Number.NaN),
  labels: Uint8Array.from({ length: 20 }, (_, row) => row % 2),
  ids: Int32Array.from({ length: 20 }, (_, row) => 100 + row),
};

test('a table with missing values and ten of each class passes', () => {
  expect(() => checkData(table, [], 5)).not.toThrow();
});

test.each([
  {
    what: 'infinite value',
    change: { values: table.values.with(5, Number.POSITIVE_INFINITY) },
    code: 'valueInvalid',
    says: 'Row 2 (id 102): "bmi" is Infinity',
  },
  {
    what: 'label of 2',
    change: { labels: table.labels.with(7, 2) },
    code: 'valueInvalid',
    says: 'Row 7 (id 107): the label is 2',
  },
  {
    what: 'feature of the name of an output',
    change: { features: [table.features[0], { name: 'lower', kind: 'number' as const, unit: null }] },
    code: 'dataInconsistent',
    says: '"lower" has the name of an output',
  },
  {
    what: 'nine events',
    change: { labels: table.labels.with(1, 0) },
    code: 'tooFewOfAClass',
    says: '9 of 20 rows',
  },
  {
    what: 'values for another number of rows',
    change: { rows: 21 },
    code: 'dataInconsistent',
    says: '21 rows of 2 features need 42 values',
  },
  {
    what: 'table in which nothing varies',
    change: { values: new Float32Array(40).fill(1).with(3, Number.NaN).with(5, Number.NaN) },
    code: 'nothingVaries',
    says: 'one value in all rows',
  },
  {
    what: 'two features of one name',
    change: { features: [table.features[0], table.features[0]] },
    code: 'dataInconsistent',
    says: 'same name',
  },
])('$what is refused with its place', ({ change, code, says }) => {
  expect(() => checkData({ ...table, ...change }, [], 5)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(says) }),
  );
});
