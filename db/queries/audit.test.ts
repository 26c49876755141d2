import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { audit } from './audit.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.remove());

describe('audit trail', () => {
  it('keeps what was recorded, newest first, in pages', async () => {
    const trail = audit(test.database);
    for (const id of ['1', '2', '3']) {
      await trail.record({
        userId: 'u1',
        role: 'clinician',
        action: 'readPatient',
        subjectType: 'patient',
        subjectIds: [id],
        detail: { outcome: 'diabetes' },
      });
    }
    await trail.record({
      userId: null,
      role: null,
      action: 'signIn',
      subjectType: 'account',
      subjectIds: [],
    });
    const first = await trail.list({ page: 1, pageSize: 3 });
    expect(first.total).toBe(4);
    expect(first.rows.map((row) => row.subjectIds)).toEqual([[], ['3'], ['2']]);
    expect(first.rows[1]).toMatchObject({ userId: 'u1', role: 'clinician', detail: { outcome: 'diabetes' } });
    expect((await trail.list({ page: 2, pageSize: 3 })).rows.map((row) => row.subjectIds)).toEqual([['1']]);
  });

  it.each([
    `update audit_events set action = 'nothing'`,
    'delete from audit_events',
    'delete from audit_events where false',
    'truncate audit_events',
    'truncate promotions',
    `update promotions set reason = 'another'`,
  ])('refuses to forget: %s', async (statement) => {
    await expect(test.database.pool.query(statement)).rejects.toThrow(/never changed or removed/);
    expect((await audit(test.database).list({ page: 1 })).total).toBe(4);
  });

  it('refuses a record that does not say what was done', async () => {
    const nothing = { userId: 'u1', role: 'clinician', action: '', subjectType: 'patient', subjectIds: [] };
    await expect(audit(test.database).record(nothing)).rejects.toThrow();
  });
});
