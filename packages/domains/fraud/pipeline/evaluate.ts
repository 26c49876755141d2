/** Trains on some weeks of payments and says how well the frauds of a later week are told, by the handbook's protocol. */
import type { FitOptions, Result } from '@praxis/core';
import type { LabelledTransaction } from '../data/records.ts';
import { type Compared, chooseLearners, meanOf } from './choose.ts';
import { dayRisks } from './day-risk.ts';
import { checkDays, type EvaluationDates, type EvaluationError } from './evaluation-dates.ts';
import { evaluationSplit } from './evaluation-split.ts';
import { featureRows } from './feature-rows.ts';
import { type FraudFigures, figuresOf } from './figures.ts';
import { type FraudLearner, fitAndScore } from './learners.ts';

export interface FraudEvaluation extends FraudFigures {
  readonly model: readonly FraudLearner[];
  readonly compared: readonly Compared[];
  readonly rows: { readonly training: number; readonly test: number; readonly testFrauds: number };
}

type EvaluationStage = 'replaying payments' | 'comparing learners' | 'fitting';

export interface EvaluationOptions extends Pick<FitOptions, 'seed' | 'threads'> {
  /** `fraction` of the whole, 0 to 1 */
  readonly onProgress: (progress: { readonly stage: EvaluationStage; readonly fraction: number }) => void;
  readonly signal: AbortSignal;
}

/** Where each stage begins, as a share of the time of the whole. */
const starts = { 'replaying payments': 0, 'comparing learners': 0.2, fitting: 0.6 } as const;
const ends = { 'replaying payments': 0.2, 'comparing learners': 0.6, fitting: 1 } as const;

/**
 * @param transactions in the order of time, at least one
 * @throws what a fit throws; the signal's reason
 */
export async function evaluateFraud(
  transactions: readonly LabelledTransaction[],
  dates: EvaluationDates,
  { seed, threads, onProgress, signal }: EvaluationOptions,
): Promise<Result<FraudEvaluation, EvaluationError>> {
  const held = checkDays(transactions, dates);
  if (!held.ok) return held;
  const { training, test } = evaluationSplit(transactions, dates);
  const tested = Array.from(test, (index) => transactions[index]);
  if (!training.some((index) => transactions[index].fraud)) return noFrauds('training');
  if (!tested.some(({ fraud }) => fraud)) return noFrauds('test');

  const reach = (stage: EvaluationStage) => (share: number) =>
    onProgress({ stage, fraction: starts[stage] + share * (ends[stage] - starts[stage]) });
  // The days between are read too: they are the past of the cards that are tested.
  const begin = training[0];
  const span = { begin, end: test[test.length - 1] + 1 };
  const { delayDays } = dates;
  const rows = await featureRows(transactions, span, {
    delayDays,
    signal,
    onShare: reach('replaying payments'),
  });
  const options = (stage: EvaluationStage): FitOptions => ({
    seed,
    threads,
    signal,
    checkpoint: null,
    onEpoch: ({ share }) => reach(stage)(share),
  });
  const { model, compared } = await chooseLearners(
    transactions,
    { rows, begin },
    dates,
    options('comparing learners'),
  );
  const rowsBefore = { rows, training: training.map((index) => index - begin) };
  const testRows = test.map((index) => index - begin);
  const parts: Float64Array[] = [];
  for (const [done, learner] of model.entries()) {
    const part = await fitAndScore(learner, rowsBefore, testRows, {
      ...options('fitting'),
      onEpoch: ({ share }) => reach('fitting')((done + share) / model.length),
    });
    parts.push(part);
  }
  const figures = figuresOf(tested, dayRisks(tested, meanOf(parts)));
  const counts = {
    training: training.length,
    test: test.length,
    testFrauds: tested.filter(({ fraud }) => fraud).length,
  };
  return { ok: true, value: { ...figures, model, compared, rows: counts } };
}

function noFrauds(part: 'training' | 'test'): Result<never, EvaluationError> {
  const message = `There is no fraud among the payments of the ${part}: it cannot be evaluated.`;
  return { ok: false, error: { code: 'noFrauds', message } };
}
