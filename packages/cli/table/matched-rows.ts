/** Two files about the same rows: which row of the one is which of the other. */
import { cellText, columnNamed, type Result, rowIds, type Table } from '@praxis/core';
import { FaultError } from '../fault.ts';
import { ensured } from './read-file.ts';

interface NamedTable {
  /** Path of the file. */
  readonly file: string;
  readonly table: Table;
}

/** Ids that a message names. */
const named = 3;

/**
 * @param id the column that tells rows apart, in both files
 * @returns for each row of the first file its row in the second, shape [rows]
 * @throws FaultError where an id is missing or repeated, or one file has rows that the other has not
 */
export function matchedRows(first: NamedTable, second: NamedTable, id: string): Int32Array {
  const [own, others] = [idsOf(first, id), idsOf(second, id)];
  const places = new Map(others.map((name, row) => [name, row]));
  const known = new Set(own);
  const parts = [
    onlyIn(
      first.file,
      own.filter((name) => !places.has(name)),
    ),
    onlyIn(
      second.file,
      others.filter((name) => !known.has(name)),
    ),
  ].filter((part) => part !== '');
  if (parts.length > 0) {
    throw new FaultError({
      code: 'rowsDiffer',
      message: `The files hold different rows by "${id}": ${parts.join('; ')}.`,
      mend: 'Leave these rows out, or give one file: figures of different rows are not held against each other.',
    });
  }
  return Int32Array.from(own, (name) => places.get(name) ?? -1);
}

function idsOf({ file, table }: NamedTable, id: string): readonly string[] {
  const column = columnNamed(table, id);
  if (column === undefined) {
    const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
    throw new FaultError({
      code: 'columnMissing',
      message: `${file} has no column "${id}". Its columns: ${columns}.`,
      mend: 'Name with --id a column that tells rows apart in both files.',
    });
  }
  return ensured(inFile(file, rowIds(column, table.rows)));
}

/** The same with the file in its error. */
function inFile<Value>(
  file: string,
  result: Result<Value, { readonly code: string; readonly message: string }>,
): Result<Value, { readonly code: string; readonly message: string }> {
  if (result.ok) return result;
  const { code, message } = result.error;
  return { ok: false, error: { code, message: `${file}: ${message}` } };
}

function onlyIn(file: string, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const some = ids.slice(0, named).map((id) => `"${id}"`);
  return `${ids.length} only in ${file} (${some.join(', ')}${ids.length > named ? ', …' : ''})`;
}

/**
 * @param rows as `matchedRows` @param target the column of each file that says what happened
 * @throws FaultError where something else is said to have happened to a row in the other file
 */
export function checkOutcomes(
  first: NamedTable & { readonly labels: Uint8Array; readonly target: string },
  second: NamedTable & { readonly labels: Uint8Array; readonly target: string },
  rows: Int32Array,
  id: string,
): void {
  const wrong = [...rows.keys()].filter((row) => first.labels[row] !== second.labels[rows[row]]);
  const [row] = wrong;
  if (row === undefined) return;
  const cell = ({ table }: NamedTable, name: string, at: number) => {
    const column = columnNamed(table, name);
    return column === undefined ? '' : (cellText(column, at) ?? '');
  };
  const say = (of: typeof first, at: number) =>
    `"${of.target}" is "${cell(of, of.target, at)}" in row ${at + 1} of ${of.file}`;
  const more = wrong.length > 1 ? `; and ${wrong.length - 1} more rows differ` : '';
  throw new FaultError({
    code: 'targetsDiffer',
    message: `Of "${cell(first, id, row)}" the files do not tell the same outcome: ${say(first, row)} and ${say(second, rows[row])}${more}.`,
    mend: 'Correct the rows, or compare models of one target and one positive value.',
  });
}
