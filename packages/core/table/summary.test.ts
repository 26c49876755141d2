import { expect, test } from 'vitest';
import type { LabelledMatrix } from './matrix.ts';
import { fingerprint, quantile, summarise } from './summary.ts';

const missing = Number.NaN;
const matrix: LabelledMatrix = {
  features: [
    { name: 'sbpMmHg', kind: 'number', unit: 'mm[Hg]' },
    { name: 'smoker', kind: 'flag', unit: null },
  ],
  rows: 4,
  values: Float32Array.of(120, missing, missing, missing, 140, missing, 130, missing),
  labels: Uint8Array.of(0, 1, 0, 1),
  ids: Int32Array.of(4, 8, 15, 16),
};

test('statistics leave missing values out, and a feature without any has zeros', () => {
  const [pressure, smoker] = summarise(matrix);
  expect(pressure).toMatchObject({ missing: 0.25, mean: 130 });
  if (pressure.kind === 'category') throw new Error('pressure is a number');
  expect(pressure.low).toBeCloseTo(120.2, 10);
  expect(pressure.high).toBeCloseTo(139.8, 10);
  expect(smoker).toEqual({ name: 'smoker', kind: 'flag', unit: null, missing: 1, mean: 0, low: 0, high: 0 });
});

test('a category has the shares of its levels among the known values', () => {
  const [region] = summarise({
    features: [{ name: 'region', kind: 'category', unit: null, levels: ['north', 'south'] }],
    rows: 5,
    values: Float32Array.of(0, 1, 1, 1, missing),
  });
  expect(region).toEqual({
    name: 'region',
    kind: 'category',
    unit: null,
    missing: expect.closeTo(0.2, 10),
    levels: [
      { name: 'north', share: 0.25 },
      { name: 'south', share: 0.75 },
    ],
  });
});

test('quantiles interpolate between neighbours', () => {
  expect(quantile(Float64Array.of(1, 2, 4), 0.75)).toBe(3);
  expect(quantile(Float64Array.of(5), 0.3)).toBe(5);
});

test('the fingerprint changes with an id, a value, a label or a definition', () => {
  const others: LabelledMatrix[] = [
    { ...matrix, ids: Int32Array.of(4, 8, 15, 17) },
    { ...matrix, values: matrix.values.with(0, 121) },
    { ...matrix, labels: Uint8Array.of(0, 1, 1, 1) },
    { ...matrix, features: [matrix.features[0], { name: 'smoker', kind: 'count', unit: null }] },
  ];
  const prints = new Set([matrix, ...others].map(fingerprint));
  expect(prints.size).toBe(5);
  expect(fingerprint({ ...matrix })).toBe(fingerprint(matrix));
});
