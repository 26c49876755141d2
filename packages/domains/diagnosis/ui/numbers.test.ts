import { expect, test } from 'vitest';
import { decimal, percent, percentRange, signed, span } from './numbers.ts';

test('a risk has no more digits than it deserves', () => {
  expect(percent(0.13872, 'en')).toBe('14%');
  expect(percent(0.13872, 'zh')).toBe('14%');
});

test('a small risk is not written as none, a large one not as certain', () => {
  expect(percent(0.0031, 'en')).toBe('<1%');
  expect(percent(0.9971, 'en')).toBe('>99%');
  expect(percent(0, 'en')).toBe('0%');
  expect(percent(1, 'en')).toBe('100%');
});

test('a small change is shown with a decimal, and the ends move with it', () => {
  expect(percent(0.0487, 'en', 1)).toBe('4.9%');
  expect(percent(0.0003, 'en', 1)).toBe('<0.1%');
  expect(percent(0.9997, 'en', 1)).toBe('>99.9%');
});

test('an interval carries its sign once', () => {
  expect(percentRange(0.112, 0.184, 'en')).toBe('11–18%');
  expect(percentRange(0.001, 0.012, 'en')).toBe('0–1%');
});

test('differences are signed with a true minus, none with no sign', () => {
  expect(signed(3, 0, 'en')).toBe('+3');
  expect(signed(-0.44, 1, 'en')).toBe('−0.4');
  expect(signed(0, 0, 'en')).toBe('0');
});

test('counts are grouped, and a negative number has a true minus', () => {
  expect(decimal(-0.02, 3, 'en')).toBe('−0.020');
  expect(decimal(-0.0001, 3, 'en')).toBe('0.000');
  expect(decimal(17549, 0, 'en')).toBe('17,549');
  expect(decimal(17549, 0, 'zh')).toBe('17,549');
});

test('spans switch from days to months to years', () => {
  expect(span(12)).toEqual({ unit: 'days', count: 12 });
  expect(span(-459)).toEqual({ unit: 'months', count: 15 });
  expect(span(1287)).toEqual({ unit: 'years', count: 3.5 });
});
