import { expect, test } from 'vitest';
import { lastNight, nextNight } from './night.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 1, day, hour, minute);

test.each([
  ['before three', at(10, 2, 59), at(9, 3), at(10, 3)],
  ['at three', at(10, 3), at(10, 3), at(11, 3)],
  ['in the evening of the last day of a month', at(28, 20), at(28, 3), new Date(2026, 2, 1, 3)],
])('%s the last night is past and the next one comes', (_, now, last, next) => {
  expect(lastNight(now)).toEqual(last);
  expect(nextNight(now)).toEqual(next);
});
