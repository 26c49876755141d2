/** Why a table cannot be made into a learner's matrix, as a value that names columns and rows. */
import { quoted } from './errors.ts';

export type MatrixErrorCode =
  | 'noRows'
  | 'noFeatures'
  | 'columnMissing'
  | 'roleRepeated'
  | 'targetInvalid'
  | 'targetOneClass'
  | 'targetMissing'
  | 'positiveUnknown'
  | 'idMissing'
  | 'idRepeated'
  | 'timeInvalid'
  | 'timeMissing'
  | 'featuresMismatch';

/** `rows` are data rows from 1, the first few. */
export interface MatrixError {
  readonly code: MatrixErrorCode;
  readonly message: string;
  readonly columns: readonly string[];
  readonly rows: readonly number[];
}

/** Something to know about a column that does not keep it from being used. */
export interface ColumnWarning {
  readonly code: 'idLike' | 'constant' | 'leaking' | 'positiveAssumed';
  readonly column: string;
  readonly message: string;
}

/** Carries an error to the function that gives it back; never leaves it. */
export class MatrixFault extends Error {
  readonly fault: MatrixError;
  constructor(fault: MatrixError) {
    super(fault.message);
    this.fault = fault;
  }
}

export function fault(
  code: MatrixErrorCode,
  message: string,
  columns: readonly string[] = [],
  rows: readonly number[] = [],
): MatrixFault {
  return new MatrixFault({ code, message, columns, rows });
}

const listedRows = 10;

/** Data rows from 1 of which `holds` is true: how many, the first few, and both in words. */
export function rowsWhere(rows: number, holds: (row: number) => boolean) {
  const first: number[] = [];
  let total = 0;
  for (let row = 0; row < rows; row++) {
    if (!holds(row)) continue;
    total++;
    if (first.length < listedRows) first.push(row + 1);
  }
  const more = total > first.length ? ` and ${total - first.length} more` : '';
  return { total, first, text: `${total === 1 ? 'row' : 'rows'} ${first.join(', ')}${more}` };
}

export function listed(names: readonly string[]): string {
  return names.map(quoted).join(', ');
}
