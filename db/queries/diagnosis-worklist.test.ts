import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnosisCodes, outcomes, riskBands } from '../schema/diagnosis.ts';
import { madeUpCohort, madeUpRisks } from '../testing/cohort.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type DiagnosisStore, diagnosisStore } from './diagnosis.ts';
import type { StoredRisk, WorklistPage, WorklistQuery } from './diagnosis-records.ts';

const cohort = madeUpCohort(300);
/** Cardiovascular has no model yet. */
const risks = [...madeUpRisks(cohort, 'diabetes', 'd', 1), ...madeUpRisks(cohort, 'hypertension', 'h', 2)];

let test: TestDatabase;
let store: DiagnosisStore;
beforeAll(async () => {
  test = await testDatabase();
  store = diagnosisStore(test.database);
  await store.importCohort(cohort);
  for (const [outcome, artifact] of [
    ['diabetes', 'd'],
    ['hypertension', 'h'],
  ] as const) {
    const own = risks.filter((risk) => risk.outcome === outcome);
    await store.register(
      outcome,
      { artifact, card: {}, risks: own, events: new Map() },
      'The first model.',
      null,
    );
  }
});
afterAll(() => test.remove());

const knownCodes = (id: number): string[] => [
  ...new Set(cohort.diagnoses.filter((row) => row.personId === id && row.day <= 0).map((row) => row.code)),
];

/** The same worklist by going through everyone. */
function bruteForce(query: WorklistQuery): WorklistPage {
  const riskOf = (id: number): StoredRisk | undefined =>
    risks.find((risk) => risk.personId === id && risk.outcome === query.outcome);
  const rank = { risk: 0, alreadyHas: 1, none: 2 };
  const sign = query.direction === 'ascending' ? 1 : -1;
  const matching = cohort.people.filter((person) => {
    const risk = riskOf(person.id);
    const band = risk?.status === 'risk' ? risk.band : risk?.status;
    const codes = knownCodes(person.id);
    return (
      (query.band === undefined || band === query.band) &&
      (query.ageFrom === undefined || person.ageYears >= query.ageFrom) &&
      (query.ageTo === undefined || person.ageYears <= query.ageTo) &&
      (query.sex === undefined || person.male === (query.sex === 'male')) &&
      (query.personId === undefined || person.id === query.personId) &&
      (query.diagnosed ?? []).every((code) => codes.includes(code))
    );
  });
  matching.sort((a, b) => {
    if (query.sort === 'id') return sign * (a.id - b.id);
    if (query.sort === 'age') return sign * (a.ageYears - b.ageYears) || a.id - b.id;
    const [first, second] = [riskOf(a.id), riskOf(b.id)];
    const apart = rank[first?.status ?? 'none'] - rank[second?.status ?? 'none'];
    if (apart !== 0) return apart;
    const nearer =
      first?.status === 'risk' && second?.status === 'risk' ? first.probability - second.probability : 0;
    return sign * nearer || a.id - b.id;
  });
  const from = (query.page - 1) * query.pageSize;
  return {
    total: matching.length,
    rows: matching.slice(from, from + query.pageSize).map((person) => ({
      person,
      risks: risks.filter((risk) => risk.personId === person.id),
      diagnosed: knownCodes(person.id),
    })),
  };
}

/** Risks and codes come in any order. */
function tidy({ total, rows }: WorklistPage) {
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      risks: [...row.risks].sort((a, b) => a.outcome.localeCompare(b.outcome)),
      diagnosed: [...row.diagnosed].sort(),
    })),
  };
}

const query: fc.Arbitrary<WorklistQuery> = fc.record(
  {
    outcome: fc.constantFrom(...outcomes),
    sort: fc.constantFrom('risk', 'age', 'id'),
    direction: fc.constantFrom('ascending', 'descending'),
    page: fc.integer({ min: 1, max: 8 }),
    pageSize: fc.integer({ min: 1, max: 60 }),
    band: fc.constantFrom(...riskBands, 'alreadyHas'),
    ageFrom: fc.integer({ min: 28, max: 40 }),
    ageTo: fc.integer({ min: 30, max: 42 }),
    sex: fc.constantFrom('female', 'male'),
    personId: fc.constantFrom(3, 30, 900, 4, 0),
    diagnosed: fc.array(fc.constantFrom(...diagnosisCodes, 'unknown'), { maxLength: 2 }),
  },
  { requiredKeys: ['outcome', 'sort', 'direction', 'page', 'pageSize'] },
);

describe('worklist', () => {
  it('filters, sorts and pages as going through everyone does', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        expect(tidy(await store.worklist(asked))).toEqual(tidy(bruteForce(asked)));
      }),
      { numRuns: 300 },
    );
  });

  it('shows everyone once over all pages', async () => {
    const seen: number[] = [];
    for (let page = 1; page <= 7; page += 1) {
      const asked = {
        outcome: 'diabetes',
        sort: 'risk',
        direction: 'descending',
        page,
        pageSize: 50,
      } as const;
      seen.push(...(await store.worklist(asked)).rows.map((row) => row.person.id));
    }
    expect(seen.length).toBe(300);
    expect(new Set(seen).size).toBe(300);
  });

  it('finds nobody under a number that no person can have', async () => {
    const asked = { outcome: 'diabetes', sort: 'id', direction: 'ascending', page: 1, pageSize: 5 } as const;
    for (const personId of [2 ** 40, 1.5]) {
      expect(await store.worklist({ ...asked, personId })).toEqual({ total: 0, rows: [] });
    }
  });
});
