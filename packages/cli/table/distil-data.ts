/** Rows to distil from and rows to judge by, as the files of the command give them, with the teacher's answers. */
import path from 'node:path';
import {
  columnNamed,
  type DistilRequest,
  type Exam,
  type FeatureMatrix,
  groupedFolds,
  readGroups,
  selectRows,
  stratifiedFolds,
  type Table,
} from '@praxis/core';
import { FaultError } from '../fault.ts';
import type { TableModel } from './open-model.ts';
import type { Reading } from './read-file.ts';
import { checkPredictions, fileLabels, fileTarget, readForModel } from './scored-file.ts';

export interface DistilFiles {
  /** Rows to learn from. */
  readonly data: string;
  /** Rows to be judged by; undefined: a fifth of those of `data`, which are not learnt from. */
  readonly test?: string | undefined;
  /** The target, where it is not that of the training file. */
  readonly target?: string | undefined;
  readonly seed: number;
  readonly reading: Reading & { readonly signal: AbortSignal };
}

export type DistilData = Pick<DistilRequest, 'table' | 'sources' | 'lesson' | 'exam'> & {
  readonly hasSeen: DistilRequest['teacher']['hasSeen'];
};

const folds = 5;
/** Of each class: by fewer nothing can be judged. */
const fewestOfEach = 10;

/** @throws FaultError for files that do not fit the teacher, or whose rows cannot judge */
export async function distilData(teacher: TableModel, files: DistilFiles): Promise<DistilData> {
  const { data, test, target: asked } = files;
  const learnt = await answeredFile(teacher, data, files.reading);
  const exam = test === undefined ? null : await answeredFile(teacher, test, files.reading);
  if (exam?.sha256 === learnt.sha256) {
    throw new FaultError({
      code: 'usage',
      message: `${test} is the file that is learnt from: it cannot judge.`,
      mend: 'Give other rows with --test, or leave it out: a fifth of the rows is then held out.',
    });
  }
  const judging = exam ?? learnt;
  const table = tableOf(teacher, learnt.table, fileTarget(teacher, judging.table, asked));
  const common = {
    table,
    sources: [{ file: path.basename(data), sha256: learnt.sha256, rows: learnt.matrix.rows }],
    hasSeen: { lesson: hasSeen(teacher, learnt), exam: hasSeen(teacher, judging) },
  };
  if (exam !== null) {
    const isKnown = columnNamed(learnt.table, table.target) !== undefined;
    const file = { file: path.basename(test ?? ''), sha256: exam.sha256 };
    return {
      ...common,
      lesson: { ...learnt, labels: isKnown ? fileLabels(teacher, learnt.table, asked) : null },
      exam: examOf(exam, fileLabels(teacher, exam.table, asked), file),
    };
  }
  const labels = fileLabels(teacher, learnt.table, asked);
  const [kept, held] = holdOut(learnt.table, labels, table.group, files.seed);
  return {
    ...common,
    lesson: { ...some(learnt, kept), labels: pick(labels, kept) },
    exam: examOf(some(learnt, held), pick(labels, held), null),
  };
}

/** What the columns of the lesson's file are that are no features. */
function tableOf(
  { id, group }: TableModel,
  learnt: Table,
  { column, positive, negative }: NonNullable<TableModel['target']>,
): DistilRequest['table'] {
  const isThere = group !== null && columnNamed(learnt, group) !== undefined;
  return { target: column, positive, negative, id, group: isThere ? group : null, time: null, weight: null };
}

/** Rows to learn from, and a fifth to be judged by; those of one group stay together. */
function holdOut(
  table: Table,
  labels: Uint8Array,
  group: string | null,
  seed: number,
): readonly [Int32Array, Int32Array] {
  const column = group === null ? undefined : columnNamed(table, group);
  const fold =
    column === undefined
      ? stratifiedFolds(labels, folds, seed)
      : groupedFolds(readGroups(column, table.rows), labels, folds, seed);
  return [rowsWhere(fold, (own) => own !== 1), rowsWhere(fold, (own) => own === 1)];
}

/** Known by the file as a whole, so not of some of its rows in another file; null of a model from elsewhere. */
function hasSeen({ learner, sources }: TableModel, { sha256 }: AnsweredFile): boolean | null {
  return learner === 'imported' ? null : sources.includes(sha256);
}

/** Rows and what the teacher says of them; `logOdds` uncalibrated, shapes [rows]. */
interface Answered {
  readonly matrix: FeatureMatrix;
  readonly logOdds: Float32Array;
  readonly probability: Float32Array;
}

interface AnsweredFile extends Answered {
  readonly table: Table;
  readonly sha256: string;
}

async function answeredFile(
  teacher: TableModel,
  name: string,
  reading: DistilFiles['reading'],
): Promise<AnsweredFile> {
  const { file, matrix } = await readForModel(teacher, name, reading);
  const { signal } = reading;
  const { logOdds, probability } = await teacher.scoreMatrix(matrix, { explain: false, signal });
  checkPredictions(probability, (row) => String(row + 1));
  return { table: file.table, sha256: file.sha256, matrix, logOdds, probability };
}

function some({ matrix, logOdds, probability }: Answered, rows: Int32Array): Answered {
  const at = (values: Float32Array) => Float32Array.from(rows, (row) => values[row]);
  return { matrix: selectRows(matrix, rows), logOdds: at(logOdds), probability: at(probability) };
}

const pick = (labels: Uint8Array, rows: Int32Array) => Uint8Array.from(rows, (row) => labels[row]);

function rowsWhere(fold: Int8Array, belongs: (own: number) => boolean): Int32Array {
  return Int32Array.from(fold.keys()).filter((row) => belongs(fold[row]));
}

/** @throws FaultError tooFewOfAClass */
function examOf({ matrix, probability }: Answered, labels: Uint8Array, file: Exam['file']): Exam {
  const events = labels.reduce((sum, label) => sum + label, 0);
  if (Math.min(events, labels.length - events) < fewestOfEach) {
    throw new FaultError({
      code: 'tooFewOfAClass',
      message: `Of the ${labels.length} rows to judge by, ${events} have the outcome: at least ${fewestOfEach} with and without it are needed.`,
      mend: 'Give more rows, or rows to judge by with --test.',
    });
  }
  return {
    data: { ...matrix, labels, ids: Int32Array.from(labels, (_, row) => row + 1) },
    probabilities: Float64Array.from(probability),
    file,
  };
}
