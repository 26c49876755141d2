/** Which payments train and which are tested, as the handbook divides them (get_train_test_set of its shared functions). */
import type { LabelledTransaction } from '../data/records.ts';
import { dayOf, type EvaluationDates, firstTestDay, firstTrainingDay } from './evaluation-dates.ts';

/** Indices into the transactions, in the order of time. */
export interface EvaluationSplit {
  readonly training: Int32Array;
  readonly test: Int32Array;
}

/**
 * A card leaves the test of a day where a fraud of it is known by then: one of the `trainDays`, or one of a later day that is
 * more than the delay ago.
 *
 * Source: Le Borgne, Siblini, Lebichot and Bontempi, "Reproducible Machine Learning for Credit Card Fraud Detection",
 * chapter 3, get_train_test_set.
 *
 * @param transactions in the order of time
 */
export function evaluationSplit(
  transactions: readonly LabelledTransaction[],
  dates: EvaluationDates,
): EvaluationSplit {
  const { trainStart, trainDays, delayDays, testDays } = dates;
  const trainEnd = trainStart + trainDays;
  const testStart = firstTestDay(dates);
  /** For each card the first day at which a fraud of it is known. */
  const knownFrom = new Map<number, number>();
  for (const { customer, fraud, timeSeconds } of transactions) {
    const day = dayOf(timeSeconds);
    if (!fraud || day < trainStart || day >= testStart + testDays) continue;
    const from = day < trainEnd ? trainEnd : day + delayDays + 1;
    knownFrom.set(customer, Math.min(from, knownFrom.get(customer) ?? from));
  }
  const training: number[] = [];
  const test: number[] = [];
  for (const [index, { customer, timeSeconds }] of transactions.entries()) {
    const day = dayOf(timeSeconds);
    if (day >= firstTrainingDay(dates) && day < trainEnd) training.push(index);
    const isTested = day >= testStart && day < testStart + testDays;
    if (isTested && !(day >= (knownFrom.get(customer) ?? Number.POSITIVE_INFINITY))) test.push(index);
  }
  return { training: Int32Array.from(training), test: Int32Array.from(test) };
}
