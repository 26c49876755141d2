import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FeatureMatrixOptions, featureMatrix } from './feature-matrix.ts';
import { readTable } from './read-table.ts';
import type { Column, Table } from './table.ts';

const missing = Number.NaN;
const number = (name: string, ...values: number[]): Column => ({
  name,
  unit: null,
  kind: 'number',
  values: Float64Array.from(values),
});
const category = (name: string, levels: readonly string[], ...codes: number[]): Column => ({
  name,
  unit: null,
  kind: 'category',
  levels,
  codes: Int32Array.from(codes),
});
const tableOf = (...columns: Column[]): Table => ({
  rows: columns[0].kind === 'category' ? columns[0].codes.length : columns[0].values.length,
  columns,
});

function matrix(table: Table, options: FeatureMatrixOptions) {
  const made = featureMatrix(table, options);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

function failure(table: Table, options: FeatureMatrixOptions) {
  const made = featureMatrix(table, options);
  return made.ok ? null : made.error;
}

const patients = tableOf(
  number('died', 0, 1, 0, 1),
  { ...number('sbp', 120, missing, 140, 131.5), unit: 'mm[Hg]' },
  { name: 'smoker', unit: null, kind: 'boolean', values: Uint8Array.of(1, 0, 255, 0) },
  category('sex', ['f', 'm'], 0, -1, 1, 1),
  {
    name: 'seen',
    unit: null,
    kind: 'dateTime',
    values: Float64Array.of(86_400_000, 0, missing, 129_600_000),
  },
  { name: 'note', unit: null, kind: 'text', values: ['a', 'b', null, 'd'] },
  number('empty', missing, missing, missing, missing),
  { name: 'person', unit: null, kind: 'text', values: ['p', 'q', 'p', null] },
  { name: 'time', unit: null, kind: 'dateTime', values: Float64Array.of(5, 6, 7, 8) },
);

test('numbers, flags, levels and days become features; text and what is empty is left out and listed', () => {
  const made = matrix(patients, { target: 'died', group: 'person', time: 'time' });
  expect(made.features).toEqual([
    { name: 'sbp', kind: 'number', unit: 'mm[Hg]' },
    { name: 'smoker', kind: 'flag', unit: null },
    { name: 'sex', kind: 'category', unit: null, levels: ['f', 'm'] },
    { name: 'seen', kind: 'number', unit: 'd' },
  ]);
  expect([...made.values]).toEqual(
    [
      [120, 1, 0, 1],
      [missing, 0, missing, 0],
      [140, missing, 1, missing],
      [131.5, 0, 1, 1.5],
    ].flat(),
  );
  expect(made.leftOut.map(({ column }) => column)).toEqual(['note', 'empty']);
  expect([...made.labels]).toEqual([0, 1, 0, 1]);
  expect([...made.ids]).toEqual([1, 2, 3, 4]);
  // A row without a person is a person of its own.
  expect([...(made.groups ?? [])]).toEqual([0, 1, 0, 2]);
  expect([...(made.times ?? [])]).toEqual([5, 6, 7, 8]);
});

test('the event is 1, true, or the value named; of two words the later is taken, with a warning', () => {
  const table = tableOf(
    number('x', 1, 2, 3, 5),
    category('status', ['bad', 'good'], 0, 1, 1, 1),
    number('code', 1, 2, 2, 1),
    { name: 'flag', unit: null, kind: 'boolean', values: Uint8Array.of(1, 0, 0, 1) },
  );
  const labels = (options: FeatureMatrixOptions) => [...matrix(table, options).labels].join('');
  expect(labels({ target: 'status', positive: 'bad' })).toBe('1000');
  expect(labels({ target: 'flag' })).toBe('1001');
  expect(labels({ target: 'flag', positive: 'No' })).toBe('0110');
  expect(labels({ target: 'code', positive: '1.0' })).toBe('1001');
  expect(matrix(table, { target: 'flag' }).warnings.some(({ code }) => code === 'positiveAssumed')).toBe(
    false,
  );
  const assumed = matrix(table, { target: 'status' });
  expect(assumed.target).toMatchObject({ positive: 'good', negative: 'bad' });
  expect(assumed.warnings[0]).toMatchObject({ code: 'positiveAssumed', column: 'status' });
  expect(failure(table, { target: 'status', positive: 'ugly' })).toMatchObject({ code: 'positiveUnknown' });
});

test('a target that cannot be learned says why, with rows and values', () => {
  const table = tableOf(
    number('x', 1, 2, 4),
    number('holes', 0, missing, 1),
    number('one', 1, 1, 1),
    number('three', 0, 1, 2),
  );
  expect(failure(table, { target: 'holes' })).toMatchObject({ code: 'targetMissing', rows: [2] });
  expect(failure(table, { target: 'one' })?.message).toMatch(/one class only: it is "1" in all 3 rows/);
  expect(failure(table, { target: 'three' })?.message).toMatch(/more than two values \("0", "1", "2"\)/);
  expect(failure(table, { target: 'y', drop: ['z'] })).toMatchObject({
    code: 'columnMissing',
    columns: ['y', 'z'],
  });
  expect(failure({ ...table, rows: 0 }, { target: 'one' })).toMatchObject({ code: 'noRows' });
  expect(failure(tableOf(number('y', 0, 1)), { target: 'y' })).toMatchObject({ code: 'noFeatures' });
});

test('an id in two rows is named with its rows', () => {
  const table = tableOf(
    number('y', 0, 1, 0, 1),
    number('x', 1, 2, 3, 3),
    category('id', ['a', 'b'], 0, 1, 0, 0),
  );
  expect(failure(table, { target: 'y', id: 'id' })).toMatchObject({
    code: 'idRepeated',
    columns: ['id'],
    rows: [1, 3, 4],
    message: expect.stringMatching(/"a" in rows 1, 3, 4/),
  });
  expect(failure(table, { target: 'y', time: 'x' })).toMatchObject({ code: 'timeInvalid' });
});

const files = join(import.meta.dirname, '../../../../shared/data');
const framingham = join(files, 'reference/medical/framingham.csv.gz');
const support2 = join(files, 'reference/medical/support2.csv.gz');
const credit = join(files, 'open/credit-status.csv.gz');

async function real(file: string, options: FeatureMatrixOptions, category: readonly string[] = []) {
  const read = await readTable(file, { category });
  if (!read.ok) throw new Error(read.error.message);
  return matrix(read.value.table, options);
}

test.skipIf(!existsSync(framingham))('the Framingham table is read as its description says', async () => {
  const made = await real(framingham, { target: 'TenYearCHD' });
  expect([made.rows, made.features.length]).toEqual([4240, 15]);
  expect(made.labels.reduce((sum, label) => sum + label, 0)).toBe(644);
  expect(made.features.find(({ name }) => name === 'education')?.kind).toBe('category');
  expect(made.warnings).toEqual([]);
});

test.skipIf(!existsSync(credit))('the credit table has its defaults, and words as categories', async () => {
  const made = await real(credit, { target: 'Status', positive: 'bad', drop: ['Price'] });
  expect([made.rows, made.features.length]).toEqual([4454, 12]);
  expect(made.labels.reduce((sum, label) => sum + label, 0)).toBe(1254);
  expect(made.features.find(({ name }) => name === 'Records')?.kind).toBe('flag');
  expect(made.features.find(({ name }) => name === 'Home')).toMatchObject({ kind: 'category' });
});

test.skipIf(!existsSync(support2))('row numbers without a name are found out as an identifier', async () => {
  const made = await real(support2, { target: 'death' });
  expect(made.rows).toBe(9105);
  expect(made.warnings.filter(({ code }) => code === 'idLike').map(({ column }) => column)).toEqual([
    'column1',
  ]);
});
