/** What an evaluation prints: cross-validated figures with their intervals, never a figure of the training data. */
import type { ModelCard } from '@praxis/core';
import { aligned, count, figure, learnerWords } from '../report/words.ts';
import type { AbstentionFigures } from './abstentions.ts';

/** Rows of an outcome for people. `seconds` is the whole run, reading the files left out. */
export function reportLines(
  card: ModelCard,
  abstentions: readonly AbstentionFigures[],
  seconds: number,
): readonly string[] {
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
    ...abstentionLines(abstentions),
    `  time               ${seconds.toFixed(1)} s`,
  ];
}

const reasonWords: Readonly<Record<NonNullable<AbstentionFigures['reason']> | 'given', string>> = {
  given: 'risk given',
  unlikeTraining: 'unlike the people it learned from',
  noOutcome: 'neither outcome fits',
  nothingMeasured: 'nothing measured',
  outsideRange: 'values outside the range',
};

/** Those to whom a risk is given and those to whom it is not, by the scores of models that had not seen them. */
function abstentionLines(abstentions: readonly AbstentionFigures[]): readonly string[] {
  const scored = abstentions.reduce((sum, group) => sum + group.scored, 0);
  const share = (value: number) => `${(100 * value).toFixed(1)}%`;
  const rows = abstentions.map((group) => {
    const { observed, predicted, auroc, brier } = group;
    return [
      reasonWords[group.reason ?? 'given'],
      `${count(group.scored)} of ${count(scored)}`,
      `${count(group.people)}, ${count(group.events)}`,
      `${share(observed.value)} (${share(observed.lower)} to ${share(observed.upper)})`,
      share(predicted),
      auroc === null ? '-' : figure(auroc, 3),
      brier === null ? '-' : figure(brier, 4),
    ];
  });
  const head = [
    'group',
    'of all scored',
    'held out, events',
    'observed',
    'predicted',
    'AUROC',
    'Brier score',
  ];
  return abstentions.length === 0 ? [] : aligned([head, ...rows]);
}

/** One line of JSON an outcome, for scripts. */
export function reportJson(
  card: ModelCard,
  abstentions: readonly AbstentionFigures[],
  seconds: number,
): string {
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
    abstentions,
    seconds: Number(seconds.toFixed(1)),
  });
}
