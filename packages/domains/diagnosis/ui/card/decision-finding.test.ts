import { expect, test } from 'vitest';
import { betterRange } from './decision-finding.ts';

/** A point whose intervals reach `half` to either side. */
const point = (percent: number, model: number, overTreatAll: number, half = 0.01) => ({
  threshold: percent / 100,
  model: { value: model, lower: model - half, upper: model + half },
  treatAll: model - overTreatAll,
  overTreatAll: { value: overTreatAll, lower: overTreatAll - half, upper: overTreatAll + half },
});

test('the range is where the model beats both treating everyone and treating no one beyond the intervals', () => {
  const curve = [
    point(1, 0.08, 0.005),
    point(2, 0.07, 0.02),
    point(3, 0.05, 0.04),
    point(4, 0.02, 0.09),
    point(5, 0.005, 0.2),
  ];
  expect(betterRange(curve)).toEqual({ from: 0.02, to: 0.04 });
});

test('of several runs the longest counts', () => {
  const curve = [point(1, 0.05, 0.05), point(2, 0, 0.05), point(3, 0.05, 0.05), point(4, 0.05, 0.05)];
  expect(betterRange(curve)).toEqual({ from: 0.03, to: 0.04 });
});

test('a model that is never better has no range, nor has an empty curve', () => {
  expect(betterRange([point(1, 0.05, 0), point(2, -0.01, 0.1)])).toBeNull();
  expect(betterRange([])).toBeNull();
});

test('an older card is compared with treating everyone by the values', () => {
  const { overTreatAll: _, ...older } = point(2, 0.07, 0.005);
  expect(betterRange([older])).toEqual({ from: 0.02, to: 0.02 });
});
