import { expect, test } from 'vitest';
import { precisionAtKPerDay, recallAtK } from './ranking.ts';

const labels = Uint8Array.of(1, 0, 1, 0, 1, 0);
const scores = Float64Array.of(0.9, 0.8, 0.7, 0.6, 0.5, 0.4);

test('the two highest of six hold one of three events', () => {
  expect(recallAtK(labels, scores, 2)).toBeCloseTo(1 / 3, 12);
  expect(recallAtK(labels, scores, 100)).toBe(1);
});

test('rows that tie at the last place count by their chance to be taken, in whatever order they stand', () => {
  const tied = Float64Array.of(0.9, 0.5, 0.5, 0.5, 0.1, 0.1);
  // The first, and two of three rows of which one is an event.
  expect(recallAtK(labels, tied, 3)).toBeCloseTo((1 + 2 / 3) / 3, 12);
  expect(recallAtK(labels.toReversed(), tied.toReversed(), 3)).toBeCloseTo((1 + 2 / 3) / 3, 12);
});

test('precision at k is the mean over days; a day of fewer rows is judged by all of them', () => {
  const days = Int32Array.of(7, 7, 7, 8, 9, 9);
  // Day 7: 1 of 2; day 8: 0 of 1; day 9: 1 of 2.
  expect(precisionAtKPerDay(labels, scores, days, 2)).toBeCloseTo((0.5 + 0 + 0.5) / 3, 12);
});
