/** What the card of a distilled model says of its teacher and of the rows that both were judged by. */
import type { ModelCard, Performance } from '@praxis/core';
import { aligned, count, figure, learnerWords } from './words.ts';

type Distillation = NonNullable<ModelCard['distillation']>;

/** In place of folds. */
export function judgedLine({ learntRows, judgedBy }: Distillation, { data, split }: ModelCard): string {
  const where =
    judgedBy === null
      ? `held out of the same file, seed ${split.seed}`
      : `of ${judgedBy.file}, which it did not learn from`;
  return `  learnt on ${count(learntRows)} rows, judged on ${count(data.rows)} others, ${where}`;
}

export function teacherLines({ teacher, calibratedBy }: Distillation): readonly string[] {
  return [
    `  taught by: ${learnerWords[teacher.learner]}, artifact ${teacher.artifact.slice(0, 12)}`,
    calibratedBy === 'outcomes'
      ? '  calibrated by the outcomes of the rows that it learnt on'
      : '  calibrated as its teacher is',
    ...seenLines(teacher.hasSeenRows),
  ];
}

function seenLines(hasSeen: boolean | null): readonly string[] {
  if (hasSeen === false) return [];
  return [
    hasSeen === null
      ? '  what the teacher was trained on is not known: its figures may be too good'
      : '  the teacher was trained on the rows that judge: its figures are too good, and these may be',
  ];
}

/** Student and teacher on the same rows. */
export function besideLines({ teacher }: Distillation, student: Performance): readonly string[] {
  const row = (name: string, { auroc, brier, calibrationSlope }: Performance) => [
    name,
    figure(auroc, 3),
    brier.value.toFixed(4),
    calibrationSlope.value.toFixed(2),
  ];
  return aligned([
    ['', 'AUROC', 'Brier', 'slope'],
    row(learnerWords.distilled, student),
    row(learnerWords[teacher.learner], teacher.performance),
  ]);
}
