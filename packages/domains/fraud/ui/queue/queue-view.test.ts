import { expect, test } from 'vitest';
import { alertOf, caseOf } from '../../testing/alerts.ts';
import { freeAlerts, queueRows } from './queue-view.ts';

const me = { id: 'a', name: 'Ana' };
const heldBy = (by: typeof me) => ({ by, until: new Date('2026-03-02T10:10:00Z') });
const ben = { id: 'b', name: 'Ben' };

test('a case of several alerts is one row that opens the first alert nobody else holds', () => {
  const [row] = queueRows([caseOf(alertOf(9, { claim: heldBy(ben) }), alertOf(4), alertOf(6))], me.id);
  expect(row).toMatchObject({ opens: 4, others: ['Ben'], mine: false, free: 2 });
  expect(row.lead.id).toBe(9);
});

test('a case that others hold opens at its greatest loss, to be read', () => {
  const [row] = queueRows([caseOf(alertOf(9, { claim: heldBy(ben) }))], me.id);
  expect(row).toMatchObject({ opens: 9, free: 0 });
});

test('a row keeps its key while new alerts join the case, in front or behind', () => {
  const keyOf = (...ids: number[]) => queueRows([caseOf(...ids.map((id) => alertOf(id)))], me.id)[0].key;
  expect([keyOf(5), keyOf(12, 5), keyOf(5, 13, 12)]).toEqual([5, 5, 5]);
});

test('what comes next is open, not held by others, not left out, case by case', () => {
  const cases = [
    caseOf(alertOf(1, { claim: heldBy(ben) }), alertOf(2, { claim: heldBy(me) })),
    caseOf(alertOf(3), alertOf(4)),
    caseOf(alertOf(5, { verdict: 'fraud' })),
  ];
  expect(freeAlerts(cases, me.id, new Set([3]))).toEqual([2, 4]);
});
