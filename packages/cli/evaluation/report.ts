/** What an evaluation prints: cross-validated figures with their intervals, never a figure of the training data. */
import type { ModelCard } from '@praxis/core';
import { count, figure, learnerWords } from '../report/words.ts';

/** Rows of an outcome for people. `seconds` is the whole run, reading the files left out. */
export function reportLines(card: ModelCard, seconds: number): readonly string[] {
  const { auroc, averagePrecision, brier, calibrationSlope } = card.performance;
  const { rows, events } = card.data;
  const rival = card.candidates
    .map(({ learner, performance }) => `${learnerWords[learner]} ${performance.auroc.value.toFixed(4)}`)
    .join(', ');
  const horizon = card.horizonDays === null ? '' : ` within ${count(card.horizonDays)} days`;
  return [
    `${card.outcome}: AUROC ${figure(auroc, 3)}`,
    `  average precision  ${figure(averagePrecision, 3)}`,
    `  Brier score        ${figure(brier, 4)}`,
    `  calibration slope  ${figure(calibrationSlope, 2)}`,
    `  people             ${count(rows)}, of whom ${count(events)} had the outcome${horizon}`,
    `  chosen             ${learnerWords[card.learner]} (AUROC of each: ${rival})`,
    `  time               ${seconds.toFixed(1)} s`,
  ];
}

/** One line of JSON an outcome, for scripts. */
export function reportJson(card: ModelCard, seconds: number): string {
  const { auroc, averagePrecision, brier, calibrationSlope } = card.performance;
  return JSON.stringify({
    outcome: card.outcome,
    auroc,
    averagePrecision,
    brier,
    calibrationSlope,
    learner: card.learner,
    candidates: card.candidates.map(({ learner, performance, seconds }) => ({
      learner,
      auroc: performance.auroc,
      seconds,
    })),
    folds: card.split.folds,
    seed: card.split.seed,
    rows: card.data.rows,
    events: card.data.events,
    seconds: Number(seconds.toFixed(1)),
  });
}
