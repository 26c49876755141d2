import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { madeUpCohort, madeUpRisks } from '../testing/cohort.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type DiagnosisStore, diagnosisStore } from './diagnosis.ts';
import type { CohortFiles, PersonHistory, StoredRisk } from './diagnosis-records.ts';
import { models } from './models.ts';

let test: TestDatabase;
let store: DiagnosisStore;
const cohort = madeUpCohort(200);

async function openStore(): Promise<void> {
  test = await testDatabase();
  store = diagnosisStore(test.database);
}

async function counts(): Promise<unknown> {
  const { rows } = await test.database.pool.query(`
    select (select count(*)::int from people) as people, (select count(*)::int from observations) as observations,
      (select count(*)::int from diagnoses) as diagnoses, (select count(*)::int from cohort_sources) as sources`);
  return rows[0];
}

const none = { people: 0, observations: 0, diagnoses: 0, sources: 0 };
const all = { people: 200, observations: 1000, diagnoses: 600, sources: 2 };

describe('import of the cohort', () => {
  beforeEach(async () => {
    await openStore();
    return () => test.remove();
  });

  it('keeps every row and value', async () => {
    await store.importCohort(cohort);
    expect(await counts()).toEqual(all);
    expect(await store.sources()).toEqual([...cohort.sources].sort((a, b) => (a.file < b.file ? -1 : 1)));
    const expected = [...cohort.people]
      .sort((a, b) => a.id - b.id)
      .map((person) => {
        const own = <T extends { personId: number; day: number }>(rows: readonly T[]) =>
          rows.filter((row) => row.personId === person.id).sort((a, b) => a.day - b.day);
        return { person, observations: own(cohort.observations), diagnoses: own(cohort.diagnoses) };
      });
    expect(await store.histories()).toEqual(expected);
    expect(await store.history(3)).toEqual(expected[0]);
  });

  it('is read in batches as it is read at once, nobody twice', async () => {
    await store.importCohort(madeUpCohort(600));
    const read: PersonHistory[] = [];
    let batches = 0;
    for await (const batch of store.historyBatches()) {
      read.push(...batch);
      batches++;
    }
    expect(batches).toBeGreaterThan(2);
    expect(read).toEqual(await store.histories());
  });

  it('happens once, however many begin it together', async () => {
    await Promise.all(Array.from({ length: 4 }, () => store.importCohort(cohort)));
    expect(await counts()).toEqual(all);
    await store.importCohort({ ...cohort, sources: [...cohort.sources].reverse() });
    expect(await counts()).toEqual(all);
  });

  it('leaves nothing behind when a row is impossible', async () => {
    const stranger = { personId: 1, day: 0, code: 'stroke' as const };
    const broken: CohortFiles = { ...cohort, diagnoses: [...cohort.diagnoses, stranger] };
    await expect(store.importCohort(broken)).rejects.toThrow();
    expect(await counts()).toEqual(none);
  });

  it('leaves nothing behind when its connection dies in the middle, and succeeds afterwards', async () => {
    const { pool } = test.database;
    // The sources come last: an import that waits for their table has written everything else.
    const blocker = await pool.connect();
    await blocker.query('begin');
    await blocker.query('lock table cohort_sources in share mode');
    const died = store.importCohort(cohort).then(
      () => 'finished',
      () => 'died',
    );
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'cohort_sources'`;
    let pids: { pid: number }[] = [];
    while (pids.length === 0) pids = (await pool.query(waiting)).rows;
    await pool.query('select pg_terminate_backend($1)', [pids[0]?.pid]);
    expect(await died).toBe('died');
    await blocker.query('rollback');
    blocker.release();
    expect(await counts()).toEqual(none);
    await store.importCohort(cohort);
    expect(await counts()).toEqual(all);
  });

  it('refuses another cohort and keeps the first', async () => {
    await store.importCohort(cohort);
    await expect(store.importCohort(madeUpCohort(10, 5))).rejects.toMatchObject({ code: 'cohortDiffers' });
    expect(await counts()).toEqual(all);
  });
});

describe('scores', () => {
  beforeAll(async () => {
    await openStore();
    await store.importCohort(cohort);
  });
  afterAll(() => test.remove());

  const byPerson = (risks: readonly StoredRisk[]) => [...risks].sort((a, b) => a.personId - b.personId);

  async function stored(outcome: string): Promise<StoredRisk[]> {
    const lists = await Promise.all(cohort.people.map((person) => store.risks(person.id)));
    return byPerson(lists.flat().filter((risk) => risk.outcome === outcome));
  }

  it('have no champion before the first promotion', async () => {
    expect(await store.champion('diabetes')).toBeNull();
    expect(await store.risks(3)).toEqual([]);
  });

  const register = (
    outcome: StoredRisk['outcome'],
    artifact: string,
    risks: readonly StoredRisk[],
    reason: string,
    damaged: string | null = null,
  ) => store.register(outcome, { artifact, card: {}, risks, events: new Map() }, reason, damaged);

  it('are read of the champion alone, and a model that follows a damaged one serves at once', async () => {
    const first = madeUpRisks(cohort, 'diabetes', 'first', 1);
    const second = madeUpRisks(cohort, 'diabetes', 'second', 2);
    const other = madeUpRisks(cohort, 'hypertension', 'other', 3);
    expect(await register('diabetes', 'first', first, 'The first model.')).toBe('champion');
    expect(await register('hypertension', 'other', other, 'The first model.')).toBe('champion');
    expect(await stored('diabetes')).toEqual(byPerson(first));
    expect(await register('diabetes', 'second', second, 'Trained again.')).toBe('challenger');
    expect(await stored('diabetes')).toEqual(byPerson(first));
    expect(await register('diabetes', 'second', second, 'The champion is damaged.', 'first')).toBe(
      'champion',
    );
    expect(await stored('diabetes')).toEqual(byPerson(second));
    expect(await stored('hypertension')).toEqual(byPerson(other));
    expect(await store.champion('diabetes')).toBe('second');
    expect(await store.champion('hypertension')).toBe('other');
    const decisions = await models(test.database).decisions({ vertical: 'diagnosis', outcome: 'diabetes' });
    expect(decisions.map(({ kind, artifact, previous, by }) => [kind, artifact, previous, by])).toEqual([
      ['promoted', 'second', 'first', null],
      ['registered', 'second', 'first', null],
      ['promoted', 'first', null, null],
    ]);
  });

  it('from before reasons were kept say of whom the ranges of single values made the model unsure', async () => {
    const { pool } = test.database;
    const kept = await stored('hypertension');
    await pool.query(
      `update risks set abstains = null, unusual = null where outcome = 'hypertension' and not trusted`,
    );
    const without = kept.map((risk) =>
      risk.status === 'risk' && risk.abstains !== null
        ? { ...risk, abstains: { reason: 'outsideRange' as const, unusual: [] } }
        : risk,
    );
    expect(without).not.toEqual(kept);
    expect(await stored('hypertension')).toEqual(without);
  });

  it('stay as they were when one of the new ones is impossible', async () => {
    const before = await stored('diabetes');
    const [scored] = madeUpRisks(cohort, 'diabetes', 'third').filter((risk) => risk.status === 'risk');
    if (scored?.status !== 'risk') throw new Error('No risk was made up.');
    for (const wrong of [
      { ...scored, probability: 1.2 },
      { ...scored, lower: 0.9, upper: 0.1 },
      { ...scored, personId: 1 },
    ]) {
      await expect(register('diabetes', 'third', [wrong], 'Wrong.')).rejects.toThrow();
    }
    await expect(register('diabetes', 'fourth', [scored], 'Of another model.')).rejects.toThrow();
    expect(await stored('diabetes')).toEqual(before);
    expect(await store.champion('diabetes')).toBe('second');
  });

  it('of a model cannot serve another outcome', async () => {
    await expect(register('hypertension', 'second', [], 'Mistaken.')).rejects.toThrow();
    expect(await store.champion('hypertension')).toBe('other');
  });

  it('of people who do not exist are none, whatever is asked', async () => {
    for (const id of [1, 0, -1, 1.5, 2 ** 40, Number.NaN]) {
      expect(await store.risks(id)).toEqual([]);
      expect(await store.history(id)).toBeNull();
    }
  });
});
