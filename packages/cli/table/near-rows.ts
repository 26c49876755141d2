/** The rows of another file that are most like a row, with what happened to them. */
import { type FeatureMatrix, nearestRecords } from '@praxis/core';
import type { TableModel } from './open-model.ts';
import type { Reading } from './read-file.ts';
import { fileLabels, readForModel, rowNames, rowsOf } from './scored-file.ts';

export interface NearRows {
  readonly rows: readonly {
    readonly name: string;
    readonly distance: number;
    readonly hasOutcome: boolean;
  }[];
  readonly events: number;
}

const most = 10;

/** @throws FaultError for a file that the model cannot take, or without outcomes */
export async function nearRows(
  model: TableModel,
  matrix: FeatureMatrix,
  row: number,
  file: string,
  target: string | undefined,
  reading: Reading,
): Promise<NearRows> {
  const known = await readForModel(model, file, reading);
  const labels = fileLabels(model, known.file.table, target);
  const names = rowNames(known.file.table, undefined, model.id);
  const near = nearestRecords(known.matrix)(rowsOf(matrix, row, row + 1).values, most);
  const rows = near.map(({ row: other, distance }) => ({
    name: names.of(other),
    distance,
    hasOutcome: labels[other] === 1,
  }));
  return { rows, events: rows.filter(({ hasOutcome }) => hasOutcome).length };
}
