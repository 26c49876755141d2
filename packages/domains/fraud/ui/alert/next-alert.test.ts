import { expect, test } from 'vitest';
import { alertOf, caseOf } from '../../testing/alerts.ts';
import { type Given, startingAt } from './desk-state.ts';
import { alertsAhead } from './next-alert.ts';

const cases = [caseOf(alertOf(1), alertOf(2)), caseOf(alertOf(3)), caseOf(alertOf(4))];
const givenOn = (alertId: number): Given => ({ alertId, verdict: 'fraud', reason: 'cardLeaked', note: null });

test('the rest of the queue follows in its order, without what was decided though the server has not heard it', () => {
  const state = { ...startingAt(1), given: [givenOn(3)] };
  expect(alertsAhead(cases, 'a', state)).toEqual([2, 4]);
});

test('what was left for later comes back after everything else, in the order in which it was left', () => {
  const state = { ...startingAt(4), skipped: [3, 1] };
  expect(alertsAhead(cases, 'a', state)).toEqual([2, 3, 1]);
});
