/** The days of an evaluation as in the handbook: training, then the delay of labels, then the test. */
import type { Result } from '@praxis/core';
import type { LabelledTransaction } from '../data/records.ts';
import { daySeconds } from '../features/windows.ts';

export interface EvaluationDates {
  /** First of the `trainDays`, a day since 1970. Test and known cards count from here. */
  readonly trainStart: number;
  readonly trainDays: number;
  /** Days before `trainStart` that are trained on too. */
  readonly historyDays: number;
  readonly delayDays: number;
  readonly testDays: number;
}

export interface EvaluationError {
  readonly code: 'daysMissing' | 'noFrauds';
  readonly message: string;
}

export const dayOf = (timeSeconds: number): number => Math.floor(timeSeconds / daySeconds);

/** `2018-07-25` */
const dateOfDay = (day: number): string => new Date(day * daySeconds * 1000).toISOString().slice(0, 10);

export const firstTrainingDay = ({ trainStart, historyDays }: EvaluationDates): number =>
  trainStart - historyDays;
export const firstTestDay = ({ trainStart, trainDays, delayDays }: EvaluationDates): number =>
  trainStart + trainDays + delayDays;

/** Whether the file holds the days that are asked for. @param transactions in the order of time, at least one */
export function checkDays(
  transactions: readonly LabelledTransaction[],
  dates: EvaluationDates,
): Result<null, EvaluationError> {
  const first = dayOf(transactions[0].timeSeconds);
  const last = dayOf(transactions[transactions.length - 1].timeSeconds);
  const wantedFirst = firstTrainingDay(dates);
  const wantedLast = firstTestDay(dates) + dates.testDays - 1;
  if (wantedFirst >= first && wantedLast <= last) return { ok: true, value: null };
  const trained = `training from ${dateOfDay(wantedFirst)} to ${dateOfDay(dates.trainStart + dates.trainDays - 1)}`;
  const tested = `testing from ${dateOfDay(firstTestDay(dates))} to ${dateOfDay(wantedLast)}`;
  return {
    ok: false,
    error: {
      code: 'daysMissing',
      message: `The file holds payments from ${dateOfDay(first)} to ${dateOfDay(last)}; ${trained} and ${tested} needs more.`,
    },
  };
}
