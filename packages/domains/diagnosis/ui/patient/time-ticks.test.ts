import { expect, test } from 'vitest';
import { timeTicks, yearsOf } from './time-ticks.ts';

test('ticks are round years and include day 0', () => {
  expect(timeTicks([-1287, 0]).map(yearsOf)).toEqual([-3, -2, -1, 0]);
  expect(timeTicks([0, 6261]).map(yearsOf)).toEqual([0, 5, 10, 15]);
});

test('a short span gets quarters of a year', () => {
  expect(timeTicks([-200, 0]).map(yearsOf)).toEqual([-0.5, -0.25, 0]);
});

test('no axis gets more ticks than it has room for', () => {
  for (const days of [30, 400, 2000, 9000, 20_000])
    expect(timeTicks([-days, 0]).length).toBeLessThanOrEqual(7);
});
