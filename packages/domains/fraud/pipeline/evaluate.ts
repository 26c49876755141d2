/** Trains on some weeks of payments and says how well the frauds of a later week are told, by the handbook's protocol. */
import { auroc, averagePrecisionValue, type FitOptions, type Result } from '@praxis/core';
import { type LabelledTransaction, minorUnitsPerUnit, type Scenario } from '../data/records.ts';
import { lookAtCards } from './card-precision.ts';
import { chooseLearners, meanOf } from './choose.ts';
import { dayRisks } from './day-risk.ts';
import { checkDays, type EvaluationDates, type EvaluationError } from './evaluation-dates.ts';
import { evaluationSplit } from './evaluation-split.ts';
import { featureRows } from './feature-rows.ts';
import { type FraudLearner, fitAndScore } from './learners.ts';

/** Cards that analysts look at a day. */
const cardsADay = 100;

export interface FraudEvaluation {
  readonly auroc: number;
  readonly averagePrecision: number;
  readonly cardPrecision100: number;
  /** What a ranker that knows the truth would reach. */
  readonly ceiling100: number;
  /**
   * Share of the fraudulent payments of each scenario whose card was among the day's 100, or found on an earlier day. A
   * scenario that the test has no fraud of is left out; `untold` are frauds of which the file tells none.
   */
  readonly recallByScenario: Readonly<Partial<Record<Scenario | 'untold', number>>>;
  /** Of the frauds of the test, in the currency's unit: all, and that of those that `recallByScenario` counts as found. */
  readonly money: { readonly lost: number; readonly caught: number };
  readonly model: readonly FraudLearner[];
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
  const model = await chooseLearners(transactions, { rows, begin }, dates, options('comparing learners'));
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
  return { ok: true, value: { ...figures, model, rows: counts } };
}

function figuresOf(tested: readonly LabelledTransaction[], scores: Float64Array) {
  const labels = Uint8Array.from(tested, ({ fraud }) => (fraud ? 1 : 0));
  const looked = lookAtCards(tested, scores, cardsADay);
  const perfect = lookAtCards(tested, Float64Array.from(labels), cardsADay);
  const frauds = [...tested.keys()].filter((row) => labels[row] === 1);
  const amount = (rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + tested[row].amountMinor, 0) / minorUnitsPerUnit;
  const isCaught = (row: number) => looked.caught[row] === 1;
  const byScenario = Map.groupBy(frauds, (row) => tested[row].scenario ?? 'untold');
  return {
    auroc: auroc(labels, scores).value,
    averagePrecision: averagePrecisionValue(labels, scores),
    cardPrecision100: looked.precision,
    ceiling100: perfect.precision,
    recallByScenario: Object.fromEntries(
      [...byScenario].map(([scenario, rows]) => [scenario, rows.filter(isCaught).length / rows.length]),
    ),
    money: { lost: amount(frauds), caught: amount(frauds.filter(isCaught)) },
  };
}

function noFrauds(part: 'training' | 'test'): Result<never, EvaluationError> {
  const message = `There is no fraud among the payments of the ${part}: it cannot be evaluated.`;
  return { ok: false, error: { code: 'noFrauds', message } };
}
