import { expect, test } from 'vitest';
import { addDays, dayIn, weekday } from './days.ts';

test('the day is that of the place, also around midnight and where the clocks change', () => {
  const late = Date.UTC(2026, 2, 28, 23, 30);
  expect(dayIn('UTC')(late)).toBe('2026-03-28');
  expect(dayIn('Europe/Berlin')(late)).toBe('2026-03-29');
  expect(dayIn('Asia/Shanghai')(late)).toBe('2026-03-29');
  expect(dayIn('America/New_York')(Date.UTC(2026, 0, 1, 2))).toBe('2025-12-31');
});

test('days are counted over the ends of months and years, and Monday comes first', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(weekday('2026-03-02')).toBe(0);
  expect(weekday('2026-03-08')).toBe(6);
});
