import { expect, test } from 'vitest';
import { alertOf, caseOf, pastPayment, reviewOf } from '../testing/alerts.ts';
import { givenVerdict, nothingGiven, queueBody, reviewBody } from './protocol.ts';

const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const held = { by: { id: 'a', name: 'Ana' }, until: new Date('2026-03-02T10:10:00Z') };

test('an alert’s screen is the same after its journey', () => {
  const alert = alertOf(3, {
    claim: held,
    rules: [{ rule: 'manyPayments', asks: 'review', found: 9, from: 8 }],
  });
  const review = reviewOf(alert, {
    together: [alertOf(4, { score: null, failure: 'modelLate', model: null, reasons: [] })],
    terminal: [pastPayment(1, 60, 100, { answer: 'decline', score: 0.9, fraud: true, source: 'verdict' })],
    terminals: [{ id: 70, x: 1.5, y: 2 }],
    home: { id: 7, x: 3, y: 4 },
    similar: [{ alert: alertOf(5, { verdict: 'fraud', closedAt: held.until }), similarity: 0.9 }],
    reviews: [{ id: 1, event: 'note', reason: null, note: 'called', by: held.by, at: held.until }],
  });
  expect(reviewBody.parse(travelled(review))).toEqual(review);
});

test('the queue is the same after its journey', () => {
  const view = { cases: [caseOf(alertOf(1, { claim: held }), alertOf(2))], caseCount: 60, alertCount: 75 };
  expect(queueBody.parse(travelled(view))).toEqual(view);
});

test('a request with anything else in it is refused', () => {
  expect(nothingGiven.safeParse({ by: 'Ben' }).success).toBe(false);
  const given = { verdict: 'fraud', reason: 'cardLeaked', note: null };
  expect(givenVerdict.safeParse(given).success).toBe(true);
  expect(givenVerdict.safeParse({ ...given, verdict: 'maybe' }).success).toBe(false);
  expect(givenVerdict.safeParse({ ...given, by: 'Ben' }).success).toBe(false);
});
