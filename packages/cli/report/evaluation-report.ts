/** What `praxis evaluate` and `praxis compare` print. */
import type { Comparison, Difference, LearnerName, ModelCard, Performance } from '@praxis/core';
import type { Resampled } from '../table/resampled.ts';
import { resampledJson, resampledLines, thresholdLines } from './decision-lines.ts';
import { figureLines, figuresJson } from './figures.ts';
import { aligned, count, figure, learnerKey, learnerWords } from './words.ts';

/** A model on rows whose outcomes are known. */
interface Judged {
  readonly artifact: string;
  readonly learner: LearnerName;
  readonly outcome: string;
  readonly performance: Performance;
  /** Why the figures are not to be trusted, for people. */
  readonly warnings: readonly string[];
}

/** The same with what acting on it does. */
export interface Evaluation extends Judged {
  readonly decisionCurve: NonNullable<ModelCard['decisionCurve']>;
  readonly thresholds: NonNullable<ModelCard['thresholds']>;
  /** null where it was not asked for. */
  readonly resampled: Resampled | null;
}

interface Rows {
  readonly rows: number;
  readonly events: number;
}

function evaluationObject({ artifact, learner, performance, warnings }: Judged) {
  return { learner: learnerKey(learner), artifact, ...figuresJson(performance), warnings };
}

export function evaluationJson(evaluation: Evaluation, { rows, events }: Rows): string {
  const { learner, artifact, ...figures } = evaluationObject(evaluation);
  const { decisionCurve, thresholds, resampled } = evaluation;
  const acting = { decisionCurve, thresholds, bootstrap: resampledJson(resampled) };
  return JSON.stringify({ learner, rows, events, artifact, ...figures, ...acting });
}

export function evaluationLines(
  { outcome, learner, performance, decisionCurve, thresholds, resampled }: Evaluation,
  rows: Rows,
): readonly string[] {
  return [
    `${outcome}: ${learnerWords[learner]}, on ${count(rows.rows)} rows, ${count(rows.events)} with the outcome`,
    ...figureLines(performance),
    ...resampledLines(resampled),
    '',
    ...thresholdLines(thresholds, decisionCurve),
  ];
}

const significance = 0.05;

/** By figure; `low` and `high` are the ends of the 95 % interval. */
export function differencesJson({ auroc, brier, logLoss }: Comparison) {
  const plain = ({ difference, lower, upper, p }: Difference) => ({
    difference,
    low: lower,
    high: upper,
    p,
    distinguishable: p < significance,
  });
  return { auroc: plain(auroc), brier: plain(brier), logLoss: plain(logLoss) };
}

/** Two models on the same rows: the first one's figures minus those of the second. */
export function comparisonJson(
  models: readonly [Judged, Judged],
  differences: Comparison,
  { rows, events }: Rows,
): string {
  return JSON.stringify({
    rows,
    events,
    models: models.map(evaluationObject),
    differences: differencesJson(differences),
  });
}

export function comparisonLines(
  [first, second]: readonly [Judged, Judged],
  folders: readonly [string, string],
  differences: Comparison,
  rows: Rows,
): readonly string[] {
  const line = (name: string, key: 'auroc' | 'brier' | 'logLoss', higherIsBetter: boolean) => {
    const { difference, lower, upper, p } = differences[key];
    const better = difference > 0 === higherIsBetter ? folders[0] : folders[1];
    return [
      name,
      first.performance[key].value.toFixed(4),
      second.performance[key].value.toFixed(4),
      figure({ value: difference, lower, upper }, 4),
      p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`,
      p < significance ? `${better} is better` : 'not distinguishable',
    ];
  };
  return [
    `${folders[0]} (${learnerWords[first.learner]}) against ${folders[1]} (${learnerWords[second.learner]}), on ${count(rows.rows)} rows, ${count(rows.events)} with the outcome`,
    ...aligned([
      ['', folders[0], folders[1], 'difference (95 %)', '', ''],
      line('AUROC', 'auroc', true),
      line('Brier score', 'brier', false),
      line('log loss', 'logLoss', false),
    ]),
  ];
}
