import { expect, test } from 'vitest';
import { isTrusted, unlikeTraining } from './trust.ts';

const feature = (name: string, kind: 'number' | 'count' | 'flag', low: number, high: number) => ({
  name,
  kind,
  unit: null,
  missing: 0,
  mean: (low + high) / 2,
  low,
  high,
});
const card = {
  features: [
    feature('ageYears', 'number', 20, 80),
    feature('bmi', 'number', 18, 50),
    feature('hdlCount', 'count', 0, 20),
    feature('male', 'flag', 0, 1),
  ],
};

test('values within the middle 98 %, missing ones and flags are like the training data', () => {
  const inputs = { ageYears: 80, bmi: null, hdlCount: 0, male: 1 };
  expect(unlikeTraining(card, inputs)).toEqual([]);
  expect(isTrusted(card, inputs)).toBe(true);
});

test('one value a little outside asks for care; the score still stands', () => {
  const inputs = { ageYears: 91, bmi: 30, hdlCount: 3, male: 0 };
  expect(unlikeTraining(card, inputs)).toEqual(['ageYears']);
  expect(isTrusted(card, inputs)).toBe(true);
});

test('two values outside are too many', () => {
  const inputs = { ageYears: 91, bmi: 52, hdlCount: 3, male: 0 };
  expect(unlikeTraining(card, inputs)).toEqual(['ageYears', 'bmi']);
  expect(isTrusted(card, inputs)).toBe(false);
});

test('one value far outside is enough, on either side', () => {
  expect(isTrusted(card, { ageYears: 50, bmi: 72, hdlCount: 3, male: 0 })).toBe(false);
  expect(isTrusted(card, { ageYears: 50, bmi: 1, hdlCount: 3, male: 0 })).toBe(false);
});

test('counts are compared as the model sees them, on a logarithmic scale', () => {
  expect(isTrusted(card, { ageYears: 50, bmi: 30, hdlCount: 45, male: 0 })).toBe(true);
  expect(isTrusted(card, { ageYears: 50, bmi: 30, hdlCount: 150, male: 0 })).toBe(false);
});
