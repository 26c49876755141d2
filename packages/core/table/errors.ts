/** What can be wrong with a table's file, as a value that names the place. */

export type TableErrorCode =
  | 'fileMissing'
  | 'fileUnreadable'
  | 'fileEmpty'
  | 'gzipDamaged'
  | 'parquetDamaged'
  | 'formatUnknown'
  | 'encodingInvalid'
  | 'schemaInvalid'
  | 'headerMissing'
  | 'columnMissing'
  | 'columnRepeated'
  | 'rowMalformed'
  | 'rowsRagged'
  | 'cellsInvalid';

/** `row` counts data rows from 1; `line` counts the file's lines from 1, null where the format has none. */
export interface BadCell {
  readonly row: number;
  readonly line: number | null;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** The first bad cells, and how many there are in each column. */
export interface BadCells {
  readonly first: readonly BadCell[];
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
}

export interface TableError {
  readonly code: TableErrorCode;
  readonly message: string;
  readonly file: string;
  readonly line?: number;
  readonly columns?: readonly string[];
  readonly badCells?: BadCells;
}

/** Text from a file is quoted up to here, so that a message stays readable. */
const quotedCharacters = 80;
const cellsInMessage = 5;

export function quoted(text: string): string {
  return JSON.stringify(text.length > quotedCharacters ? `${text.slice(0, quotedCharacters)}…` : text);
}

export function badCellsMessage(bad: BadCells): string {
  const counts = Object.entries(bad.counts).map(([column, count]) => `${quoted(column)}: ${count}`);
  const places = bad.first.slice(0, cellsInMessage).map((cell) => {
    const line = cell.line === null ? '' : ` (line ${cell.line})`;
    return `row ${cell.row}${line}, column ${quoted(cell.column)}: found ${quoted(cell.found)}, expected ${cell.expected}`;
  });
  const more = bad.total > places.length ? `; and ${bad.total - places.length} more` : '';
  const cells = bad.total === 1 ? '1 cell does' : `${bad.total} cells do`;
  return `${cells} not fit (${counts.join(', ')}). ${places.join('; ')}${more}.`;
}

/** Carries an error out of a parser's callbacks; never leaves the reader. */
export class Located extends Error {
  readonly located: TableError;
  constructor(located: TableError) {
    super(located.message);
    this.located = located;
  }
}
