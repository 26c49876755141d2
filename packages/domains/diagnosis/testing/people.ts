/** Random but valid histories for property tests. */
import fc from 'fast-check';
import {
  type Diagnosis,
  diagnosisCodes,
  type Observation,
  observationTests,
  type Person,
  type PersonHistory,
} from '../data/records.ts';

const personId = 7;

const person: fc.Arbitrary<Person> = fc.record({
  id: fc.constant(personId),
  ageYears: fc.integer({ min: 18, max: 98 }),
  male: fc.boolean(),
  weightKg: fc.option(fc.integer({ min: 33, max: 182 })),
  heightCm: fc.option(fc.integer({ min: 123, max: 215 })),
  bmi: fc.option(fc.double({ min: 9, max: 85, noNaN: true })),
  caseId: fc.constant(personId),
  followUpDays: fc.integer({ min: 1, max: 7300 }),
  died: fc.boolean(),
});

/** Observations with days between the two, few values on purpose: ties on a day must come up. */
export function observationsBetween(from: number, to: number): fc.Arbitrary<Observation[]> {
  return fc.array(
    fc.oneof(
      ...observationTests.map((test) =>
        fc.record({
          personId: fc.constant(personId),
          day: fc.integer({ min: from, max: to }),
          test: fc.constant(test),
          value: fc.option(
            test === 'smoke' ? fc.integer({ min: 0, max: 1 }) : fc.integer({ min: 50, max: 200 }),
          ),
        }),
      ),
    ),
    { maxLength: 12 },
  );
}

/** Diagnoses with days between the two. */
export function diagnosesBetween(from: number, to: number): fc.Arbitrary<Diagnosis[]> {
  return fc.array(
    fc.record({
      personId: fc.constant(personId),
      day: fc.integer({ min: from, max: to }),
      code: fc.constantFrom(...diagnosisCodes),
    }),
    { maxLength: 8 },
  );
}

/** What is known at day 0, without anything later. */
export const pastOnly: fc.Arbitrary<PersonHistory> = fc.record({
  person,
  observations: observationsBetween(-30, 0),
  diagnoses: diagnosesBetween(-30, 0),
});
