import { expect, test } from 'vitest';
import { areaOf, auroc, compareAuroc } from './auroc.ts';
import { twoSidedP } from './normal.ts';

// Worked by hand. Of the six pairs four and a half are in order; placements of the events 1 and 1/2, of the others
// 1/2, 1 and 3/4; variance 0.125/2 + 0.0625/3 = 1/12.
const labels = Uint8Array.of(1, 1, 0, 0, 0);
const scores = Float64Array.of(0.8, 0.6, 0.7, 0.3, 0.6);

test('AUROC counts pairs in order, ties half, and its interval has DeLong’s variance', () => {
  const found = auroc(labels, scores);
  expect(found.value).toBeCloseTo(0.75, 12);
  expect(found.lower).toBeCloseTo(0.75 - 1.959963984540054 / Math.sqrt(12), 12);
  expect(found.upper).toBe(1);
});

test('the area alone is that of the estimate, and none of one class', () => {
  expect(areaOf(labels, scores)).toBeCloseTo(0.75, 12);
  expect(areaOf(Uint8Array.of(1, 1), Float64Array.of(0.1, 0.2))).toBeNull();
  expect(areaOf(Uint8Array.of(), Float64Array.of())).toBeNull();
});

test('of many rows the area is that of 5,000 evenly spaced ones', () => {
  const many = Uint8Array.from({ length: 50_000 }, (_, row) => (row % 7 === 0 ? 1 : 0));
  const ranked = Float64Array.from(many, (label, row) => label + ((row * 7919) % 1000) / 400);
  // 5,000 rows with 700 events know an area to 0.01, one standard error.
  expect(Math.abs((areaOf(many, ranked) ?? 0) - auroc(many, ranked).value)).toBeLessThan(0.03);
});

test('AUROC depends on the order of scores alone', () => {
  expect(auroc(labels, scores.map(Math.exp))).toEqual(auroc(labels, scores));
  expect(
    auroc(
      labels,
      scores.map((score) => -score),
    ).value,
  ).toBeCloseTo(0.25, 12);
});

test('a classifier does not differ from its own rescaling', () => {
  expect(
    compareAuroc(
      labels,
      scores,
      scores.map((score) => 3 * score - 1),
    ),
  ).toEqual({ difference: 0, lower: 0, upper: 0, p: 1 });
});

test('the paired test gives the hand-worked difference and p', () => {
  // Against a constant score every placement is 1/2 without variance: z = 0.25 / sqrt(1/12) = sqrt(3)/2.
  const { difference, p } = compareAuroc(labels, scores, new Float64Array(5));
  expect(difference).toBeCloseTo(0.25, 12);
  expect(p).toBeCloseTo(0.3864762, 6);
});

test('tail probabilities of the normal distribution agree with its tables', () => {
  expect(twoSidedP(0)).toBeCloseTo(1, 6);
  expect(twoSidedP(1.959963984540054)).toBeCloseTo(0.05, 7);
  expect(twoSidedP(-3) / 0.0026997960632602).toBeCloseTo(1, 6);
  expect(twoSidedP(6) / 1.9731752900754e-9).toBeCloseTo(1, 6);
});
