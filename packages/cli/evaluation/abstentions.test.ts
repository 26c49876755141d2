import type { StoredRisk } from '@praxis/diagnosis';
import { expect, test } from 'vitest';
import { abstentionFigures } from './abstentions.ts';

/** Forty people by number: the even ones have it; to the last twenty no risk is given, the very last has it already. */
const people = Array.from({ length: 40 }, (_, personId) => personId);
const risks = people.map((personId): StoredRisk => {
  const base = { personId, outcome: 'diabetes', artifact: 'a' } as const;
  if (personId === 39) return { ...base, status: 'alreadyHas' };
  const isUnlike = personId >= 20;
  const isEvent = personId % 2 === 0;
  return {
    ...base,
    status: 'risk',
    // Right about those to whom a risk is given, wrong about the others.
    probability: isEvent === isUnlike ? 0.2 : 0.8,
    lower: 0,
    upper: 1,
    band: 'high',
    fold: 1,
    raisedBy: [],
    abstains: isUnlike ? { reason: 'unlikeTraining', unusual: ['bmi'] } : null,
  };
});
const events = new Map(people.map((personId) => [personId, personId % 2 === 0]));

test('those without a risk are judged apart, by what came true; who has it already is not counted', () => {
  const [given, unlike] = abstentionFigures(risks, events);
  expect(given).toMatchObject({ reason: null, scored: 20, people: 20, events: 10, auroc: { value: 1 } });
  expect(given.predicted).toBeCloseTo(0.5, 10);
  expect(given.brier?.value).toBeCloseTo(0.04, 10);
  expect(unlike).toMatchObject({ reason: 'unlikeTraining', scored: 19, people: 19, events: 10 });
  // Nine others are too few.
  expect(unlike).toMatchObject({ auroc: null, brier: null });
});

test('who was in no fold is counted, and judges nothing', () => {
  const without = new Map([...events].filter(([personId]) => personId !== 4));
  const [given] = abstentionFigures(risks, without);
  expect(given).toMatchObject({ scored: 20, people: 19, events: 9, auroc: null });
});
