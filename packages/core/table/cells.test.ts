import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dateTime,
  decimalNumber,
  declaredFlag,
  declaredNumber,
  inferredFlag,
  inferredNumber,
} from './cells.ts';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

test('a number is a plain decimal and nothing else that JavaScript would take', () => {
  const text = fc.oneof(
    fc.double().map(String),
    fc.string({ unit: fc.constantFrom(...'0123456789+-.eExXbBoO \t_aIn'), maxLength: 8 }),
    fc.constantFrom('0x1f', '0b11', '0o17', 'Infinity', '', ' ', '1_000', '1,5', '1e999', '0e5', '+.5', '5.'),
  );
  fc.assert(
    fc.property(text, (cell) => {
      const finite = decimal.test(cell) && Number.isFinite(Number(cell));
      expect(decimalNumber(cell)).toBe(finite ? Number(cell) : Number.NaN);
    }),
    { numRuns: 2000 },
  );
});

test('an undeclared number keeps all that its text says', () => {
  const read = inferredNumber(true);
  expect([' 1.50 ', '0', '-0.5', '0.10', '9007199254740991'].map(read)).toEqual([
    1.5, 0, -0.5, 0.1, 9007199254740991,
  ]);
  for (const text of ['007', '-01', '9007199254740993']) expect(read(text), text).toBeNaN();
  expect(inferredNumber(false)('12')).toBeNaN();
  expect([read(2n ** 53n - 1n), read(2n ** 60n)]).toEqual([2 ** 53 - 1, Number.NaN]);
});

test('a declared number may be a code, and may have a decimal comma but then no point', () => {
  expect(declaredNumber('.')('007')).toBe(7);
  expect(declaredNumber(',')('-1,25')).toBe(-1.25);
  expect([declaredNumber(',')('1.000,5'), declaredNumber('.')('1,5')]).toEqual([Number.NaN, Number.NaN]);
});

test('flags are true, false, yes and no; 0 and 1 are flags only where they are declared so', () => {
  expect(['TRUE', 'False', ' yes', 'No', true].map(inferredFlag)).toEqual([1, 0, 1, 0, 1]);
  expect(['1', 0, 'true', 'maybe'].map(declaredFlag)).toEqual([1, 0, 1, Number.NaN]);
  expect(inferredFlag('1')).toBeNaN();
});

test('ISO times are what the calendar says, for every time and zone', () => {
  const read = dateTime(undefined);
  const range = {
    min: new Date('0100-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      expect(read(date.toISOString())).toBe(date.getTime());
      expect(read(date)).toBe(date.getTime());
    }),
  );
  const noon = Date.UTC(2026, 0, 31, 12);
  for (const text of [
    '2026-01-31 12:00',
    '2026-01-31T12:00:00.000Z',
    '2026-01-31T13:00+01',
    '2026-01-31 06:30:00-05:30',
    '2026-01-31T12:00:00 +0000',
  ]) {
    expect(read(text), text).toBe(noon);
  }
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-01-31T24:00',
    '2026-01-31T12:60',
    '31.01.2026',
    '2026',
  ]) {
    expect(read(text), text).toBeNaN();
  }
});

test('a declared format reads its own order, and refuses what does not follow it', () => {
  const read = dateTime('DD/MM/YYYY HH:mm');
  expect(read('31/01/2026 12:30')).toBe(Date.UTC(2026, 0, 31, 12, 30));
  for (const text of ['01/31/2026 12:30', '31/01/2026', '31-01-2026 12:30']) expect(read(text)).toBeNaN();
  expect(dateTime('epochSeconds')('1.5')).toBe(1500);
  expect(dateTime('epochMilliseconds')(1500)).toBe(1500);
});
