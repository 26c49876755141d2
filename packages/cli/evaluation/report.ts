/** What an evaluation prints: cross-validated figures with their intervals, never a figure of the training data. */
import type { Estimate, ModelCard } from '@praxis/core';

const count = (value: number): string => value.toLocaleString('en');
const figure = ({ value, lower, upper }: Estimate, digits: number): string =>
  `${value.toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;

const learners: Readonly<Record<ModelCard['learner'], string>> = {
  logisticRegression: 'logistic regression',
  deepTabular: 'deep tabular network',
};

/** Rows of an outcome for people. `seconds` is the whole run, reading the files left out. */
export function reportLines(card: ModelCard, seconds: number): readonly string[] {
  const { auroc, averagePrecision, brier, calibrationSlope } = card.performance;
  const { rows, events } = card.data;
  const rival = card.candidates
    .map(({ learner, performance }) => `${learners[learner]} ${performance.auroc.value.toFixed(4)}`)
    .join(', ');
  return [
    `${card.outcome}: AUROC ${figure(auroc, 3)}`,
    `  average precision  ${figure(averagePrecision, 3)}`,
    `  Brier score        ${figure(brier, 4)}`,
    `  calibration slope  ${figure(calibrationSlope, 2)}`,
    `  people             ${count(rows)}, of whom ${count(events)} had the outcome within ${count(card.horizonDays)} days`,
    `  chosen             ${learners[card.learner]} (AUROC of each: ${rival})`,
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
