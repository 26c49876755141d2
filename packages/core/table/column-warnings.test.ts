import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auroc } from '../evaluate/auroc.ts';
import { columnWarnings, singleAuroc } from './column-warnings.ts';
import type { FeatureDefinition } from './matrix.ts';

const rows = 200;
const labels = Uint8Array.from({ length: rows }, (_, row) => (row % 4 === 0 ? 1 : 0));
const column = (value: (row: number) => number) =>
  Float64Array.from({ length: rows }, (_, row) => value(row));
const codes = (feature: FeatureDefinition, values: Float64Array) =>
  columnWarnings(feature, values, labels).map(({ code }) => code);
const number = (name: string): FeatureDefinition => ({ name, kind: 'number', unit: null });
const noise = column((row) => ((row * 7919) % 101) / 10);

test('identifiers are told by their name or by counting rows; measurements are not', () => {
  for (const name of ['id', 'ID', 'patient_id', 'case.id', 'patientId', 'customer-uuid']) {
    expect(codes(number(name), noise), name).toEqual(['idLike']);
  }
  for (const name of ['paid', 'covid', 'idle', 'width']) expect(codes(number(name), noise), name).toEqual([]);
  expect(
    codes(
      number('n'),
      column((row) => 1000 - row),
    ),
  ).toEqual(['idLike']);
  expect(
    codes(
      number('n'),
      column((row) => (row * 37) % 150),
    ),
  ).toEqual([]);
  // A day each row is a series of days.
  const days: FeatureDefinition = { name: 'day', kind: 'number', unit: 'd' };
  expect(
    codes(
      days,
      column((row) => 20_000 + row),
    ),
  ).toEqual([]);
});

test('a constant column is told; one that is constant where it is known is not', () => {
  expect(
    codes(
      number('x'),
      column(() => 3),
    ),
  ).toEqual(['constant']);
  expect(
    codes(
      number('x'),
      column((row) => (row % 3 === 0 ? Number.NaN : 3)),
    ),
  ).toEqual([]);
});

test('a column that tells the target alone is told: by its order, its levels, or where it is missing', () => {
  const level: FeatureDefinition = { name: 'c', kind: 'category', unit: null, levels: ['a', 'b', 'c'] };
  expect(
    codes(
      number('x'),
      column((row) => (labels[row] === 1 ? -5 : noise[row])),
    ),
  ).toEqual(['leaking']);
  expect(
    codes(
      level,
      column((row) => (labels[row] === 1 ? 1 : (row % 2) * 2)),
    ),
  ).toEqual(['leaking']);
  expect(
    codes(
      number('x'),
      column((row) => (labels[row] === 1 ? noise[row] : Number.NaN)),
    ),
  ).toEqual(['leaking']);
  expect(
    codes(
      number('x'),
      column((row) => (labels[row] === 1 && row > 20 ? 50 : noise[row])),
    ),
  ).toEqual([]);
});

test('the AUROC of one column is that of the evaluation, in its better direction', () => {
  const cells = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), {
    minLength: 2,
    maxLength: 60,
  });
  fc.assert(
    fc.property(cells, (drawn) => {
      const values = Float64Array.from(drawn, ([value]) => value);
      const kinds = Uint8Array.from(drawn, ([, event]) => (event ? 1 : 0));
      fc.pre(kinds.includes(0) && kinds.includes(1));
      const { value } = auroc(kinds, values);
      expect(singleAuroc(values, kinds)).toBeCloseTo(Math.max(value, 1 - value), 12);
    }),
  );
});
