import { beforeAll, expect, test } from 'vitest';
import type { LabelledTransaction } from '../data/records.ts';
import { simulateDays } from '../data/simulation/simulate.ts';
import { simulatedWorld } from '../data/simulation/world.ts';
import { features } from '../features/definitions.ts';
import { FeatureState } from '../features/state.ts';
import { evaluateFraud } from './evaluate.ts';
import type { EvaluationDates } from './evaluation-dates.ts';
import { dayOf } from './evaluation-dates.ts';
import { featureRows } from './feature-rows.ts';

let transactions: readonly LabelledTransaction[] = [];
let dates: EvaluationDates;
beforeAll(() => {
  const start = '2024-01-01';
  const world = simulatedWorld({
    seed: 3,
    customers: 500,
    terminals: 1000,
    days: 58,
    start,
    handbookOnly: false,
  });
  transactions = Array.from(simulateDays(world), (day) => day.transactions).flat();
  const first = dayOf(transactions[0].timeSeconds);
  dates = { trainStart: first + 37, trainDays: 7, historyDays: 0, delayDays: 7, testDays: 7 };
});

const quiet = { seed: 0, threads: 1, onProgress: () => {}, signal: new AbortController().signal };

test('frauds of a later week are told far better than by chance, and not better than by who knows the truth', async () => {
  const shares: number[] = [];
  const onProgress = ({ fraction }: { readonly fraction: number }) => shares.push(fraction);
  const evaluation = await evaluateFraud(transactions, dates, { ...quiet, onProgress });
  if (!evaluation.ok) throw new Error(evaluation.error.message);
  const { rows, money, ...figures } = evaluation.value;
  expect(figures.averagePrecision).toBeGreaterThan(10 * (rows.testFrauds / rows.test));
  expect(figures.ceiling100).toBeGreaterThanOrEqual(figures.cardPrecision100);
  expect(money.caught).toBeLessThanOrEqual(money.lost);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('what happens after the training days changes no row that is trained on, whichever days they are', async () => {
  const cut = dates.trainStart + dates.trainDays;
  const corrupted = transactions.map((transaction) =>
    dayOf(transaction.timeSeconds) < cut
      ? transaction
      : { ...transaction, fraud: !transaction.fraud, amountMinor: 1 },
  );
  const dayIs = (day: number) => transactions.findIndex(({ timeSeconds }) => dayOf(timeSeconds) >= day);
  const wanted = { begin: dayIs(dates.trainStart), end: dayIs(cut) };
  const options = { delayDays: 7, onShare: () => {}, signal: quiet.signal };
  const rows = await featureRows(transactions, wanted, options);
  expect(await featureRows(corrupted, wanted, options)).toEqual(rows);

  // They are those that a live state gives.
  const state = new FeatureState();
  const row = new Float64Array(features.length);
  for (const transaction of transactions.slice(0, wanted.end)) {
    state.observe(transaction, row);
    if (transaction.fraud) state.learnLabel(transaction.id, true, transaction.timeSeconds);
  }
  expect(rows.values.slice(-features.length)).toEqual(Float32Array.from(row));
});

test('days without a fraud, and days that the file lacks, are said instead of evaluated', async () => {
  const genuine = transactions.map((transaction) => ({ ...transaction, fraud: false, scenario: null }));
  expect(await evaluateFraud(genuine, dates, quiet)).toMatchObject({
    ok: false,
    error: { code: 'noFrauds' },
  });
  const later = { ...dates, trainStart: dates.trainStart + 1 };
  expect(await evaluateFraud(transactions, later, quiet)).toMatchObject({
    ok: false,
    error: { code: 'daysMissing' },
  });
});

test('an evaluation that is stopped ends with the reason', async () => {
  const signal = AbortSignal.abort(new Error('stopped by hand'));
  await expect(evaluateFraud(transactions, dates, { ...quiet, signal })).rejects.toThrow('stopped by hand');
});
