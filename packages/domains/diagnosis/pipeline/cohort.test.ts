import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readCohortFiles } from '../data/read.ts';
import { type DiagnosisCode, outcomes, type PersonHistory } from '../data/records.ts';
import { outcomeCodes } from '../features/definitions.ts';
import { historiesOf } from '../testing/histories.ts';
import { diagnosesBetween, observationsBetween, pastOnly } from '../testing/people.ts';
import { cohort, horizonDays, outcomeDay } from './cohort.ts';

let histories: PersonHistory[];
beforeAll(async () => {
  histories = historiesOf(await readCohortFiles());
});

test.each([
  { outcome: 'diabetes', rows: 8926, events: 703, before: 2394, died: 457, lost: 5772 },
  { outcome: 'hypertension', rows: 7704, events: 1437, before: 5023, died: 246, lost: 4576 },
  { outcome: 'cardiovascular', rows: 8824, events: 751, before: 2636, died: 234, lost: 5855 },
] as const)('$outcome: $rows people, $events events, everyone else counted by reason', (expected) => {
  const { members, events, excluded } = cohort(expected.outcome, histories);
  expect(members).toHaveLength(expected.rows);
  expect(events).toBe(expected.events);
  expect(excluded).toEqual([
    { reason: 'outcomeBefore', rows: expected.before },
    { reason: 'diedBeforeHorizon', rows: expected.died },
    { reason: 'lostBeforeHorizon', rows: expected.lost },
  ]);
  expect(members.length + expected.before + expected.died + expected.lost).toBe(17_549);
});

interface Fate {
  readonly onset?: number;
  readonly code?: DiagnosisCode;
  readonly followUpDays: number;
  readonly died?: boolean;
}

function person({ onset, code = 'diabetes', followUpDays, died = false }: Fate): PersonHistory {
  return {
    person: {
      id: 1,
      ageYears: 50,
      male: false,
      weightKg: null,
      heightCm: null,
      bmi: null,
      caseId: null,
      followUpDays,
      died,
    },
    observations: [],
    diagnoses: onset === undefined ? [] : [{ personId: 1, day: onset, code }],
  };
}

test.each([
  { what: 'outcome on day 0', fate: { onset: 0, followUpDays: 3000 }, standing: 'outcomeBefore' },
  { what: 'outcome the day after', fate: { onset: 1, followUpDays: 3000 }, standing: 1 },
  { what: 'outcome on the last day of the horizon', fate: { onset: 1826, followUpDays: 3000 }, standing: 1 },
  { what: 'outcome a day too late', fate: { onset: 1827, followUpDays: 3000 }, standing: 0 },
  { what: 'followed to the last day', fate: { followUpDays: 1826 }, standing: 0 },
  { what: 'lost a day before', fate: { followUpDays: 1825 }, standing: 'lostBeforeHorizon' },
  { what: 'died a day before', fate: { followUpDays: 1825, died: true }, standing: 'diedBeforeHorizon' },
  { what: 'outcome, then death', fate: { onset: 400, followUpDays: 500, died: true }, standing: 1 },
] as const)('$what: $standing', ({ fate, standing }) => {
  const { members, excluded } = cohort('diabetes', [person(fate)]);
  const reason = excluded.find(({ rows }) => rows === 1)?.reason;
  expect(members[0]?.label ?? reason).toBe(standing);
});

test('the earliest of several diagnoses is the outcome', () => {
  const history: PersonHistory = {
    ...person({ followUpDays: 3000 }),
    diagnoses: [
      { personId: 1, day: 900, code: 'stroke' },
      { personId: 1, day: 200, code: 'angina' },
      { personId: 1, day: -50, code: 'atrialFibrillation' },
    ],
  };
  expect(outcomeDay('cardiovascular', history)).toBe(200);
});

test('of what comes after day 0 only the outcome and the follow-up decide who is in', () => {
  for (const outcome of outcomes) {
    const codes = outcomeCodes[outcome];
    const future = fc.record({
      observations: observationsBetween(1, 3000),
      diagnoses: diagnosesBetween(1, 3000),
    });
    fc.assert(
      fc.property(pastOnly, future, ({ person, observations, diagnoses }, later) => {
        const onsets = later.diagnoses.filter(({ code }) => codes.includes(code));
        const bare = cohort(outcome, [{ person, observations, diagnoses: [...diagnoses, ...onsets] }]);
        const full = cohort(outcome, [
          {
            person,
            observations: [...observations, ...later.observations],
            diagnoses: [...later.diagnoses, ...diagnoses],
          },
        ]);
        expect(full.members.map(({ label }) => label)).toEqual(bare.members.map(({ label }) => label));
        expect(full.excluded).toEqual(bare.excluded);
      }),
      { numRuns: 200 },
    );
  }
});

/**
 * Aalen–Johansen cumulative incidence at the horizon with death as the competing end, over everyone without the
 * outcome at day 0: the share that a cohort followed to the end would show.
 */
function cumulativeIncidence(outcome: (typeof outcomes)[number]): number {
  const ends = histories
    .map((history) => ({ onset: outcomeDay(outcome, history), person: history.person }))
    .filter(({ onset }) => onset === null || onset > 0)
    .map(({ onset, person }) =>
      onset === null
        ? { day: person.followUpDays, kind: person.died ? 'death' : 'lost' }
        : { day: onset, kind: 'onset' },
    )
    .toSorted((a, b) => a.day - b.day);
  const byDay = Map.groupBy(ends, ({ day }) => day);
  let atRisk = ends.length;
  let free = 1;
  let incidence = 0;
  for (const [day, group] of byDay) {
    if (day > horizonDays) break;
    const onsets = group.filter(({ kind }) => kind === 'onset').length;
    const deaths = group.filter(({ kind }) => kind === 'death').length;
    incidence += (free * onsets) / atRisk;
    free *= 1 - (onsets + deaths) / atRisk;
    atRisk -= group.length;
  }
  return incidence;
}

test('leaving out who was lost raises the risk about 1.4 times: what the limits say', () => {
  for (const outcome of outcomes) {
    const { members, events } = cohort(outcome, histories);
    const ratio = events / members.length / cumulativeIncidence(outcome);
    expect(ratio).toBeGreaterThan(1.35);
    expect(ratio).toBeLessThan(1.45);
  }
});
