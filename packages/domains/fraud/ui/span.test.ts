import { expect, test } from 'vitest';
import { spanOf } from './span.ts';

test('a span is told in the unit that people would use', () => {
  expect([0, 89, 90, 47 * 60, 48 * 60, 8 * 24 * 60].map(spanOf)).toEqual([
    { unit: 'minutes', count: 0 },
    { unit: 'minutes', count: 89 },
    { unit: 'hours', count: 2 },
    { unit: 'hours', count: 47 },
    { unit: 'days', count: 2 },
    { unit: 'days', count: 8 },
  ]);
});
