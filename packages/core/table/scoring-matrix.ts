/** Maps a new file onto the features of a model, or says which columns do not fit, and how. */
import type { Result } from '../result.ts';
import { decimalNumber } from './cells.ts';
import { quoted } from './errors.ts';
import { featureValues, writeColumn } from './feature-matrix.ts';
import type { FeatureDefinition, FeatureMatrix } from './matrix.ts';
import { fault, listed, type MatrixError, MatrixFault } from './matrix-error.ts';
import type { ColumnSchema, TableSchema } from './schema.ts';
import { type Column, cellText, columnNamed, isMissing, missingFlag, type Table } from './table.ts';
import { labelsOf } from './target.ts';

/** `extra` names the columns that are no features of the model. */
export interface ScoringMatrix extends FeatureMatrix {
  readonly extra: readonly string[];
}

/**
 * The schema by which a file for a model is best read, so that its cells are what the model takes them for. Columns are
 * optional in it: `matrixFor` names all that are missing in one error.
 */
export function schemaFor(features: readonly FeatureDefinition[]): TableSchema {
  const columns: Record<string, ColumnSchema> = {};
  for (const feature of features) {
    // Days may be written as a date or as a number: the file decides.
    if (feature.kind === 'number' && feature.unit === 'd') continue;
    columns[feature.name] = { ...declaration(feature), optional: true };
  }
  return { columns };
}

function declaration(feature: FeatureDefinition): ColumnSchema {
  if (feature.kind === 'category') return { kind: 'category' };
  if (feature.kind === 'flag') return { kind: 'boolean' };
  return feature.unit === null ? { kind: 'number' } : { kind: 'number', unit: feature.unit };
}

/**
 * Maps a table onto a model's features, by name. A level that the model has not seen is `levels.length`; a column without
 * any value is missing everywhere, whatever its kind. Columns that are absent or of another kind make one error that names all
 * of them, and the columns that the model does not know beside them.
 */
export function matrixFor(
  features: readonly FeatureDefinition[],
  table: Table,
): Result<ScoringMatrix, MatrixError> {
  const values = new Float32Array(table.rows * features.length);
  const absent: string[] = [];
  const wrong: { readonly name: string; readonly how: string }[] = [];
  features.forEach((feature, place) => {
    const column = columnNamed(table, feature.name);
    if (column === undefined) {
      absent.push(feature.name);
      return;
    }
    const mapped = mapColumn(feature, column, table.rows);
    if (typeof mapped === 'string') wrong.push({ name: feature.name, how: mapped });
    else writeColumn(values, mapped, place, features.length);
  });
  const extra = table.columns
    .map(({ name }) => name)
    .filter((name) => !features.some((feature) => feature.name === name));
  if (absent.length === 0 && wrong.length === 0) {
    return { ok: true, value: { features, rows: table.rows, values, extra } };
  }
  const parts = [
    absent.length === 0 ? '' : `missing: ${listed(absent)}`,
    ...wrong.map(({ name, how }) => `${quoted(name)}: ${how}`),
    extra.length === 0 ? '' : `not known to the model: ${listed(extra)}`,
  ].filter((part) => part !== '');
  return {
    ok: false,
    error: {
      code: 'featuresMismatch',
      message: `The file does not match the model's features: ${parts.join('; ')}.`,
      columns: [...absent, ...wrong.map(({ name }) => name)],
      rows: [],
    },
  };
}

/** The 0/1 labels of a table for a model's target, or which rows have none of its two values. Shape [rows]. */
export function labelsFor(
  target: { readonly column: string; readonly positive: string; readonly negative: string },
  table: Table,
): Result<Uint8Array, MatrixError> {
  const column = columnNamed(table, target.column);
  try {
    if (column === undefined) {
      const columns = listed(table.columns.map(({ name }) => name));
      const message = `The file has no column ${quoted(target.column)}, which is the target. Its columns: ${columns}.`;
      throw fault('columnMissing', message, [target.column]);
    }
    return { ok: true, value: labelsOf(column, table.rows, target) };
  } catch (cause) {
    if (cause instanceof MatrixFault) return { ok: false, error: cause.fault };
    throw cause;
  }
}

/** The column as the feature's numbers, shape [rows], or what is wrong with it. */
function mapColumn(feature: FeatureDefinition, column: Column, rows: number): Float64Array | string {
  let present = 0;
  while (present < rows && isMissing(column, present)) present++;
  if (present === rows) return new Float64Array(rows).fill(Number.NaN);
  if (feature.kind === 'category') {
    return mapCategory(feature.levels, column) ?? mismatch('a category', column, present);
  }
  if (feature.kind === 'flag') {
    if (column.kind === 'boolean') return featureValues(column);
    const flags =
      column.kind === 'number' &&
      column.values.every((value) => Number.isNaN(value) || value === 0 || value === 1);
    return flags ? featureValues(column) : mismatch('true or false', column, present);
  }
  if (column.kind === 'number') return column.values;
  if (column.kind === 'dateTime' && feature.unit === 'd') return featureValues(column);
  return mismatch('numbers', column, present);
}

function mismatch(expected: string, column: Column, row: number): string {
  const found = quoted(cellText(column, row) ?? '');
  return `expected ${expected}, found ${column.kind} (${found} in row ${row + 1})`;
}

/** Positions of the levels; null where the column holds no words, numbers or flags. */
function mapCategory(levels: readonly string[], column: Column): Float64Array | null {
  const places = new Map(levels.map((level, place) => [level, place]));
  const placeOf = (word: string) => places.get(word) ?? levels.length;
  switch (column.kind) {
    case 'category': {
      const moved = column.levels.map(placeOf);
      return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : moved[code]));
    }
    case 'text':
      return Float64Array.from(column.values, (word) => (word === null ? Number.NaN : placeOf(word)));
    case 'number': {
      // A file whose levels all read as numbers: 1 and 1.0 are the same one.
      const numbers = new Map(levels.map((level, place) => [decimalNumber(level), place]));
      return column.values.map((value) =>
        Number.isNaN(value) ? value : (numbers.get(value) ?? levels.length),
      );
    }
    case 'boolean': {
      const flagPlace = (words: readonly string[]) => {
        const place = levels.findIndex((level) => words.includes(level.toLowerCase()));
        return place < 0 ? levels.length : place;
      };
      const flags = [flagPlace(['false', 'no']), flagPlace(['true', 'yes'])];
      return Float64Array.from(column.values, (flag) => (flag === missingFlag ? Number.NaN : flags[flag]));
    }
    default:
      return null;
  }
}
