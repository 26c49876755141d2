/** Reads one column cell by cell: declared, or inferred from its first cells and found out where a later one differs. */
import {
  type ColumnBuilder,
  categoryBuilder,
  numericBuilder,
  textBuilder,
  wordsBuilder,
} from './builders.ts';
import {
  type Cell,
  dateTime,
  declaredFlag,
  declaredNumber,
  inferredFlag,
  inferredNumber,
  type NumericReader,
  trimmed,
} from './cells.ts';
import type { BadCell } from './errors.ts';
import type { ColumnSchema } from './schema.ts';
import type { Column, ColumnKind } from './table.ts';

/** Where an inferred column turned out to hold something else; it has to be read again, as words. */
export interface Misfit {
  readonly from: ColumnKind;
  readonly cell: BadCell;
}

export interface ColumnReader {
  /** @param row from 0; rows that were passed over are missing. `line` is null where the format has no lines. */
  add(cell: Cell | null, row: number, line: number | null): void;
  /** Fills up to `rows` and gives the column; null where a misfit was found. */
  finish(rows: number): Column | null;
  misfit(): Misfit | null;
}

interface ReaderSettings {
  readonly name: string;
  /** Tokens that are missing values in every column. */
  readonly missing: ReadonlySet<string>;
  /** Text may be a number: true where the format has nothing but text. */
  readonly numbersFromText: boolean;
}

type BadCellHandler = (cell: BadCell) => void;

/** A column whose kind is declared: every cell that does not fit is reported, and missing. */
export function declaredReader(
  settings: ReaderSettings,
  schema: ColumnSchema,
  onBadCell: BadCellHandler,
): ColumnReader {
  const { name } = settings;
  const missing = new Set([...settings.missing, ...(schema.missing ?? [])]);
  const isMissing = missingTest(missing);
  const builder = declaredBuilder(name, schema);
  let rows = 0;
  return {
    add(cell, row, line) {
      for (; rows < row; rows++) builder.addMissing();
      rows++;
      if (cell === null || isMissing(cell)) builder.addMissing();
      else if (!builder.add(cell)) {
        onBadCell({ row: row + 1, line, column: name, found: String(cell), expected: expected(schema) });
        builder.addMissing();
      }
    },
    finish(total) {
      for (; rows < total; rows++) builder.addMissing();
      return builder.finish();
    },
    misfit: () => null,
  };
}

function missingTest(tokens: ReadonlySet<string>): (cell: Cell) => boolean {
  const longest = Math.max(0, ...Array.from(tokens, (token) => token.length)) + 2;
  return (cell) => {
    if (typeof cell === 'number') return Number.isNaN(cell);
    return typeof cell === 'string' && cell.length <= longest && tokens.has(trimmed(cell));
  };
}

function declaredBuilder(name: string, schema: ColumnSchema): ColumnBuilder {
  switch (schema.kind) {
    case 'number':
      return numericBuilder(
        { name, unit: schema.unit ?? null },
        'number',
        declaredNumber(schema.decimal ?? '.'),
      );
    case 'boolean':
      return numericBuilder({ name, unit: null }, 'boolean', declaredFlag);
    case 'dateTime':
      return numericBuilder({ name, unit: null }, 'dateTime', dateTime(schema.format));
    case 'category':
      return categoryBuilder(name, schema.levels);
    default:
      return textBuilder(name);
  }
}

function expected(schema: ColumnSchema): string {
  switch (schema.kind) {
    case 'number':
      return schema.decimal === ',' ? 'a number with a decimal comma' : 'a number';
    case 'boolean':
      return 'true, false, yes, no, 1 or 0';
    case 'dateTime':
      return `a date or time (${schema.format ?? 'ISO 8601, such as 2026-01-31 or 2026-01-31T12:00:00Z'})`;
    case 'category':
      return `one of ${(schema.levels ?? []).map((level) => JSON.stringify(level)).join(', ')}`;
    default:
      return 'text';
  }
}

interface Candidate {
  readonly kind: 'number' | 'boolean' | 'dateTime';
  readonly read: NumericReader;
  readonly expected: string;
}

/**
 * A column of which nothing is declared. Its kind is that of its first `sample` cells: boolean, number or time where all of
 * them are, else words. A later cell that does not fit is kept as the misfit, and the column has to be read again as
 * words: what was written is never bent into a kind.
 */
export function inferredReader(settings: ReaderSettings, sample: number): ColumnReader {
  const { name } = settings;
  const isMissing = missingTest(settings.missing);
  const candidates: readonly Candidate[] = [
    { kind: 'boolean', read: inferredFlag, expected: 'true, false, yes or no' },
    { kind: 'number', read: inferredNumber(settings.numbersFromText), expected: 'a number' },
    { kind: 'dateTime', read: dateTime(undefined), expected: 'an ISO 8601 date or time' },
  ];
  let waiting: (Cell | null)[] | null = [];
  let present = 0;
  let builder = wordsBuilder(name);
  let chosen: Candidate | undefined;
  let misfit: Misfit | null = null;
  let rows = 0;

  function settle(): void {
    if (waiting === null) return;
    const cells = waiting;
    waiting = null;
    chosen =
      present === 0
        ? undefined
        : candidates.find(({ read }) => cells.every((cell) => cell === null || !Number.isNaN(read(cell))));
    if (chosen !== undefined) builder = numericBuilder({ name, unit: null }, chosen.kind, chosen.read);
    for (const cell of cells) {
      if (cell === null) builder.addMissing();
      else builder.add(cell);
    }
  }

  function place(cell: Cell | null, row: number, line: number | null): void {
    if (waiting !== null) {
      waiting.push(cell);
      if (cell !== null) present++;
      if (waiting.length >= sample && present > 0) settle();
    } else if (cell === null) builder.addMissing();
    else if (!builder.add(cell) && chosen !== undefined) {
      misfit = {
        from: chosen.kind,
        cell: { row: row + 1, line, column: name, found: String(cell), expected: chosen.expected },
      };
    }
  }

  return {
    add(cell, row, line) {
      if (misfit !== null) return;
      for (; rows < row; rows++) place(null, rows, null);
      rows++;
      place(cell === null || isMissing(cell) ? null : cell, row, line);
    },
    finish(total) {
      if (misfit !== null) return null;
      for (; rows < total; rows++) place(null, rows, null);
      settle();
      return builder.finish();
    },
    misfit: () => misfit,
  };
}

/** A column that is read as words from the start. */
export function wordsReader(settings: ReaderSettings): ColumnReader {
  const { name } = settings;
  const isMissing = missingTest(settings.missing);
  const builder = wordsBuilder(name);
  let rows = 0;
  return {
    add(cell, row) {
      for (; rows < row; rows++) builder.addMissing();
      rows++;
      if (cell === null || isMissing(cell)) builder.addMissing();
      else builder.add(cell);
    },
    finish(total) {
      for (; rows < total; rows++) builder.addMissing();
      return builder.finish();
    },
    misfit: () => null,
  };
}
