/** From a table to the matrix a learner is trained on: which columns are features, and what the others are. */
import type { Result } from '../result.ts';
import { columnWarnings } from './column-warnings.ts';
import { quoted } from './errors.ts';
import type { FeatureDefinition, LabelledMatrix } from './matrix.ts';
import { type ColumnWarning, fault, listed, type MatrixError, MatrixFault } from './matrix-error.ts';
import { readGroups, readIds, readTimes } from './roles.ts';
import { type Column, columnNamed, isMissing, missingFlag, type Table } from './table.ts';
import { readTarget, type Target } from './target.ts';

export interface FeatureMatrixOptions {
  /** The column to predict: 0 and 1, a boolean, or two words. */
  readonly target: string;
  /** The value of the target that is the event; see `readTarget` for what holds without it. */
  readonly positive?: string;
  readonly drop?: readonly string[];
  /** Tells rows apart. */
  readonly id?: string;
  /** Rows with one value belong together, such as to one person. */
  readonly group?: string;
  /** When a row was recorded. */
  readonly time?: string;
}

export interface ColumnLeftOut {
  readonly column: string;
  readonly reason: string;
}

/** `ids` are data rows from 1; `recordIds` are the ids of the file, null where no column holds any. */
export interface TableMatrix extends LabelledMatrix {
  readonly target: Target;
  readonly recordIds: readonly string[] | null;
  readonly groups: Int32Array | null;
  /** ms, shape [rows]. */
  readonly times: Float64Array | null;
  readonly leftOut: readonly ColumnLeftOut[];
  readonly warnings: readonly ColumnWarning[];
}

const dayMs = 86_400_000;

/**
 * Makes every column a feature that has no other role: numbers as they are, booleans as 0 and 1, categories as the position of
 * their level, dates as days since 1970. Text and columns without any value are left out, and listed.
 */
export function featureMatrix(table: Table, options: FeatureMatrixOptions): Result<TableMatrix, MatrixError> {
  try {
    return { ok: true, value: build(table, options) };
  } catch (cause) {
    if (cause instanceof MatrixFault) return { ok: false, error: cause.fault };
    throw cause;
  }
}

function build(table: Table, options: FeatureMatrixOptions): TableMatrix {
  const { rows } = table;
  const roles = assignRoles(table, options);
  if (rows === 0) throw fault('noRows', 'The table has no rows.');
  const target = readTarget(roles.target, rows, options.positive);
  const recordIds = roles.id === undefined ? null : readIds(roles.id, rows);
  const groups = roles.group === undefined ? null : readGroups(roles.group, rows);
  const times = roles.time === undefined ? null : readTimes(roles.time, rows);

  const leftOut: ColumnLeftOut[] = [];
  const warnings: ColumnWarning[] = [...target.warnings];
  const features: FeatureDefinition[] = [];
  const columns: Column[] = [];
  for (const column of roles.features) {
    const reason = whyLeftOut(column, rows);
    const feature = reason === null ? definitionOf(column) : null;
    if (feature === null) leftOut.push({ column: column.name, reason: reason ?? 'it is text' });
    else {
      warnings.push(...columnWarnings(feature, featureValues(column), target.labels));
      features.push(feature);
      columns.push(column);
    }
  }
  if (features.length === 0) {
    const why = leftOut.map(({ column, reason }) => `${quoted(column)}: ${reason}`).join('; ');
    throw fault('noFeatures', `No column is left to learn from${why === '' ? '' : ` (${why})`}.`);
  }
  const values = new Float32Array(rows * features.length);
  columns.forEach((column, place) => {
    writeColumn(values, featureValues(column), place, features.length);
  });
  const ids = Int32Array.from({ length: rows }, (_, row) => row + 1);
  const { labels } = target;
  return { features, rows, values, labels, ids, target, recordIds, groups, times, leftOut, warnings };
}

/** Finds the columns by their names; one column may be id and group, but the target is the target alone. */
function assignRoles(table: Table, { target, drop = [], id, group, time }: FeatureMatrixOptions) {
  const named = [target, ...drop, id, group, time].filter((name) => name !== undefined);
  const absent = [...new Set(named)].filter((name) => columnNamed(table, name) === undefined);
  const targetColumn = columnNamed(table, target);
  if (absent.length > 0 || targetColumn === undefined) {
    const columns = table.columns.map(({ name }) => name);
    throw fault(
      'columnMissing',
      `The table has no column ${listed(absent)}. Its columns: ${listed(columns)}.`,
      absent,
    );
  }
  if ([...drop, id, group, time].includes(target)) {
    const message = `${quoted(target)} is the target; it cannot be dropped or be the id, the group or the time too.`;
    throw fault('roleRepeated', message, [target]);
  }
  const find = (name: string | undefined) => (name === undefined ? undefined : columnNamed(table, name));
  return {
    target: targetColumn,
    id: find(id),
    group: find(group),
    time: find(time),
    features: table.columns.filter(({ name }) => !named.includes(name)),
  };
}

function whyLeftOut(column: Column, rows: number): string | null {
  let row = 0;
  while (row < rows && isMissing(column, row)) row++;
  if (row === rows) return 'it has no value in any row';
  return column.kind === 'text' ? 'it is free text: its words hardly repeat' : null;
}

/** What a column is to a learner; null for text. */
function definitionOf(column: Column): FeatureDefinition | null {
  const { name, unit } = column;
  switch (column.kind) {
    case 'number':
      return { name, kind: 'number', unit };
    case 'dateTime':
      return { name, kind: 'number', unit: 'd' };
    case 'boolean':
      return { name, kind: 'flag', unit: null };
    case 'category':
      return { name, kind: 'category', unit: null, levels: column.levels };
    default:
      return null;
  }
}

/** A column as numbers, NaN where missing, shape [rows]; all NaN for text. */
export function featureValues(column: Column): Float64Array {
  switch (column.kind) {
    case 'number':
      return column.values;
    case 'dateTime':
      return column.values.map((time) => time / dayMs);
    case 'boolean':
      return Float64Array.from(column.values, (flag) => (flag === missingFlag ? Number.NaN : flag));
    case 'category':
      return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
    default:
      return new Float64Array(column.values.length).fill(Number.NaN);
  }
}

/** Writes a column into its place in every row of a row-major matrix. */
export function writeColumn(matrix: Float32Array, column: Float64Array, place: number, width: number): void {
  for (let row = 0; row < column.length; row++) matrix[row * width + place] = column[row];
}
