import { expect, test } from 'vitest';
import { abstentionOf, outsideRange } from './abstention.ts';

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
const usual = { ageYears: 60, bmi: 30, hdlCount: 3, male: 0 };
const far = { ageYears: 91, bmi: 72, hdlCount: 150, male: 0 };

/** Of a model that measures how far a person lies from the people it learned from. */
const familiar = { percentile: 60, unlike: false, mostUnusual: [{ feature: 'bmi', share: 0.9 }] };
const measured = { familiarity: familiar, abstains: null };
const unlike = (...mostUnusual: (typeof familiar.mostUnusual)[number][]) => ({
  familiarity: { percentile: 100, unlike: true, mostUnusual },
  abstains: 'unlikeTraining' as const,
});
/** Of one that does not: imported, or from before it was measured. */
const blind = { familiarity: null, abstains: null };

test('a person unlike the training data gets no risk, and what makes most of the distance is named', () => {
  const score = unlike(
    { feature: 'bmi', share: 0.6 },
    { feature: 'ageYears', share: 0.3 },
    { feature: 'hdlCount', share: 0.04 },
  );
  expect(abstentionOf(card, score, usual)).toEqual({
    reason: 'unlikeTraining',
    unusual: ['bmi', 'ageYears'],
  });
});

test('where many features share the distance the first of them is named all the same', () => {
  const score = unlike({ feature: 'bmi', share: 0.08 }, { feature: 'ageYears', share: 0.07 });
  expect(abstentionOf(card, score, usual)?.unusual).toEqual(['bmi']);
});

test('a model that measures the distance decides by it, not by how many values are out of range', () => {
  expect(abstentionOf(card, measured, far)).toBeNull();
  expect(outsideRange(card, far)).toEqual(['ageYears', 'bmi', 'hdlCount']);
});

test('of someone who was not measured at all no risk is given; one value is enough', () => {
  const nothing = { ageYears: 60, male: 1, bmi: null, hdlMgDl: null, hdlCount: 0, priorStroke: 1 };
  expect(abstentionOf(card, measured, nothing)).toEqual({ reason: 'nothingMeasured', unusual: [] });
  expect(abstentionOf(card, measured, { ...nothing, hdlMgDl: 50 })).toBeNull();
  expect(abstentionOf(card, measured, { ...nothing, smoker: 0 })).toBeNull();
});

test('a risk that fits neither outcome is not given either', () => {
  expect(abstentionOf(card, { familiarity: familiar, abstains: 'noOutcome' }, usual)?.reason).toBe(
    'noOutcome',
  );
  expect(abstentionOf(card, { familiarity: null, abstains: 'noOutcome' }, usual)?.reason).toBe('noOutcome');
});

const ofBlind = (inputs: Readonly<Record<string, number | null>>) => abstentionOf(card, blind, inputs);

test('without the distance, values within the middle 98 %, missing ones and flags are like the training data', () => {
  const inputs = { ageYears: 80, bmi: null, hdlCount: 0, male: 1 };
  expect(outsideRange(card, inputs)).toEqual([]);
  expect(ofBlind(inputs)).toBeNull();
});

test('without it, one value a little outside asks for care; the risk still stands', () => {
  const inputs = { ageYears: 91, bmi: 30, hdlCount: 3, male: 0 };
  expect(outsideRange(card, inputs)).toEqual(['ageYears']);
  expect(ofBlind(inputs)).toBeNull();
});

test('without it, two values outside are too many', () => {
  const inputs = { ageYears: 91, bmi: 52, hdlCount: 3, male: 0 };
  expect(ofBlind(inputs)).toEqual({ reason: 'outsideRange', unusual: ['ageYears', 'bmi'] });
});

test('without it, one value far outside is enough, on either side', () => {
  for (const bmi of [72, 1]) {
    expect(ofBlind({ ...usual, bmi })).toEqual({ reason: 'outsideRange', unusual: ['bmi'] });
  }
});

test('without it, counts are compared as the model sees them, on a logarithmic scale', () => {
  expect(ofBlind({ ...usual, hdlCount: 45 })).toBeNull();
  expect(ofBlind({ ...usual, hdlCount: 150 })?.unusual).toEqual(['hdlCount']);
});
