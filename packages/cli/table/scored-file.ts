/** A model's folder and a file, put together: the rows as the model takes them, and what it says of them. */
import {
  cellText,
  columnNamed,
  type FeatureMatrix,
  labelsFor,
  matrixFor,
  type ReadTable,
  schemaFor,
  type Table,
} from '@praxis/core';
import { FaultError } from '../fault.ts';
import type { TableModel } from './open-model.ts';
import { checkRange } from './range.ts';
import { ensured, type Reading, readFileTable } from './read-file.ts';

export interface FileForModel {
  readonly file: ReadTable;
  readonly matrix: FeatureMatrix;
}

/** @throws FaultError for a file that the model cannot take, naming its columns or cells */
export async function readForModel(
  { features }: Pick<TableModel, 'features'>,
  path: string,
  reading: Reading,
): Promise<FileForModel> {
  const file = await readFileTable(path, { ...reading, known: schemaFor(features) });
  const matrix = ensured(matrixFor(features, file.table));
  checkRange(matrix);
  return { file, matrix };
}

/** Names of rows in output: the id column asked for, else the one of the training file, else row numbers from 1. */
export function rowNames(table: Table, asked: string | undefined, trainedWith: string | null) {
  const column = columnNamed(table, asked ?? trainedWith ?? '');
  if (column === undefined && asked !== undefined) {
    const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
    throw new FaultError({
      code: 'columnMissing',
      message: `The file has no column "${asked}". Its columns: ${columns}.`,
      mend: 'Name one of them with --id, or leave it out: rows are then numbered.',
    });
  }
  if (column === undefined) return { header: 'row', of: (row: number) => String(row + 1) };
  return { header: column.name, of: (row: number) => cellText(column, row) ?? '' };
}

/** The column that says what happened, and its two values. */
export function fileTarget(
  { target }: Pick<TableModel, 'target'>,
  table: Table,
  asked: string | undefined,
): NonNullable<TableModel['target']> {
  const column = asked ?? target?.column;
  if (column === undefined) {
    throw new FaultError({
      code: 'usage',
      message: 'The card of this model names no target column.',
      mend: 'Name the column that holds the outcome with --target.',
    });
  }
  return { ...(target ?? usualValues(table, column)), column };
}

/**
 * The 0/1 labels of a file's rows, shape [rows]; both occur.
 *
 * @param asked name of the target where it is not that of the training file
 */
export function fileLabels(
  model: Pick<TableModel, 'target'>,
  table: Table,
  asked: string | undefined,
): Uint8Array {
  const target = fileTarget(model, table, asked);
  const { column } = target;
  const labels = ensured(labelsFor(target, table));
  const events = labels.reduce((sum, label) => sum + label, 0);
  if (labels.length === 0 || events === 0 || events === labels.length) {
    throw new FaultError({
      code: 'targetOneClass',
      message: `${events} of ${labels.length} rows have the outcome in "${column}": there is nothing to tell apart.`,
      mend: 'Give a file with rows of both classes.',
    });
  }
  return labels;
}

/** What stands for yes and no where nobody has said. */
function usualValues(table: Table, column: string) {
  const flags = columnNamed(table, column)?.kind === 'boolean';
  return flags ? { positive: 'true', negative: 'false' } : { positive: '1', negative: '0' };
}

/** Rows [from, to) of a matrix, not copied. */
export function rowsOf({ features, values }: FeatureMatrix, from: number, to: number): FeatureMatrix {
  const width = features.length;
  return { features, rows: to - from, values: values.subarray(from * width, to * width) };
}

/** @throws FaultError predictionInvalid naming the first row, counted from `from`, without a usable probability */
export function checkPredictions(probability: Float32Array, nameOf: (row: number) => string, from = 0): void {
  const wrong = probability.findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong < 0) return;
  const row = from + wrong;
  const name = nameOf(row);
  throw new FaultError({
    code: 'predictionInvalid',
    message: `The model gives ${probability[wrong]} for row ${row + 1}${name === String(row + 1) ? '' : ` (${name})`}, which is no probability.`,
    mend: 'Look at the cells of this row: a missing or an extreme value is the usual cause.',
  });
}

/** Probabilities of every row, shape [rows]. */
export async function probabilitiesOf(
  model: TableModel,
  matrix: FeatureMatrix,
  signal: AbortSignal,
): Promise<Float64Array> {
  const { probability } = await model.scoreMatrix(matrix, { explain: false, signal });
  checkPredictions(probability, (row) => String(row + 1));
  return Float64Array.from(probability);
}
