/** What `praxis train` prints: figures of cross-validation, never of the rows that a model was trained on. */
import type { ModelCard } from '@praxis/core';
import type { Warning } from '../table/training-data.ts';
import { figureLines, figuresJson } from './figures.ts';
import { privacyJson, privacyLines } from './privacy.ts';
import {
  aligned,
  candidateKeys,
  candidateName,
  count,
  figure,
  isChosen,
  learnerKey,
  learnerWords,
} from './words.ts';

export interface TrainingReport {
  readonly card: ModelCard;
  /** Content hash. */
  readonly artifact: string;
  /** Of the whole run, reading the file included. */
  readonly seconds: number;
  readonly warnings: readonly Warning[];
}

/** One object, for machines. */
export function trainingJson({ card, artifact, seconds, warnings }: TrainingReport): string {
  return JSON.stringify({
    learner: learnerKey(card.learner),
    rows: card.data.rows,
    events: card.data.events,
    folds: card.split.folds,
    repeats: card.split.repeats,
    seconds: Number(seconds.toFixed(2)),
    artifact,
    ...figuresJson(card.performance),
    candidates: card.candidates.map((candidate) => ({
      learner: candidateKeys[candidate.learner],
      ...(candidate.imported === undefined ? {} : { imported: candidate.imported }),
      chosen: isChosen(candidate, card),
      ...figuresJson(candidate.performance),
      seconds: Number(candidate.seconds.toFixed(2)),
    })),
    ...(card.search === undefined ? {} : { search: searchJson(card.search) }),
    ...privacyJson(card.privacy),
    warnings,
  });
}

/** The final fits' trials, by learner. */
function searchJson({ trials, seconds, tried }: NonNullable<ModelCard['search']>) {
  return { trials, seconds, tried: tried.map((own) => ({ ...own, learner: candidateKeys[own.learner] })) };
}

export function trainingLines(
  { card, artifact, seconds }: TrainingReport,
  folder: string,
): readonly string[] {
  const { folds, repeats, nested } = card.split;
  const dealt = repeats === 1 ? '' : ` × ${repeats} repeats`;
  const choice = nested ? ', the choice made anew inside each fold' : '';
  const rivals = card.candidates.map((candidate) => [
    isChosen(candidate, card) ? '→' : ' ',
    candidateName(candidate),
    `AUROC ${figure(candidate.performance.auroc, 3)}`,
    `${candidate.seconds.toFixed(1)} s`,
  ]);
  return [
    `${card.outcome}: ${learnerWords[card.learner]}, by ${folds}-fold cross-validation${dealt} of ${count(card.data.rows)} rows, ${count(card.data.events)} with the outcome${choice}`,
    ...figureLines(card.performance),
    ...privacyLines(card.privacy),
    ...(rivals.length > 1 ? ['', ...aligned(rivals)] : []),
    '',
    `  ${folder}, artifact ${artifact.slice(0, 12)}, in ${seconds.toFixed(1)} s`,
  ];
}
