import { fraudStore } from '@praxis/db';
import { type TestDatabase, testDatabase } from '@praxis/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { daySeconds, liveDay } from './demo-world.ts';
import { loadPayments } from './history.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.remove());

const now = Date.parse('2026-03-09T12:00:00Z') / 1000;

it('fills the log up to the live day, once, and adds the days that pass', async () => {
  const store = fraudStore(test.database);
  expect(await loadPayments(test.database, now)).toMatch(/^[\d,]+ simulated payments$/);
  const first = await store.span();
  expect(first?.to).toBeLessThan(liveDay(now));
  expect(first?.to).toBeGreaterThan(liveDay(now) - 3_600);
  expect(first?.simulated).toBe(true);
  // Frauds of the last week are not known yet.
  expect(first?.chargebacksUntil).toBeLessThanOrEqual(liveDay(now));
  expect(first?.chargebacksUntil).toBeGreaterThan(liveDay(now) - daySeconds);

  await loadPayments(test.database, now);
  expect(await store.span()).toEqual(first);

  expect(await loadPayments(test.database, now + daySeconds)).toMatch(/ of them new$/);
  const second = await store.span();
  expect(second?.from).toBe(first?.from);
  expect((second?.payments ?? 0) - (first?.payments ?? 0)).toBeGreaterThan(1_000);
  expect(second?.to).toBeGreaterThan(liveDay(now));
  expect((await store.places('terminal', [0, 1])).length).toBe(2);
});
