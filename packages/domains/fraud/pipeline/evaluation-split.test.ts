import { expect, test } from 'vitest';
import type { LabelledTransaction } from '../data/records.ts';
import { daySeconds } from '../features/windows.ts';
import { checkDays, type EvaluationDates } from './evaluation-dates.ts';
import { evaluationSplit } from './evaluation-split.ts';

/** Day 0 is 1970-01-01: training 10 to 16, delay 17 to 23, test 24 to 30. */
const dates: EvaluationDates = { trainStart: 10, trainDays: 7, historyDays: 3, delayDays: 7, testDays: 7 };

function payments(
  ...list: readonly (readonly [day: number, customer: number, fraud: boolean])[]
): readonly LabelledTransaction[] {
  return list.map(([day, customer, fraud], id) => ({
    id,
    timeSeconds: day * daySeconds,
    customer,
    terminal: 1,
    amountMinor: 100,
    fraud,
    scenario: null,
  }));
}

test('training goes back by the days of history, the test begins when the delay is over, and neither has another day', () => {
  const all = payments(...Array.from({ length: 40 }, (_, day) => [day, day, false] as const));
  const { training, test: tested } = evaluationSplit(all, dates);
  expect([...training]).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  expect([...tested]).toEqual([24, 25, 26, 27, 28, 29, 30]);
});

test('a card leaves the test where a fraud of it is known: of the training days at once, of later ones after the delay', () => {
  const all = payments(
    [8, 1, true], // in the history: does not count
    [12, 2, true], // in the training days
    [17, 3, true], // known when day 24 + 1 begins
    [24, 1, false],
    [24, 2, false],
    [24, 3, false],
    [25, 3, false],
    [25, 4, true],
    [30, 4, false],
  );
  const { test: tested } = evaluationSplit(all, dates);
  const left = Array.from(tested, (index) => [all[index].timeSeconds / daySeconds, all[index].customer]);
  expect(left).toEqual([
    [24, 1],
    [24, 3],
    [25, 4],
    [30, 4],
  ]);
});

test('a file that lacks a day is refused, with the days that it holds and those that are needed', () => {
  const held = payments([8, 1, false], [29, 1, true]);
  const refused = checkDays(held, dates);
  expect(refused).toMatchObject({ ok: false, error: { code: 'daysMissing' } });
  const message = refused.ok ? '' : refused.error.message;
  for (const day of ['1970-01-09', '1970-01-30', '1970-01-08', '1970-01-17', '1970-01-25', '1970-01-31']) {
    expect(message).toContain(day);
  }
  expect(checkDays(payments([7, 1, false], [30, 1, true]), dates).ok).toBe(true);
});
