/** A typed table, column by column: what every file is read into, whatever its format. */

interface ColumnHead {
  readonly name: string;
  /** UCUM-like unit, null where none is declared. */
  readonly unit: string | null;
}

/** Missing: NaN. */
export interface NumberColumn extends ColumnHead {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Position of the cell's level in `levels`; missing: −1. */
export interface CategoryColumn extends ColumnHead {
  readonly kind: 'category';
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** 0 or 1; missing: `missingFlag`. */
export interface BooleanColumn extends ColumnHead {
  readonly kind: 'boolean';
  readonly values: Uint8Array;
}

/** Milliseconds since 1970-01-01T00:00Z; missing: NaN. */
export interface DateTimeColumn extends ColumnHead {
  readonly kind: 'dateTime';
  readonly values: Float64Array;
}

/** Missing: null. */
export interface TextColumn extends ColumnHead {
  readonly kind: 'text';
  readonly values: readonly (string | null)[];
}

export type Column = NumberColumn | CategoryColumn | BooleanColumn | DateTimeColumn | TextColumn;
export type ColumnKind = Column['kind'];

/** Every column has `rows` cells. Names are unique. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** Stands in a boolean column where nothing is known. */
export const missingFlag = 255;

export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

export function isMissing(column: Column, row: number): boolean {
  switch (column.kind) {
    case 'category':
      return column.codes[row] < 0;
    case 'boolean':
      return column.values[row] === missingFlag;
    case 'text':
      return column.values[row] === null;
    default:
      return Number.isNaN(column.values[row]);
  }
}

/** How many cells of a column are missing. */
export function missingCount(column: Column, rows: number): number {
  let count = 0;
  for (let row = 0; row < rows; row++) if (isMissing(column, row)) count++;
  return count;
}

/** A cell as text, as it would be written for a person; null where it is missing. */
export function cellText(column: Column, row: number): string | null {
  if (isMissing(column, row)) return null;
  switch (column.kind) {
    case 'category':
      return column.levels[column.codes[row]];
    case 'boolean':
      return column.values[row] === 1 ? 'true' : 'false';
    case 'dateTime':
      return new Date(column.values[row]).toISOString();
    default:
      return String(column.values[row]);
  }
}
