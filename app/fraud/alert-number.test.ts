import { expect, test } from 'vitest';
import { alertNumber } from './alert-number.ts';

test('a whole number is an alert', () => {
  expect(alertNumber('1234')).toBe(1234);
  expect(alertNumber('999999999999999')).toBe(999_999_999_999_999);
});

test('anything else is none, and never reaches the database', () => {
  for (const text of ['0', '-1', '1.5', '1e3', '01', ' 1', 'abc', '1234567890123456', '', undefined]) {
    expect(alertNumber(text)).toBeNull();
  }
});
