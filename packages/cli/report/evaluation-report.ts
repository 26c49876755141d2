/** What `praxis evaluate` prints. */
import type { LearnerName, ModelCard, Performance } from '@praxis/core';
import type { Resampled } from '../table/resampled.ts';
import { resampledJson, resampledLines, thresholdLines } from './decision-lines.ts';
import { figureLines, figuresJson } from './figures.ts';
import { count, learnerKey, learnerWords } from './words.ts';

/** A model on rows whose outcomes are known. */
export interface Judged {
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

export interface Rows {
  readonly rows: number;
  readonly events: number;
}

export function evaluationObject({ artifact, learner, performance, warnings }: Judged) {
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
