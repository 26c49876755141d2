/** Columns that say who and when a row is: ids, groups and times. They are no features. */
import type { Result } from '../result.ts';
import { quoted } from './errors.ts';
import { fault, type MatrixError, MatrixFault, rowsWhere } from './matrix-error.ts';
import { type Column, cellText, isMissing } from './table.ts';

const repeatedNamed = 5;

/**
 * The id of each row as text.
 *
 * @throws MatrixFault where an id is missing or stands in two rows, naming ids and rows
 */
export function readIds(column: Column, rows: number): string[] {
  const { name } = column;
  const missing = rowsWhere(rows, (row) => isMissing(column, row));
  if (missing.total > 0) {
    throw fault('idMissing', `The id ${quoted(name)} is missing in ${missing.text}.`, [name], missing.first);
  }
  const ids = Array.from({ length: rows }, (_, row) => cellText(column, row) ?? '');
  const firstRow = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  ids.forEach((id, row) => {
    const first = firstRow.get(id);
    if (first === undefined) firstRow.set(id, row + 1);
    else repeated.set(id, [...(repeated.get(id) ?? [first]), row + 1].slice(0, repeatedNamed));
  });
  if (repeated.size === 0) return ids;
  const named = [...repeated].slice(0, repeatedNamed);
  const places = named.map(([id, where]) => `${quoted(id)} in rows ${where.join(', ')}`).join('; ');
  const more = repeated.size > named.length ? `; and ${repeated.size - named.length} more ids` : '';
  const message = `The id ${quoted(name)} does not tell rows apart: ${places}${more}. If several rows belong to one person, name the column as the group instead.`;
  throw fault(
    'idRepeated',
    message,
    [name],
    named.flatMap(([, where]) => where),
  );
}

/** The id of each row as text, or why it does not tell rows apart. */
export function rowIds(column: Column, rows: number): Result<readonly string[], MatrixError> {
  try {
    return { ok: true, value: readIds(column, rows) };
  } catch (cause) {
    if (cause instanceof MatrixFault) return { ok: false, error: cause.fault };
    throw cause;
  }
}

/** A code for each row, the same for rows of one group; a row without a group is a group of its own. Shape [rows]. */
export function readGroups(column: Column, rows: number): Int32Array {
  const codes = new Map<string | number | null, number>();
  const groups = new Int32Array(rows);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) {
      groups[row] = next++;
      continue;
    }
    const key = column.kind === 'category' ? column.codes[row] : column.values[row];
    let code = codes.get(key);
    if (code === undefined) {
      code = next++;
      codes.set(key, code);
    }
    groups[row] = code;
  }
  return groups;
}

/**
 * The time of each row in ms, shape [rows].
 *
 * @throws MatrixFault where the column holds no times, or one is missing
 */
export function readTimes(column: Column, rows: number): Float64Array {
  const { name } = column;
  if (column.kind !== 'dateTime') {
    const message = `The time column ${quoted(name)} is ${column.kind}, not dateTime. Write dates as 2026-01-31 or 2026-01-31T12:00:00Z, or declare the column's format in a schema.`;
    throw fault('timeInvalid', message, [name]);
  }
  const missing = rowsWhere(rows, (row) => isMissing(column, row));
  if (missing.total > 0) {
    throw fault(
      'timeMissing',
      `The time ${quoted(name)} is missing in ${missing.text}.`,
      [name],
      missing.first,
    );
  }
  return column.values;
}
