/** Which candidate is taken: the one that does best on the last training days, fitted on those before. */
import type { FitOptions } from '@praxis/core';
import type { LabelledTransaction } from '../data/records.ts';
import { dayRisks } from './day-risk.ts';
import type { EvaluationDates } from './evaluation-dates.ts';
import { evaluationSplit } from './evaluation-split.ts';
import type { PaymentRows } from './feature-rows.ts';
import { figuresOf } from './figures.ts';
import { candidates, type FraudLearner, fitAndScore } from './learners.ts';

/**
 * Average precisions of a week that are this close count as alike: of blends and trees on two weeks before the ones that any
 * figure is told of, the standard errors of the differences were .0014 to .0105. What then counts is what the 100 cards of a day
 * bring.
 */
const alike = 0.005;

/** The same evaluation, so much earlier that its test week lies at the end of the training days; null where these are too few. */
function validationDates(dates: EvaluationDates): EvaluationDates | null {
  const earlier = dates.delayDays + dates.testDays;
  const historyDays = dates.historyDays - earlier;
  return historyDays < 0 ? null : { ...dates, trainStart: dates.trainStart - earlier, historyDays };
}

export interface Compared {
  readonly learners: readonly FraudLearner[];
  readonly averagePrecision: number;
  readonly cardPrecision100: number;
}

export interface Choice {
  readonly model: readonly FraudLearner[];
  /** Every candidate on the last training days; empty where they were not compared. */
  readonly compared: readonly Compared[];
}

/**
 * @param transactions in the order of time; @param rows of those from the one numbered `begin` on
 * @returns trees alone where there are too few days, or too few frauds, to compare
 */
export async function chooseLearners(
  transactions: readonly LabelledTransaction[],
  { rows, begin }: { readonly rows: PaymentRows; readonly begin: number },
  dates: EvaluationDates,
  options: FitOptions,
): Promise<Choice> {
  const [simplest] = candidates;
  const earlier = validationDates(dates);
  const notCompared = { model: simplest, compared: [] };
  if (earlier === null) return notCompared;
  const split = evaluationSplit(transactions, earlier);
  const training = split.training.map((index) => index - begin);
  const judged = split.test.map((index) => index - begin);
  const hasFraud = (chosen: Int32Array) => chosen.some((row) => rows.labels[row] === 1);
  if (!hasFraud(training) || !hasFraud(judged)) return notCompared;

  const learners = [...new Set(candidates.flat())];
  const scores = new Map<FraudLearner, Float64Array>();
  for (const [done, learner] of learners.entries()) {
    const scored = await fitAndScore(learner, { rows, training }, judged, {
      ...options,
      onEpoch: (epoch) => options.onEpoch({ ...epoch, share: (done + epoch.share) / learners.length }),
    });
    scores.set(learner, scored);
  }
  const tested = Array.from(split.test, (index) => transactions[index]);
  const compared = candidates.map((candidate): Compared => {
    const blended = meanOf(candidate.flatMap((learner) => scores.get(learner) ?? []));
    const { averagePrecision, cardPrecision100 } = figuresOf(tested, dayRisks(tested, blended));
    return { learners: candidate, averagePrecision, cardPrecision100 };
  });
  const highest = Math.max(...compared.map(({ averagePrecision }) => averagePrecision));
  const best = compared
    .filter(({ averagePrecision }) => averagePrecision >= highest - alike)
    .reduce((a, b) => (b.cardPrecision100 > a.cardPrecision100 ? b : a));
  return { model: best.learners, compared };
}

/** Mean of scores of the same rows. */
export function meanOf(all: readonly Float64Array[]): Float64Array {
  return Float64Array.from(
    all[0],
    (_, row) => all.reduce((sum, scores) => sum + scores[row], 0) / all.length,
  );
}
