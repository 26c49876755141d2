import { expect, test } from 'vitest';
import { personNumber } from './person-number.ts';

test('a whole number is a person', () => {
  expect(personNumber('1234')).toBe(1234);
});

test('anything else is nobody, and never reaches the database', () => {
  for (const text of ['0', '-1', '1.5', '1e3', '01', ' 1', 'abc', '12345678901', '', undefined]) {
    expect(personNumber(text)).toBeNull();
  }
});
