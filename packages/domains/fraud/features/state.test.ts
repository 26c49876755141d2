import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelledTransaction, Transaction } from '../data/records.ts';
import { features } from './definitions.ts';
import { SnapshotError } from './snapshot.ts';
import { FeatureState } from './state.ts';
import { daySeconds, hourSeconds, labelDelaySeconds, latenessSeconds, replaySeconds } from './windows.ts';

const day = daySeconds;
/** A Sunday: 2018-04-01. */
const start = Date.UTC(2018, 3, 1) / 1000;

const payment = (id: number, timeSeconds: number, rest: Partial<Transaction> = {}): Transaction => ({
  id,
  timeSeconds: start + timeSeconds,
  customer: 1,
  terminal: 1,
  amountMinor: 1000,
  ...rest,
});

function observe(state: FeatureState, transaction: Transaction): Record<string, number> {
  const row = new Float64Array(features.length);
  expect(state.observe(transaction, row)).toBe('observed');
  return Object.fromEntries(features.map(({ name }, column) => [name, row[column]]));
}

/** Payments of few customers at few terminals over three months, so that every window fills and empties. */
const history: fc.Arbitrary<readonly LabelledTransaction[]> = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: day }),
      customer: fc.integer({ min: 0, max: 2 }),
      terminal: fc.integer({ min: 0, max: 3 }),
      amountMinor: fc.integer({ min: 0, max: 50_000 }),
      fraud: fc.boolean(),
    }),
    { minLength: 20, maxLength: 150 },
  )
  .map((steps) => {
    let timeSeconds = start;
    return steps.map(({ after, ...rest }, id) => {
      timeSeconds += after;
      return { id, timeSeconds, scenario: null, ...rest };
    });
  });

/** Rows as they are given one after the other; each label is told at once, the state has to hold it back. */
function rowsOf(transactions: readonly LabelledTransaction[], state = new FeatureState()): Float64Array[] {
  return transactions.map((transaction) => {
    const row = new Float64Array(features.length);
    state.observe(transaction, row);
    if (transaction.fraud) state.learnLabel(transaction.id, true, transaction.timeSeconds);
    return row;
  });
}

test('every feature has a name of its own, and every column of a row is written', () => {
  expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
  const row = new Float64Array(features.length + 1).fill(-7);
  new FeatureState().observe(payment(1, 0), row);
  expect([...row].indexOf(-7)).toBe(features.length);
});

test('worked by hand: counts, sums and means of a window hold (now − span, now], the present payment included', () => {
  const state = new FeatureState();
  observe(state, payment(1, 0, { amountMinor: 4000 }));
  observe(state, payment(2, 1, { amountMinor: 2000, terminal: 2 }));
  expect(observe(state, payment(3, day, { amountMinor: 1500 }))).toMatchObject({
    amount: 15,
    weekend: 0,
    night: 1,
    hour: 0,
    // The payment exactly a day ago has left the day's window; that of a second later is in it.
    customerCount1Day: 2,
    customerSum1Day: 35,
    customerMean1Day: 17.5,
    customerCount7Days: 3,
    customerMean7Days: 25,
    customerCount1Hour: 1,
    customerTerminals1Day: 2,
    customerTerminals7Days: 2,
    pairCount1Day: 1,
    pairCount7Days: 2,
    pairMean7Days: 27.5,
    pairHoursSinceLast: 24,
    terminalCount1Day: 1,
    terminalCount7Days: 2,
    // Upper median of 20 and 40.
    usualAmount: 40,
    ratioToUsual: 0.375,
    ratioToCustomerMean30Days: 0.5,
    ratioToCustomerMaximum30Days: 0.375,
  });
});

test('worked by hand: night is hours 0 to 6, the weekend Saturday and Sunday', () => {
  const state = new FeatureState();
  const at = (id: number, time: number) => observe(state, payment(id, time));
  expect(at(1, 7 * hourSeconds - 1)).toMatchObject({ night: 1, weekend: 1 });
  expect(at(2, 7 * hourSeconds)).toMatchObject({ night: 0, weekend: 1 });
  expect(at(3, day)).toMatchObject({ night: 1, weekend: 0 });
  expect(at(4, 6 * day)).toMatchObject({ night: 1, weekend: 1 });
});

test('worked by hand: a fraud enters the terminal’s risk when its delay is over, not a second before', () => {
  const state = new FeatureState();
  observe(state, payment(1, 0, { customer: 1 }));
  observe(state, payment(2, hourSeconds, { customer: 2 }));
  expect(state.learnLabel(2, true, start + 2 * hourSeconds)).toBe(true);
  const over = hourSeconds + labelDelaySeconds;
  expect(observe(state, payment(3, over - 1, { customer: 3 }))).toMatchObject({
    terminalKnownCount1Day: 1,
    terminalRisk1Day: 0,
    terminalFraudRun: 0,
  });
  expect(observe(state, payment(4, over, { customer: 4 }))).toMatchObject({
    terminalKnownCount1Day: 2,
    terminalKnownFrauds1Day: 1,
    terminalRisk1Day: 0.5,
    terminalHoursSinceKnown: labelDelaySeconds / hourSeconds,
    terminalFraudRun: 1,
    terminalHoursSinceRunStart: labelDelaySeconds / hourSeconds,
    terminalHoursSinceGenuineBeforeRun: labelDelaySeconds / hourSeconds + 1,
    terminalOrdinaryFrauds30Days: 1,
  });
});

test('a label that is told after its delay enters from then on, and a later word replaces it', () => {
  const state = new FeatureState();
  observe(state, payment(1, 0));
  const told = start + 9 * day;
  state.learnLabel(1, true, told);
  const risk = (id: number, time: number) =>
    observe(state, payment(id, time, { customer: 9 })).terminalRisk30Days;
  expect(risk(2, 9 * day - 1)).toBe(0);
  expect(risk(3, 9 * day)).toBe(1);
  state.learnLabel(1, false, told + 1);
  expect(risk(4, 9 * day + 1)).toBe(0);
});

test('whatever happens after a moment, and whatever labels say that are not a week old, changes no feature up to it', () => {
  fc.assert(
    fc.property(history, fc.nat(), (transactions, pick) => {
      const cut = transactions[pick % transactions.length].timeSeconds;
      const corrupted = transactions.map((transaction) => {
        const { timeSeconds, fraud, amountMinor, customer } = transaction;
        if (timeSeconds > cut)
          return { ...transaction, fraud: !fraud, amountMinor: amountMinor * 7, customer: 2 - customer };
        return timeSeconds > cut - labelDelaySeconds ? { ...transaction, fraud: !fraud } : transaction;
      });
      const upTo = (rows: readonly Float64Array[]) =>
        rows.filter((_, index) => transactions[index].timeSeconds <= cut);
      expect(upTo(rowsOf(corrupted))).toEqual(upTo(rowsOf(transactions)));
    }),
  );
});

test('a label that is old enough does enter: the probe above would see a leak', () => {
  const old = [payment(1, 0), payment(2, 10 * day)].map((transaction) => ({
    ...transaction,
    fraud: false,
    scenario: null,
  }));
  const changed = [{ ...old[0], fraud: true }, old[1]];
  expect(rowsOf(changed)[1]).not.toEqual(rowsOf(old)[1]);
});

test('a state that was written and read again at any moment gives the same rows from there on, bit for bit', () => {
  fc.assert(
    fc.property(history, fc.nat(), (transactions, pick) => {
      const cut = pick % transactions.length;
      const state = new FeatureState();
      const before = rowsOf(transactions.slice(0, cut), state);
      const restored = FeatureState.restore(state.snapshot());
      const after = rowsOf(transactions.slice(cut), restored);
      expect([...before, ...after]).toEqual(rowsOf(transactions));
      expect(restored.clock).toBe(transactions[transactions.length - 1].timeSeconds);
    }),
  );
});

test('a state that has seen the payments of `replaySeconds` alone gives the rows of one that has seen all', () => {
  fc.assert(
    fc.property(history, (steps) => {
      // Twice as far apart, so that months pass.
      const transactions = steps.map((step) => ({ ...step, timeSeconds: 2 * step.timeSeconds - start }));
      const last = transactions[transactions.length - 1];
      const late = transactions.filter(({ timeSeconds }) => timeSeconds > last.timeSeconds - replaySeconds);
      expect(rowsOf(late).at(-1)).toEqual(rowsOf(transactions).at(-1));
    }),
  );
});

test('a snapshot that is cut off, of another version or none at all is refused by what is wrong with it', () => {
  const state = new FeatureState();
  observe(state, payment(1, 0));
  const bytes = state.snapshot();
  expect(() => FeatureState.restore(bytes.slice(0, -1))).toThrow(SnapshotError);
  expect(() => FeatureState.restore(new Uint8Array(100))).toThrow('not a snapshot');
  const other = bytes.slice();
  other[7] = 99;
  expect(() => FeatureState.restore(other)).toThrow('version 99');
});

test('a late payment gets the features of its own moment; rows after it count it, rows before stay as they were', () => {
  const inOrder = new FeatureState();
  observe(inOrder, payment(1, 0, { amountMinor: 3000 }));
  const onTime = observe(inOrder, payment(2, hourSeconds, { terminal: 2 }));
  observe(inOrder, payment(3, 2 * hourSeconds));
  const late = new FeatureState();
  observe(late, payment(1, 0, { amountMinor: 3000 }));
  observe(late, payment(3, 2 * hourSeconds));
  expect(observe(late, payment(2, hourSeconds, { terminal: 2 }))).toEqual(onTime);
  const next = payment(4, 3 * hourSeconds);
  expect(observe(late, next)).toMatchObject({
    customerCount1Day: 4,
    customerSum1Day: 60,
    customerTerminals1Day: 2,
  });
  expect(observe(inOrder, next)).toMatchObject({
    customerCount1Day: 4,
    customerSum1Day: 60,
    customerTerminals1Day: 2,
  });
});

test('a payment whose id is known, or that is more than a week late, changes nothing', () => {
  const state = new FeatureState();
  observe(state, payment(1, latenessSeconds + 10));
  const before = state.snapshot();
  const row = new Float64Array(features.length).fill(-7);
  expect(state.observe(payment(1, latenessSeconds + 20, { amountMinor: 5 }), row)).toBe('duplicate');
  expect(state.observe(payment(2, 9), row)).toBe('tooLate');
  expect(row.every((value) => value === -7)).toBe(true);
  expect(state.snapshot()).toEqual(before);
  expect(state.observe(payment(3, 10), row)).toBe('observed');
});

test('a label of a payment that is not known is said to be so', () => {
  const state = new FeatureState();
  expect(state.learnLabel(5, true, start)).toBe(false);
  observe(state, payment(5, 0));
  observe(state, payment(6, 200 * day));
  expect(state.learnLabel(5, true, start)).toBe(false);
});
