import { expect, test } from 'vitest';
import { classNumber } from './class-number.ts';

test('a whole number above 0 is the number of a class', () => {
  expect(classNumber('12')).toBe(12);
});

test.each(['', '0', '-1', '1.5', '012', 'a', '1 ', '9999999999999999', '1;drop'])(
  '“%s” is none, and never reaches the database',
  (text) => {
    expect(classNumber(text)).toBeNull();
  },
);
