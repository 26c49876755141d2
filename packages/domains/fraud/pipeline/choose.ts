/** Which candidate is taken: the one that does best on the last training days, fitted on those before. */
import { averagePrecisionValue, type FitOptions } from '@praxis/core';
import type { LabelledTransaction } from '../data/records.ts';
import type { EvaluationDates } from './evaluation-dates.ts';
import { evaluationSplit } from './evaluation-split.ts';
import type { PaymentRows } from './feature-rows.ts';
import { candidates, type FraudLearner, fitAndScore } from './learners.ts';

/** By how much the average precision of a blend must be higher than that of what is simpler. */
const worthwhile = 0.002;

/** The same evaluation, so much earlier that its test week lies at the end of the training days; null where these are too few. */
function validationDates(dates: EvaluationDates): EvaluationDates | null {
  const earlier = dates.delayDays + dates.testDays;
  const historyDays = dates.historyDays - earlier;
  return historyDays < 0 ? null : { ...dates, trainStart: dates.trainStart - earlier, historyDays };
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
): Promise<readonly FraudLearner[]> {
  const [simplest] = candidates;
  const earlier = validationDates(dates);
  if (earlier === null) return simplest;
  const split = evaluationSplit(transactions, earlier);
  const training = split.training.map((index) => index - begin);
  const judged = split.test.map((index) => index - begin);
  const labels = Uint8Array.from(judged, (row) => rows.labels[row]);
  const hasFraud = (chosen: Int32Array) => chosen.some((row) => rows.labels[row] === 1);
  if (!hasFraud(training) || !hasFraud(judged)) return simplest;

  const learners = [...new Set(candidates.flat())];
  const scores = new Map<FraudLearner, Float64Array>();
  for (const [done, learner] of learners.entries()) {
    const scored = await fitAndScore(learner, { rows, training }, judged, {
      ...options,
      onEpoch: (epoch) => options.onEpoch({ ...epoch, share: (done + epoch.share) / learners.length }),
    });
    scores.set(learner, scored);
  }
  let best = { learners: simplest, averagePrecision: Number.NEGATIVE_INFINITY };
  for (const candidate of candidates) {
    const blended = meanOf(candidate.flatMap((learner) => scores.get(learner) ?? []));
    const averagePrecision = averagePrecisionValue(labels, blended);
    if (averagePrecision > best.averagePrecision + worthwhile)
      best = { learners: candidate, averagePrecision };
  }
  return best.learners;
}

/** Mean of scores of the same rows. */
export function meanOf(all: readonly Float64Array[]): Float64Array {
  return Float64Array.from(
    all[0],
    (_, row) => all.reduce((sum, scores) => sum + scores[row], 0) / all.length,
  );
}
