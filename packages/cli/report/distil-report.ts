/** What `praxis distil` prints: what the student costs in figures, and what it wins in bytes and time. */
import type { Comparison, ModelCard } from '@praxis/core';
import type { ScoringCost } from '../table/scoring-cost.ts';
import { comparisonLines, differencesJson, differencesOf } from './comparison-report.ts';
import { figuresJson } from './figures.ts';
import { aligned, count, learnerKey, learnerWords } from './words.ts';

export interface DistilReport {
  /** Of the student. */
  readonly card: ModelCard;
  readonly distillation: NonNullable<ModelCard['distillation']>;
  /** Content hash. */
  readonly artifact: string;
  /** The student's figures minus the teacher's. */
  readonly difference: Comparison;
  readonly costs: { readonly student: ScoringCost; readonly teacher: ScoringCost };
  readonly seconds: number;
  /** Why the figures are not to be trusted, or the student not what its teacher is. */
  readonly warnings: readonly string[];
}

/** One object, for machines. */
export function distilJson({ card, distillation, artifact, ...report }: DistilReport): string {
  const { teacher, learntRows, calibratedBy } = distillation;
  const { difference, costs, seconds, warnings } = report;
  return JSON.stringify({
    learner: learnerKey(card.learner),
    learntRows,
    rows: card.data.rows,
    events: card.data.events,
    seconds: Number(seconds.toFixed(2)),
    artifact,
    ...figuresJson(card.performance),
    calibratedBy,
    ...costs.student,
    teacher: {
      learner: learnerKey(teacher.learner),
      artifact: teacher.artifact,
      hasSeenRows: teacher.hasSeenRows,
      ...figuresJson(teacher.performance),
      ...costs.teacher,
    },
    differences: differencesJson(differencesOf(difference)),
    warnings,
  });
}

/** @param folders of the student and of its teacher */
export function distilLines(
  { card, distillation, artifact, difference, costs, seconds }: DistilReport,
  folders: readonly [string, string],
): readonly string[] {
  const { teacher, learntRows } = distillation;
  const models = [card, teacher].map(({ learner, performance }) => ({
    artifact,
    outcome: card.outcome,
    learner,
    performance,
    warnings: [],
  }));
  const [student, taughtBy] = models;
  return [
    `${card.outcome}: ${learnerWords.distilled}, taught by ${learnerWords[teacher.learner]} on ${count(learntRows)} rows; both judged on others:`,
    ...comparisonLines([student, taughtBy], folders, differencesOf(difference), card.data),
    '',
    ...aligned([
      ['', folders[0], folders[1], ''],
      won('bytes of model.onnx', costs.student.bytes, costs.teacher.bytes, 0),
      won('microseconds a row', costs.student.microseconds, costs.teacher.microseconds, 1),
    ]),
    '',
    `  ${folders[0]}, artifact ${artifact.slice(0, 12)}, in ${seconds.toFixed(1)} s`,
  ];
}

function won(name: string, student: number, teacher: number, digits: number): readonly string[] {
  const written = (value: number) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const times = Math.max(teacher / student, student / teacher).toFixed(1);
  return [name, written(student), written(teacher), `${times} times ${student > teacher ? 'more' : 'less'}`];
}
