import { expect, it } from 'vitest';
import { findingOf, mainFeatures, pointsOf } from './projection-finding.ts';
import { projection } from './testing/projection.ts';

it('test points lie apart only where more than a tenth of them is certainly outside', () => {
  const inside = (lower: number, value: number, upper: number) =>
    findingOf({ ...projection, inside: { value, lower, upper } });
  expect(inside(0.93, 0.95, 0.97)).toBe('among');
  expect(inside(0.7, 0.85, 0.93)).toBe('among');
  expect(inside(0.8, 0.84, 0.88)).toBe('apart');
});

it('a component is called by the features that make up half of it, at most three', () => {
  const names = (...weights: number[]) =>
    mainFeatures({
      variance: 0.2,
      features: weights.map((weight, at) => ({ name: `f${at}`, weight, direction: null })),
    }).map(({ name }) => name);
  expect(names(0.6, 0.2)).toEqual(['f0']);
  expect(names(0.3, 0.25, 0.2)).toEqual(['f0', 'f1']);
  expect(names(0.1, 0.1, 0.1, 0.1)).toEqual(['f0', 'f1', 'f2']);
});

it('every point belongs to one part and one label', () => {
  const groups = (['train', 'test'] as const).flatMap((part) =>
    ([0, 1] as const).map((label) => pointsOf(projection, part, label).length),
  );
  expect(groups.every((count) => count > 0)).toBe(true);
  expect(groups.reduce((sum, count) => sum + count, 0)).toBe(projection.points.length);
});
