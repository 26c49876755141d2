import { comparePredictions } from '@praxis/core';
import { audit, diagnosisStore, fraudStore, registry } from '@praxis/db';
import { madeUpCohort, madeUpRisks, type TestDatabase, testDatabase } from '@praxis/db/testing';
import { beforeEach, expect, it } from 'vitest';
import { againstFirst } from './against-first.ts';
import { verdictOf } from './comparison.ts';
import { finishedResult, finishedRun } from './testing/finished-run.ts';

const cohort = madeUpCohort(200);
const reader = { id: 'c', role: 'clinician' } as const;
const event = (id: number) => id % 2 === 0;

let test: TestDatabase;

beforeEach(async () => {
  test = await testDatabase();
  const store = diagnosisStore(test.database);
  await store.importCohort(cohort);
  for (const [artifact, seed] of [
    ['x', 1],
    ['y', 2],
  ] as const) {
    const risks = madeUpRisks(cohort, 'diabetes', artifact, seed);
    const events = new Map(cohort.people.map(({ id }) => [id, event(id)]));
    await store.register('diabetes', { artifact, card: {}, risks, events }, `Trained ${artifact}.`, null);
  }
  return () => test.remove();
});

const interval = { value: 0.75, lower: 0.7, upper: 0.8 };
const run = (artifact: string, cohortSha256?: string) => {
  const base = finishedRun(artifact);
  const result = finishedResult(artifact, interval, cohortSha256);
  return { ...base, run: { ...base.run, outcome: 'diabetes' }, result };
};
const stored = () => ({ registry: registry(test.database), audit: audit(test.database) });

/** Held-out scores by person. */
const scores = (artifact: string, seed: number) =>
  new Map(
    madeUpRisks(cohort, 'diabetes', artifact, seed).flatMap((risk) =>
      risk.status === 'risk' && risk.fold !== null ? [[risk.personId, risk.probability]] : [],
    ),
  );

it('the difference is that of a paired test on the people whom both held out, the later run less the first', async () => {
  const [first, second] = await againstFirst(stored(), 'diagnosis', [run('x'), run('y')], reader);
  expect(first?.difference).toBeNull();
  const [x, y] = [scores('x', 1), scores('y', 2)];
  const both = [...x.keys()].filter((id) => y.has(id)).sort((a, b) => a - b);
  const of = (own: ReadonlyMap<number, number>) => Float64Array.from(both, (id) => own.get(id) ?? 0);
  const expected = comparePredictions(
    Uint8Array.from(both, (id) => Number(event(id))),
    of(y),
    of(x),
  );
  expect(second?.difference).toMatchObject({
    rows: both.length,
    auroc: { difference: expected.auroc },
    brier: { difference: expected.brier },
  });
});

it('is audited as a look at two models, by whom and of which outcome', async () => {
  const services = stored();
  await againstFirst(services, 'diagnosis', [run('x'), run('y')], reader);
  const { rows } = await services.audit.list({ page: 1 });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    userId: 'c',
    action: 'training.compare',
    subjectType: 'model',
    subjectIds: ['y', 'x'],
    detail: { vertical: 'diagnosis', outcome: 'diabetes' },
  });
});

it('is not given, and no score is read, where the runs were judged on other rows', async () => {
  const services = stored();
  const found = await againstFirst(services, 'diagnosis', [run('x'), run('y', 'other rows')], reader);
  expect(found.map(({ difference }) => difference)).toEqual([null, null]);
  expect((await services.audit.list({ page: 1 })).total).toBe(0);
});

it('is not given where the scores of one model are gone, and that is said', async () => {
  const [first, gone] = await againstFirst(stored(), 'diagnosis', [run('x'), run('z')], reader);
  if (!first || !gone) throw new Error('a run is lost');
  expect(verdictOf(first, gone)).toBe('scoresGone');
});

it('is of each further run with the first', async () => {
  const found = await againstFirst(stored(), 'diagnosis', [run('x'), run('y'), run('x')], reader);
  expect(found.map(({ difference }) => difference === null)).toEqual([true, false, true]);
});

it('of fraud runs is counted from the payments that both held out, those of a card together', async () => {
  const store = fraudStore(test.database);
  const ids = Array.from({ length: 90 }, (_, place) => place + 1);
  const card = (id: number) => id % 30;
  const payments = ids.map((id) => ({
    id,
    timeSeconds: 1_000_000 + id,
    customer: card(id),
    terminal: 1,
    amountMinor: 100,
  }));
  await store.importHistory(payments, [], { currency: 'EUR', simulated: true });
  const frauds = ids.map((id) => card(id) % 5 === 0);
  const score = (id: number, seed: number) =>
    0.4 + 0.2 * Math.sin(seed * card(id)) + (card(id) % 5 === 0 ? 0.1 * seed : 0);
  for (const [artifact, seed] of [
    ['p', 1],
    ['q', 2],
  ] as const) {
    const heldOut = { transactionIds: ids, probabilities: ids.map((id) => score(id, seed)), frauds };
    await store.register('fraud', { artifact, card: {}, heldOut }, `Trained ${artifact}.`, null);
  }
  const ofFraud = (artifact: string) => {
    const base = run(artifact);
    return { ...base, run: { ...base.run, vertical: 'fraud', outcome: 'fraud' } };
  };
  const analyst = { id: 'n', role: 'analyst' } as const;
  const [, second] = await againstFirst(stored(), 'fraud', [ofFraud('p'), ofFraud('q')], analyst);
  const expected = comparePredictions(
    Uint8Array.from(frauds, Number),
    Float64Array.from(ids, (id) => score(id, 2)),
    Float64Array.from(ids, (id) => score(id, 1)),
    Int32Array.from(ids, card),
  );
  expect(second?.difference).toMatchObject({
    rows: 90,
    events: 18,
    auroc: { difference: expected.auroc },
    brier: { difference: expected.brier },
  });
});
