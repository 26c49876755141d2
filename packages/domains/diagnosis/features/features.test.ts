import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation, PersonHistory } from '../data/records.ts';
import { diagnosesBetween, observationsBetween, pastOnly } from '../testing/people.ts';
import { features, featuresFor } from './definitions.ts';
import { featuresOf, modelInputs } from './features.ts';

const someone: PersonHistory = {
  person: {
    id: 1,
    ageYears: 57,
    male: true,
    weightKg: 80,
    heightCm: 175,
    bmi: 26.1,
    caseId: 1,
    followUpDays: 3000,
    died: false,
  },
  observations: [],
  diagnoses: [],
};

function withObservations(...rows: readonly [Observation['test'], number, number | null][]): PersonHistory {
  return { ...someone, observations: rows.map(([test, day, value]) => ({ personId: 1, test, day, value })) };
}

test('nothing after day 0 reaches a feature, whatever is added, changed or taken away there', () => {
  const future = fc.record({
    observations: observationsBetween(1, 3000),
    diagnoses: diagnosesBetween(1, 3000),
    followUpDays: fc.integer({ min: 1, max: 7300 }),
    died: fc.boolean(),
  });
  fc.assert(
    fc.property(pastOnly, future, future, fc.integer(), (past, one, other, seed) => {
      const lived = (life: typeof one): PersonHistory => ({
        person: { ...past.person, followUpDays: life.followUpDays, died: life.died },
        observations: shuffled([...past.observations, ...life.observations], seed),
        diagnoses: shuffled([...past.diagnoses, ...life.diagnoses], seed),
      });
      expect(featuresOf(lived(one))).toEqual(featuresOf(past));
      expect(featuresOf(lived(other))).toEqual(featuresOf(past));
    }),
    { numRuns: 500 },
  );
});

test('day 0 itself is known, the day after is not', () => {
  const history = withObservations(['hdl', 0, 50], ['hdl', 1, 90]);
  expect(featuresOf(history)).toMatchObject({ hdlMgDl: 50, hdlCount: 1 });
  const diagnosed: PersonHistory = {
    ...someone,
    diagnoses: [
      { personId: 1, day: 0, code: 'stroke' },
      { personId: 1, day: 1, code: 'diabetes' },
    ],
  };
  expect(featuresOf(diagnosed)).toMatchObject({ priorStroke: 1, priorDiabetes: 0 });
});

test('the last value counts, and of several on that day the upper median, in whatever order they come', () => {
  expect(featuresOf(withObservations(['sbp', -2, 180], ['sbp', -9, 110]))).toMatchObject({
    sbpMmHg: 180,
    sbpCount: 2,
  });
  expect(featuresOf(withObservations(['sbp', -2, 120], ['sbp', -2, 160], ['sbp', -2, 130])).sbpMmHg).toBe(
    130,
  );
  expect(featuresOf(withObservations(['smoke', -1, 1], ['smoke', -1, 0])).smoker).toBe(1);
});

test('a missing value is no measurement', () => {
  expect(featuresOf(withObservations(['sbp', -1, null]))).toMatchObject({ sbpMmHg: null, sbpCount: 0 });
  expect(featuresOf(withObservations(['sbp', -1, null], ['sbp', -5, 131]))).toMatchObject({
    sbpMmHg: 131,
    sbpCount: 1,
  });
});

test('the features are the columns, in the definitions’ order; an outcome’s own diagnoses are none of its inputs', () => {
  expect(Object.keys(featuresOf(someone))).toEqual(features.map(({ name }) => name));
  expect(Object.keys(modelInputs('cardiovascular', featuresOf(someone)))).toEqual(
    featuresFor('cardiovascular').map(({ name }) => name),
  );
  const left = (outcome: 'diabetes' | 'cardiovascular') => {
    const kept = new Set(featuresFor(outcome).map(({ name }) => name));
    return features.map(({ name }) => name).filter((name) => !kept.has(name));
  };
  expect(left('diabetes')).toEqual(['priorDiabetes']);
  expect(left('cardiovascular')).toEqual([
    'priorMyocardialInfarction',
    'priorAngina',
    'priorHeartFailure',
    'priorStroke',
    'priorCardiacArrest',
  ]);
});

/** A repeatable shuffle: order carries no meaning. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  return items
    .map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) >>> 7 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
