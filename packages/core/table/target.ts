/** Which rows of a table have the event: a target column of two values becomes 0 and 1. */
import { quoted } from './errors.ts';
import { type ColumnWarning, fault, listed, rowsWhere } from './matrix-error.ts';
import { type Column, cellText, isMissing } from './table.ts';

export interface Target {
  readonly column: string;
  /** The value that is the event, and the other one, as text. */
  readonly positive: string;
  readonly negative: string;
  /** 1 where a row has the event, shape [rows]. */
  readonly labels: Uint8Array;
  readonly warnings: readonly ColumnWarning[];
}

const valuesNamed = 10;
const yes: readonly string[] = ['true', 'yes', '1'];
const no: readonly string[] = ['false', 'no', '0'];

/**
 * @param positive the value that is the event; undefined: 1 of 0 and 1, true of true and false, and otherwise the later of the
 *   two in order (as scikit-learn takes them), with a warning
 * @throws MatrixFault for a target with missing cells, with one value, or with more than two
 */
export function readTarget(column: Column, rows: number, positive: string | undefined): Target {
  const { name } = column;
  const missing = rowsWhere(rows, (row) => isMissing(column, row));
  if (missing.total > 0) {
    const message = `The target ${quoted(name)} is missing in ${missing.total} of ${rows} rows (${missing.text}). Leave these rows out of the file: nobody knows what happened there.`;
    throw fault('targetMissing', message, [name], missing.first);
  }
  const values = distinctValues(column, rows);
  if (values.length === 1) {
    const message = `The target ${quoted(name)} has one class only: it is ${quoted(values[0])} in all ${rows} rows. There is nothing to tell apart.`;
    throw fault('targetOneClass', message, [name]);
  }
  if (values.length > 2) {
    const message = `The target ${quoted(name)} has more than two values (${listed(values.slice(0, valuesNamed))}${values.length > valuesNamed ? ', …' : ''}). A target has two, such as 0 and 1 or no and yes.`;
    throw fault('targetInvalid', message, [name]);
  }
  const [low, high] = values;
  const event = positive === undefined ? high : eventNamed(column, values, positive);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) labels[row] = cellText(column, row) === event ? 1 : 0;
  const known = column.kind === 'boolean' || (column.kind === 'number' && low === '0' && high === '1');
  const message = `The event of ${quoted(name)} is taken to be ${quoted(event)}, the later of ${listed(values)}. Name it as the positive value to be sure.`;
  return {
    column: name,
    positive: event,
    negative: event === high ? low : high,
    labels,
    warnings: positive === undefined && !known ? [{ code: 'positiveAssumed', column: name, message }] : [],
  };
}

/** In order; no more than one beyond what a message names. */
function distinctValues(column: Column, rows: number): string[] {
  const values = new Set<string>();
  for (let row = 0; row < rows && values.size <= valuesNamed; row++) {
    const text = cellText(column, row);
    if (text !== null) values.add(text);
  }
  const order = column.kind === 'category' ? column.levels : [];
  return [...values].sort((one, other) => {
    if (column.kind === 'number') return Number(one) - Number(other);
    if (column.kind === 'category') return order.indexOf(one) - order.indexOf(other);
    return one < other ? -1 : 1;
  });
}

function eventNamed(column: Column, values: readonly string[], positive: string): string {
  const wanted = positive.trim();
  const found = values.find((value) => {
    if (value === wanted) return true;
    if (column.kind === 'number') return wanted !== '' && Number(value) === Number(wanted);
    if (column.kind !== 'boolean') return false;
    return (value === 'true' ? yes : no).includes(wanted.toLowerCase());
  });
  if (found !== undefined) return found;
  const message = `The target ${quoted(column.name)} is never ${quoted(positive)}; its values are ${listed(values)}.`;
  throw fault('positiveUnknown', message, [column.name]);
}

/**
 * The labels of another file for a model's target, shape [rows].
 *
 * @throws MatrixFault where a cell is missing, or is neither of the model's two values
 */
export function labelsOf(
  column: Column,
  rows: number,
  target: { readonly positive: string; readonly negative: string },
): Uint8Array {
  const { name } = column;
  const missing = rowsWhere(rows, (row) => isMissing(column, row));
  if (missing.total > 0) {
    const message = `The target ${quoted(name)} is missing in ${missing.text}.`;
    throw fault('targetMissing', message, [name], missing.first);
  }
  const strange = rowsWhere(
    rows,
    (row) => ![target.positive, target.negative].includes(cellText(column, row) ?? ''),
  );
  if (strange.total > 0) {
    const found = quoted(cellText(column, strange.first[0] - 1) ?? '');
    const message = `The target ${quoted(name)} is neither ${quoted(target.negative)} nor ${quoted(target.positive)} in ${strange.text}: found ${found}.`;
    throw fault('targetInvalid', message, [name], strange.first);
  }
  return Uint8Array.from({ length: rows }, (_, row) => (cellText(column, row) === target.positive ? 1 : 0));
}
