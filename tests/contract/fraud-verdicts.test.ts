/** What a verdict changes: the very next decision on its card and terminal, and the labels of the next training. */
import { type FraudStore, fraudStore } from '@praxis/db';
import { type TestDatabase, testDatabase } from '@praxis/db/testing';
import {
  createTriageService,
  type DecisionDesk,
  defaultPolicy,
  openDecisionDesk,
  type TriageService,
  type Verdict,
} from '@praxis/fraud/service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logRows } from '../../packages/domains/fraud/pipeline/log-rows.ts';

const daySeconds = 86_400;
const start = Date.parse('2026-03-01T09:00:00Z') / 1000;
const ana = { id: 'a', name: 'Ana' };

let held: TestDatabase;
let store: FraudStore;
let triage: TriageService;
let desk: DecisionDesk;
let payments = 0;

beforeAll(async () => {
  held = await testDatabase();
  store = fraudStore(held.database);
  triage = createTriageService(store);
  desk = openDecisionDesk({
    log: store,
    // Without a model every payment is reviewed: each opens an alert.
    model: async () => null,
    policy: defaultPolicy,
    nowSeconds: () => start + 60 * daySeconds,
  });
});
afterAll(() => held.remove());

/** Decides a payment and gives the alert that it opened. */
async function paid(customer: number, terminal: number, days: number) {
  payments++;
  const outcome = await desk.decide(
    {
      transactionId: payments,
      time: new Date((start + days * daySeconds) * 1000).toISOString(),
      customer,
      terminal,
      amountMinor: 5_000,
      currency: 'EUR',
      simulated: true,
    },
    null,
  );
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { transactionId, answer, rules } = outcome.value.decision;
  const alerts = await store.alerts((await store.open()).map(({ id }) => id));
  const alert = alerts.find(({ transaction }) => transaction.id === transactionId);
  if (!alert) throw new Error(`payment ${transactionId} opened no alert`);
  return { id: alert.id, transactionId, answer, rules };
}

const say = async (alertId: number, verdict: Verdict) => {
  const reason = verdict === 'fraud' ? 'customerDenies' : 'customerConfirms';
  expect(await triage.decide(alertId, ana, { verdict, reason, note: null })).toBeNull();
};

const asks = (rules: unknown, rule: string) =>
  expect(rules).toContainEqual(
    expect.objectContaining({ rule, asks: expect.stringMatching(/decline|review/) }),
  );

test('the next payment of the card is declined and the next at the terminal reviewed, and both alerts say why', async () => {
  const [first, second] = [await paid(1, 100, 0), await paid(2, 100, 0.01)];
  await say(first.id, 'fraud');
  const ofCard = await paid(1, 200, 0.02);
  expect(ofCard.answer).toBe('decline');
  asks(ofCard.rules, 'cardConfirmed');
  expect((await triage.review(ofCard.id))?.confirmed).toEqual({ card: 1, terminal: 0 });
  await say(second.id, 'fraud');
  const atTerminal = await paid(3, 100, 0.03);
  asks(atTerminal.rules, 'terminalConfirmed');
  const review = await triage.review(atTerminal.id);
  expect(review?.confirmed).toEqual({ card: 0, terminal: 2 });
  expect(review?.terminal.filter(({ fraud }) => fraud).map(({ transaction }) => transaction.id)).toEqual([
    second.transactionId,
    first.transactionId,
  ]);
  // Taken back, it counts no more.
  expect(await triage.undo(first.id, ana)).toBeNull();
  expect((await paid(1, 300, 0.04)).answer).toBe('review');
});

test('a verdict is the label of its row in the next training, until it is taken back', async () => {
  const alert = await paid(11, 1_100, 1);
  const genuine = await paid(12, 1_200, 1.01);
  // A payment's truth counts as known a week later.
  await paid(13, 1_300, 9);
  const labels = async () => {
    const rows = await logRows(store, 28, new AbortController().signal);
    const labelOf = (customer: number) => rows.labels[rows.customers.indexOf(customer)];
    return { alert: labelOf(11), genuine: labelOf(12), sha256: rows.sha256 };
  };
  await store.addLabels([
    {
      transactionId: genuine.transactionId,
      fraud: true,
      source: 'chargeback',
      scenario: null,
      knownAtSeconds: start + 8 * daySeconds,
    },
  ]);
  const before = await labels();
  expect(before).toMatchObject({ alert: 0, genuine: 1 });
  await say(alert.id, 'fraud');
  await say(genuine.id, 'genuine');
  const after = await labels();
  expect(after).toMatchObject({ alert: 1, genuine: 0 });
  expect(after.sha256).not.toBe(before.sha256);
  for (const { id } of [alert, genuine]) expect(await triage.undo(id, ana)).toBeNull();
  expect(await labels()).toEqual(before);
});
