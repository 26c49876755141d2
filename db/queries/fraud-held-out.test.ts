import { beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type FraudStore, fraudStore } from './fraud.ts';
import { type Registry, registry } from './registry.ts';

const purpose = { vertical: 'fraud', outcome: 'fraud' } as const;
const administrator = { id: 'a', name: 'Ada', role: 'administrator' };
const analyst = { id: 'n', name: 'Nia', role: 'analyst' };
const start = Date.parse('2026-03-01T00:00:00Z') / 1000;

let test: TestDatabase;
let store: FraudStore;
let decisions: Registry;

beforeEach(async () => {
  test = await testDatabase();
  store = fraudStore(test.database);
  decisions = registry(test.database);
  const payments = [1, 2, 3, 4].map((id) => ({
    id,
    timeSeconds: start - id * 60,
    customer: 100 + (id % 2),
    terminal: 10,
    amountMinor: id * 1_000,
  }));
  const known = { transactionId: 3, fraud: true, knownAtSeconds: start };
  await store.importHistory(
    payments.toReversed(),
    [
      { ...known, source: 'chargeback', scenario: 'terminal' },
      // What a person says later knows no scenario, and does not take it away.
      { ...known, source: 'verdict', scenario: null },
    ],
    { currency: 'EUR', simulated: true },
  );
  return () => test.remove();
});

/** Registers a model that held out the payments of the ids given, the third of which is the fraud. */
const trained = (artifact: string, scores: Readonly<Record<number, number>>) => {
  const transactionIds = Object.keys(scores).map(Number);
  const heldOut = {
    transactionIds,
    probabilities: Object.values(scores),
    frauds: transactionIds.map((id) => id === 3),
  };
  return store.register('fraud', { artifact, card: {}, heldOut }, `Trained ${artifact}.`, null);
};

it('a model’s held-out scores come back with their payments, in the order of time, a fraud with its scenario', async () => {
  await trained('first', { 1: 0.1, 3: 0.9 });
  const common = { customer: 101, currency: 'EUR', simulated: true };
  expect(await store.heldOut('first')).toEqual([
    {
      ...common,
      timeSeconds: start - 180,
      amountMinor: 3_000,
      probability: 0.9,
      fraud: true,
      scenario: 'terminal',
    },
    {
      ...common,
      timeSeconds: start - 60,
      amountMinor: 1_000,
      probability: 0.1,
      fraud: false,
      scenario: null,
    },
  ]);
  expect(await store.heldOut('another')).toEqual([]);
});

it('a model that is trained again has its newest scores alone', async () => {
  await trained('first', { 1: 0.1, 3: 0.9 });
  await trained('first', { 2: 0.2 });
  expect((await store.heldOut('first')).map(({ probability }) => probability)).toEqual([0.2]);
});

it('a score of no payment stores nothing of the model', async () => {
  await expect(trained('first', { 1: 0.1, 99: 0.5 })).rejects.toThrow();
  expect(await store.champion('fraud')).toBeNull();
  expect(await store.heldOut('first')).toEqual([]);
});

it('two models are compared on the payments that both held out, with the cards these belong to', async () => {
  await trained('first', { 1: 0.1, 2: 0.2, 3: 0.9 });
  await trained('second', { 2: 0.3, 3: 0.8, 4: 0.4 });
  expect(await decisions.paired(purpose, 'second', 'first')).toEqual({
    events: [false, true],
    first: [0.3, 0.8],
    second: [0.2, 0.9],
    groups: [100, 101],
  });
});

it('a declined challenger loses its scores; one that takes over keeps those of the champion before it', async () => {
  const answered = async (artifact: string, answer: 'approved' | 'declined') => {
    expect(await decisions.propose(purpose, artifact, administrator, 'Fresher.')).toEqual({ ok: true });
    const proposal = (await decisions.state(purpose)).proposal?.id ?? 0;
    expect(await decisions.answer(purpose, proposal, answer, analyst, 'So be it.')).toEqual({ ok: true });
  };
  const kept = async (artifact: string) => (await store.heldOut(artifact)).length;
  for (const artifact of ['first', 'second', 'third', 'fourth']) await trained(artifact, { 1: 0.1, 3: 0.9 });
  await answered('second', 'declined');
  expect([await kept('first'), await kept('second')]).toEqual([2, 0]);
  await answered('third', 'approved');
  expect([await kept('first'), await kept('third')]).toEqual([2, 2]);
  await answered('fourth', 'approved');
  expect([await kept('first'), await kept('third'), await kept('fourth')]).toEqual([0, 2, 2]);
});
