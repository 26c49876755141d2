import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type FraudStore, fraudStore } from './fraud.ts';
import type { DecidedPayment, Transaction } from './fraud-records.ts';
import { registry } from './registry.ts';

let test: TestDatabase;
let store: FraudStore;
beforeAll(async () => {
  test = await testDatabase();
  store = fraudStore(test.database);
});
afterAll(() => test.remove());

const start = Date.parse('2026-03-01T00:00:00Z') / 1000;
const payment = (id: number, minutes: number, given: Partial<Transaction> = {}): Transaction => ({
  id,
  timeSeconds: start + minutes * 60,
  customer: 1,
  terminal: 10,
  amountMinor: 1_234,
  ...given,
});

const decided = (
  transaction: Transaction,
  given: Partial<DecidedPayment['decision']> = {},
): DecidedPayment => ({
  transaction,
  currency: 'EUR',
  simulated: true,
  decision: {
    transactionId: transaction.id,
    idempotencyKey: `key-${transaction.id}`,
    requestSha256: '0'.repeat(64),
    answer: 'approve',
    score: null,
    expectedLossMinor: 0,
    model: null,
    failure: 'modelMissing',
    rules: [],
    reasons: [],
    ...given,
  },
});

const nothing = { transactionIds: [], idempotencyKeys: [] };
const beginning = { transaction: 0, label: 0 };
const ana = { id: 'a', name: 'Ana' };
const ben = { id: 'b', name: 'Ben' };

describe('the log of payments', () => {
  it('gives history back in its order, and says what span it covers', async () => {
    expect(await store.span()).toBeNull();
    const history = [payment(1, 0), payment(2, 1, { customer: 2 }), payment(3, 2)];
    const known = { transactionId: 3, fraud: true, source: 'chargeback', scenario: 'terminal' } as const;
    const label = { ...known, knownAtSeconds: start + 86_400 };
    await store.importHistory(history, [label], { currency: 'EUR', simulated: true });
    const tail = await store.tail(beginning, 100);
    expect(tail.transactions).toEqual(history);
    expect(tail.labels).toEqual([{ ...label, customer: 1, terminal: 10, timeSeconds: start + 120 }]);
    expect(await store.positionAt(start + 60)).toEqual({
      transaction: tail.position.transaction - 1,
      label: 0,
    });
    expect(await store.span()).toEqual({
      payments: 3,
      from: start,
      to: start + 120,
      simulated: true,
      chargebacksUntil: label.knownAtSeconds,
    });
    expect((await store.tail(tail.position, 100)).transactions).toEqual([]);
  });

  it('refuses history that repeats a payment, whole', async () => {
    const again = store.importHistory([payment(90, 3), payment(1, 4)], [], {
      currency: 'EUR',
      simulated: true,
    });
    await expect(again).rejects.toThrow();
    expect((await store.span())?.payments).toBe(3);
  });

  it('shows a batch what others added since, and lets nobody come between', async () => {
    const before = (await store.tail(beginning, 100)).position;
    const seen: number[][] = [];
    await Promise.all(
      [11, 12, 13].map((id) =>
        store.append(before, nothing, async ({ transactions }) => {
          seen.push(transactions.map((row) => row.id));
          return [decided(payment(id, 10 + id))];
        }),
      ),
    );
    expect(seen.map((ids) => ids.length).sort()).toEqual([0, 1, 2]);
    expect((await store.tail(before, 100)).transactions).toHaveLength(3);
  });

  it('finds what was decided by the payment’s id and by the caller’s key', async () => {
    const found = await store.decisions({ transactionIds: [11], idempotencyKeys: ['key-12'] });
    expect(found.map((row) => row.transactionId).sort()).toEqual([11, 12]);
    const position = (await store.tail(beginning, 100)).position;
    await store.append(
      position,
      { transactionIds: [1, 13, 99], idempotencyKeys: ["it's \\ a key", 'key-12'] },
      async ({ transactions }, known, recorded) => {
        expect(transactions).toEqual([]);
        expect(known.map((row) => row.transactionId).sort()).toEqual([12, 13]);
        // The first is history: nobody decided it.
        expect([...recorded].sort()).toEqual([1, 13]);
        return [];
      },
    );
  });

  it('stores nothing of a batch that fails', async () => {
    const position = (await store.tail(beginning, 100)).position;
    const failing = store.append(position, nothing, async () => [
      decided(payment(50, 60)),
      decided(payment(1, 61)),
    ]);
    await expect(failing).rejects.toThrow();
    expect(await store.decisions({ transactionIds: [50], idempotencyKeys: [] })).toEqual([]);
  });

  it('shows a card’s past, newest first, up to a moment, with what is known of it', async () => {
    await store.addLabels([
      { transactionId: 1, fraud: true, source: 'verdict', scenario: null, knownAtSeconds: start + 600 },
      { transactionId: 1, fraud: null, source: 'verdict', scenario: null, knownAtSeconds: start + 660 },
    ]);
    const past = await store.past({ customer: 1 }, start + 120, 10);
    expect(past.map(({ transaction, fraud }) => [transaction.id, fraud])).toEqual([
      [3, true],
      [1, null],
    ]);
  });
});

it('keeps places by kind, and moves one that is set again', async () => {
  await store.setPlaces('terminal', [
    { id: 10, x: 1, y: 2 },
    { id: 11, x: 3, y: 4 },
  ]);
  await store.setPlaces('terminal', [{ id: 10, x: 5.5, y: 6 }]);
  await store.setPlaces('customer', [{ id: 11, x: 9, y: 9 }]);
  expect(await store.places('terminal', [10, 11, 12])).toEqual([
    { id: 10, x: 5.5, y: 6 },
    { id: 11, x: 3, y: 4 },
  ]);
});

it('takes models in: the first serves, the next is a challenger until people decide', async () => {
  const [first, second] = ['a', 'b'].map((letter) => ({
    artifact: letter.repeat(64),
    card: {},
    heldOut: { transactionIds: [], probabilities: [], frauds: [] },
  }));
  expect(await store.register('fraud', first, 'first', null)).toBe('champion');
  expect(await store.register('fraud', second, 'again', null)).toBe('challenger');
  expect(await store.champion('fraud')).toBe(first.artifact);
  const purpose = { vertical: 'fraud', outcome: 'fraud' };
  const decisions = registry(test.database);
  expect((await decisions.state(purpose)).challengers).toEqual([second.artifact]);
  const [adam, nia] = ['Adam', 'Nia'].map((name) => ({ id: name, name, role: 'analyst' }));
  expect(await decisions.propose(purpose, second.artifact, adam, 'better')).toEqual({ ok: true });
  const proposal = (await decisions.state(purpose)).proposal?.id ?? 0;
  expect(await decisions.answer(purpose, proposal, 'declined', nia, 'not yet')).toEqual({ ok: true });
  expect((await decisions.state(purpose)).challengers).toEqual([]);
  expect(await store.register('fraud', second, 'trained once more', null)).toBe('challenger');
  expect((await decisions.state(purpose)).challengers).toEqual([second.artifact]);
});

describe('alerts', () => {
  const openAlerts = async () => store.alerts((await store.open()).map(({ id }) => id));
  const alertOf = async (transactionId: number) => {
    const alert = (await openAlerts()).find(({ transaction }) => transaction.id === transactionId);
    if (!alert) throw new Error(`no open alert on ${transactionId}`);
    return alert;
  };
  beforeAll(async () => {
    const position = (await store.tail(beginning, 100)).position;
    await store.append(position, nothing, async () => [
      decided(payment(20, 100), { answer: 'review', expectedLossMinor: 500 }),
      decided(payment(21, 101), { answer: 'decline', expectedLossMinor: 9_000 }),
      decided(payment(22, 102)),
    ]);
  });

  it('open for everything that is not approved, the greatest expected loss first', async () => {
    expect((await openAlerts()).map(({ transaction }) => transaction.id)).toEqual([21, 20]);
    expect((await store.open()).map(({ expectedLossMinor }) => expectedLossMinor)).toEqual([9_000, 500]);
  });

  it('are held by one person at a time, whoever asks at the same moment', async () => {
    const { id } = await alertOf(21);
    const answers = await Promise.all([store.claim(id, ana), store.claim(id, ben)]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.find((answer) => answer !== null)).toMatchObject({ code: 'heldByOther' });
  });

  it('are let go when their holder takes another, and when the claim has run out', async () => {
    const [first, second] = [await alertOf(20), await alertOf(21)];
    const holder = second.claim?.by.id === ana.id ? ana : ben;
    const other = holder === ana ? ben : ana;
    expect(await store.claim(first.id, holder)).toBeNull();
    expect(await store.claim(second.id, other)).toBeNull();
    await test.database.pool.query(
      `update fraud_alerts set claimed_until = now() - interval '1 second' where id = $1`,
      [second.id],
    );
    expect((await alertOf(21)).claim).toBeNull();
    expect(await store.claim(second.id, holder)).toBeNull();
  });

  it('close with a verdict that the next decision knows, and say who closed them', async () => {
    const { id } = await alertOf(21);
    const before = (await store.tail(beginning, 100)).position;
    const holder = (await store.alert(id))?.claim?.by.id === ana.id ? ana : ben;
    const other = holder === ana ? ben : ana;
    const verdict = { verdict: 'fraud', reason: 'customerDenies', note: null } as const;
    expect(await store.decide(id, other, verdict)).toMatchObject({ code: 'heldByOther', by: holder.name });
    expect(await store.decide(id, holder, verdict)).toBeNull();
    expect(await store.decide(id, other, verdict)).toEqual({
      code: 'closedAlready',
      verdict: 'fraud',
      by: holder.name,
    });
    const clock = start + 102 * 60;
    expect((await store.tail(before, 100)).labels).toMatchObject([
      { transactionId: 21, fraud: true, source: 'verdict', scenario: null, knownAtSeconds: clock },
    ]);
    expect(await store.closed(10)).toEqual([{ id, reasons: [] }]);
    expect((await store.alert(id))?.verdict).toBe('fraud');
  });

  it('open again for whoever closed them, and for nobody else', async () => {
    const [closed] = await store.closed(10);
    if (!closed) throw new Error('nothing was closed');
    const by = (await store.reviews(closed.id)).find(({ event }) => event === 'fraud')?.by;
    if (!by) throw new Error('no verdict was kept');
    const other = by.id === ana.id ? ben : ana;
    expect(await store.undo(closed.id, other)).toEqual({ code: 'notYours' });
    expect(await store.undo(closed.id, by)).toBeNull();
    expect(await store.undo(closed.id, by)).toEqual({ code: 'notClosed' });
    expect((await store.alert(closed.id))?.claim?.by).toEqual(by);
    const [last] = await store.past({ customer: 1 }, start + 101 * 60, 1);
    expect(last).toMatchObject({ answer: 'decline', fraud: null, source: 'verdict' });
  });

  it('keep everything that was done, in order', async () => {
    const { id } = await alertOf(21);
    expect(await store.note(id, ana, 'called the bank')).toBeNull();
    expect(await store.note(999, ana, 'nobody')).toEqual({ code: 'unknownAlert' });
    const events = (await store.reviews(id)).map(({ event }) => event);
    expect(events.slice(-4)).toEqual(['claimed', 'fraud', 'undone', 'note']);
    await expect(test.database.pool.query('delete from fraud_reviews')).rejects.toThrow(/never changed/);
  });

  it('stay with their holder without another line in the record, and are recorded as let go where another is taken', async () => {
    const [first, second] = [await alertOf(20), await alertOf(21)];
    const cleo = { id: 'c', name: 'Cleo' };
    await test.database.pool.query(
      'update fraud_alerts set claimed_by = null, claimed_name = null, claimed_until = null',
    );
    const before = { first: await store.reviews(first.id), second: await store.reviews(second.id) };
    const added = async (of: typeof first, earlier: readonly unknown[]) =>
      (await store.reviews(of.id)).slice(earlier.length).map(({ event, by }) => [event, by.id]);
    for (let time = 0; time < 3; time++) expect(await store.claim(first.id, cleo)).toBeNull();
    expect(await added(first, before.first)).toEqual([['claimed', 'c']]);
    expect(await store.claim(second.id, cleo)).toBeNull();
    expect(await store.claim(second.id, cleo)).toBeNull();
    expect(await added(first, before.first)).toEqual([
      ['claimed', 'c'],
      ['released', 'c'],
    ]);
    expect(await added(second, before.second)).toEqual([['claimed', 'c']]);
    // A claim that has run out is not one that its holder let go.
    await test.database.pool.query(
      `update fraud_alerts set claimed_until = now() - interval '1 second' where claimed_by is not null`,
    );
    expect(await store.claim(first.id, cleo)).toBeNull();
    expect(await added(second, before.second)).toEqual([['claimed', 'c']]);
    expect(await added(first, before.first)).toHaveLength(3);
  });

  it('give back with a verdict what a chargeback had said, and leave nobody with two alerts', async () => {
    const [first, second] = [await alertOf(20), await alertOf(21)];
    const dan = { id: 'd', name: 'Dan' };
    await test.database.pool.query(
      'update fraud_alerts set claimed_by = null, claimed_name = null, claimed_until = null',
    );
    await store.addLabels([
      {
        transactionId: 20,
        fraud: true,
        source: 'chargeback',
        scenario: 'card',
        knownAtSeconds: start + 9_000,
      },
    ]);
    const before = (await store.tail(beginning, 100)).position;
    expect(
      await store.decide(first.id, dan, { verdict: 'genuine', reason: 'travel', note: null }),
    ).toBeNull();
    expect(await store.claim(second.id, dan)).toBeNull();
    expect(await store.undo(first.id, dan)).toBeNull();
    expect((await store.open()).filter(({ heldBy }) => heldBy?.id === 'd').map(({ id }) => id)).toEqual([
      first.id,
    ]);
    expect((await store.tail(before, 100)).labels).toMatchObject([
      { transactionId: 20, fraud: false, source: 'verdict' },
      { transactionId: 20, fraud: null, source: 'verdict' },
      {
        transactionId: 20,
        fraud: true,
        source: 'chargeback',
        scenario: 'card',
        knownAtSeconds: start + 9_000,
      },
    ]);
  });

  it('show what people have called fraud on the same card and terminal by now, without chargebacks and themselves', async () => {
    const own = payment(22, 102);
    expect(await store.confirmed(own, start)).toEqual({ card: 0, terminal: 0 });
    const label = { transactionId: 21, fraud: true, source: 'verdict', scenario: null } as const;
    await store.addLabels([{ ...label, knownAtSeconds: start + 9_000 }]);
    expect(await store.confirmed(own, start)).toEqual({ card: 1, terminal: 1 });
    expect(await store.confirmed({ ...own, customer: 77 }, start)).toEqual({ card: 0, terminal: 1 });
    expect(await store.confirmed({ ...own, id: 21 }, start)).toEqual({ card: 0, terminal: 0 });
    expect(await store.confirmed(own, start + 101 * 60)).toEqual({ card: 0, terminal: 0 });
    await store.addLabels([{ ...label, fraud: null, knownAtSeconds: start + 9_001 }]);
    expect(await store.confirmed(own, start)).toEqual({ card: 0, terminal: 0 });
  });
});
