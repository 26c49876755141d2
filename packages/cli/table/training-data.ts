/** From the rows of a file to what a training run takes. */
import {
  columnNamed,
  featureMatrix,
  type ModelCard,
  type ReadTable,
  type Table,
  type TrainingRequest,
} from '@praxis/core';
import { FaultError } from '../fault.ts';
import { checkRange } from './range.ts';
import { ensured } from './read-file.ts';

export interface Roles {
  readonly target: string;
  readonly positive?: string | undefined;
  readonly id?: string | undefined;
  readonly group?: string | undefined;
  readonly time?: string | undefined;
  readonly weight?: string | undefined;
  readonly drop: readonly string[];
  /** Days after its time until the outcome of a row is known. */
  readonly delayDays: number;
}

/** Something to know about a column, or about the whole (null); `code` is for machines. */
export interface Warning {
  readonly code: string;
  readonly column: string | null;
  readonly message: string;
}

export interface TableData {
  readonly data: TrainingRequest['data'];
  readonly table: NonNullable<ModelCard['table']>;
  readonly warnings: readonly Warning[];
}

const dayMs = 86_400_000;

/** @throws FaultError for a column that cannot have its role, naming columns and rows */
export function trainingData({ table, notes }: ReadTable, roles: Roles): TableData {
  const { target, positive, id, group, time, weight, delayDays } = roles;
  const drop = weight === undefined ? roles.drop : [...roles.drop, weight];
  const matrix = ensured(
    featureMatrix(table, {
      target,
      drop,
      ...(positive === undefined ? {} : { positive }),
      ...(id === undefined ? {} : { id }),
      ...(group === undefined ? {} : { group }),
      ...(time === undefined ? {} : { time }),
    }),
  );
  checkRange(matrix);
  const { features, rows, values, labels, ids, groups, times } = matrix;
  return {
    data: {
      features,
      rows,
      values,
      labels,
      ids,
      weights: weight === undefined ? null : weightsOf(table, weight),
      groups,
      times,
      labelDelayMs: delayDays * dayMs,
    },
    table: {
      target,
      positive: matrix.target.positive,
      negative: matrix.target.negative,
      id: id ?? null,
      group: group ?? null,
      time: time ?? null,
      weight: weight ?? null,
    },
    warnings: [
      ...notes.map(({ column, message }) => ({ code: 'read', column, message })),
      ...matrix.leftOut.map(({ column, reason }) => ({
        code: 'leftOut',
        column,
        message: `Column "${column}" is left out: ${reason}.`,
      })),
      ...matrix.warnings.map(({ code, column, message }) => ({ code, column, message })),
    ],
  };
}

/** Shape [rows]. */
function weightsOf(table: Table, name: string): Float32Array {
  const column = columnNamed(table, name);
  if (column?.kind !== 'number') throw invalid(`The weight "${name}" is not a column of numbers.`);
  const wrong = column.values.findIndex((value) => !(value > 0));
  if (wrong < 0) return Float32Array.from(column.values);
  const value = column.values[wrong];
  throw invalid(
    `The weight "${name}" is ${Number.isNaN(value) ? 'missing' : value} in row ${wrong + 1}: a weight is above 0.`,
  );
}

function invalid(message: string): FaultError {
  return new FaultError({ code: 'weightInvalid', message, mend: 'Give every row a weight above 0.' });
}
