/** The one door from a file to a table: CSV, JSON Lines or Parquet, plain or gzip. */
import { createHash, type Hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Result } from '../result.ts';
import { badCellCollection } from './bad-cells.ts';
import { firstBytes, isGzip, textBytes, utf8 } from './bytes.ts';
import type { CellSink } from './cell-sink.ts';
import { missingTokens } from './cells.ts';
import {
  type ColumnReader,
  declaredReader,
  inferredReader,
  type Misfit,
  wordsReader,
} from './column-reader.ts';
import { readCsvCells } from './csv-cells.ts';
import { type BadCells, badCellsMessage, Located, quoted, type TableError } from './errors.ts';
import { explainFile } from './file-problem.ts';
import { formatOf, type TableFormat } from './format.ts';
import { readJsonLinesCells } from './json-lines-cells.ts';
import { readParquetCells } from './parquet-cells.ts';
import type { ColumnSchema, TableSchema } from './schema.ts';
import type { Column, Table } from './table.ts';

export interface TableProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

export interface ReadTableOptions {
  /** Columns of which a person has said what they are; all others are inferred. */
  readonly schema?: TableSchema;
  /** Columns of which nothing is declared: inferred (the default), or not kept at all. */
  readonly undeclared?: 'infer' | 'leaveOut';
  /** Columns that are categories, whatever their cells look like. */
  readonly category?: readonly string[];
  /** Undefined: by content and name. */
  readonly format?: TableFormat;
  /** Of a CSV file; undefined: found out. */
  readonly delimiter?: string;
  /** Tokens that are missing values, instead of those of the schema and of `missingTokens`. */
  readonly missing?: readonly string[];
  /** What a cell that does not fit makes: an error of the whole (the default), or a missing value that is counted. */
  readonly badCells?: 'error' | 'missing';
  /** How many cells decide what an undeclared column is. */
  readonly sampleRows?: number;
  readonly onProgress?: (progress: TableProgress) => void;
  /** Rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Something a person should know about a column that was read. */
export interface TableNote {
  readonly column: string;
  readonly message: string;
}

/** `sha256` is over the bytes as they lie on the disk (compressed, if they are). */
export interface ReadTable {
  readonly table: Table;
  readonly format: TableFormat;
  readonly bytes: number;
  readonly sha256: string;
  readonly notes: readonly TableNote[];
  /** Cells that were made missing; none unless `badCells` is 'missing'. */
  readonly badCells: BadCells;
}

const defaultSampleRows = 10_000;

/**
 * Reads a file into a table. What is wrong with it comes back as a value; an abort rejects. Where an undeclared column
 * turns out, beyond the sample, to hold something else than it began with, the file is read a second time for it.
 */
export async function readTable(
  file: string,
  options: ReadTableOptions = {},
): Promise<Result<ReadTable, TableError>> {
  try {
    return { ok: true, value: await read(file, options) };
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof Located) return { ok: false, error: cause.located };
    return { ok: false, error: { file, ...explainFile(file, cause) } };
  }
}

interface Source {
  readonly file: string;
  readonly options: ReadTableOptions;
  readonly format: TableFormat;
  readonly gzip: boolean;
  readonly bytes: number;
}

async function read(file: string, options: ReadTableOptions): Promise<ReadTable> {
  const gzip = isGzip(await firstBytes(file, 2)) || file.endsWith('.gz');
  const format = options.format ?? (await formatOf(file, gzip));
  const { size: bytes } = await stat(file);
  const source: Source = { file, options, format, gzip, bytes };
  const hash = createHash('sha256');
  const notes: TableNote[] = [];
  const badCells = badCellCollection();
  const readers = new Map<string, ColumnReader>();
  const names: string[] = [];
  const declared = declaredColumns(options);

  const rows = await readCells(source, hash, {
    column(name) {
      names.push(name);
      const settings = readerSettings(source, name);
      const schema = declared.get(name);
      if (schema === undefined && options.undeclared === 'leaveOut') return null;
      const reader =
        schema === undefined
          ? inferredReader(settings, options.sampleRows ?? defaultSampleRows)
          : declaredReader(settings, schema, badCells.add);
      readers.set(name, reader);
      return reader;
    },
    onBadCell: badCells.add,
    note: (column, message) => notes.push({ column, message }),
  });
  refuseMissingColumns(file, declared, names);
  const bad = badCells.all();
  if (bad.total > 0 && options.badCells !== 'missing') {
    const message = `${file}: ${badCellsMessage(bad)}`;
    throw new Located({
      code: 'cellsInvalid',
      file,
      columns: Object.keys(bad.counts),
      badCells: bad,
      message,
    });
  }
  const columns = await finishColumns(source, readers, rows, notes);
  const sha256 = hash.digest('hex');
  return { table: { rows, columns }, format, bytes, sha256, notes, badCells: bad };
}

/** One pass over the file; `hash` is given in the first. */
async function readCells(source: Source, hash: Hash | null, into: Omit<CellSink, 'onRows'>): Promise<number> {
  const { file, options, format, gzip, bytes: totalBytes } = source;
  let bytes = 0;
  let rows = 0;
  const report = () => options.onProgress?.({ bytes, totalBytes, rows });
  const sink: CellSink = {
    ...into,
    onRows(count) {
      rows = count;
      report();
    },
  };
  const onBytes = (count: number) => {
    bytes = count;
  };
  const stream = () => textBytes(file, { gzip, hash, onBytes, signal: options.signal });
  if (format === 'parquet') {
    if (hash !== null) for await (const _ of stream());
    const onShare = (share: number) => {
      bytes = Math.round(share * totalBytes);
      report();
    };
    rows = await readParquetCells(file, sink, { onShare, signal: options.signal });
  } else {
    const text = utf8(file, stream());
    rows = await (format === 'csv'
      ? readCsvCells(file, text, options.delimiter, sink)
      : readJsonLinesCells(file, text, sink));
  }
  bytes = totalBytes;
  report();
  return rows;
}

/** The columns of the first pass, with those that did not stay what they began as from a second. */
async function finishColumns(
  source: Source,
  readers: ReadonlyMap<string, ColumnReader>,
  rows: number,
  notes: TableNote[],
): Promise<Column[]> {
  const again = new Map<string, ColumnReader>();
  for (const [name, reader] of readers) {
    if (reader.misfit() !== null) again.set(name, wordsReader(readerSettings(source, name)));
  }
  if (again.size > 0) {
    const ignore = () => {};
    const into = { column: (name: string) => again.get(name) ?? null, onBadCell: ignore, note: ignore };
    await readCells(source, null, into);
  }
  const columns: Column[] = [];
  for (const [name, reader] of readers) {
    const column = (again.get(name) ?? reader).finish(rows);
    if (column === null) continue;
    columns.push(column);
    const misfit = reader.misfit();
    if (misfit !== null) notes.push(widened(column, misfit));
  }
  return columns;
}

function widened({ name, kind }: Column, { from, cell }: Misfit): TableNote {
  const place = cell.line === null ? `row ${cell.row}` : `row ${cell.row} (line ${cell.line})`;
  const message = `Column ${quoted(name)} begins as ${from}, but ${place} holds ${quoted(cell.found)}, not ${cell.expected}: all of it is read as ${kind}. Declare it, or name the token as missing.`;
  return { column: name, message };
}

function readerSettings({ options, format }: Source, name: string) {
  const missing = new Set(options.missing ?? options.schema?.missing ?? missingTokens);
  return { name, missing, numbersFromText: format === 'csv' };
}

function declaredColumns({ schema, category = [] }: ReadTableOptions): Map<string, ColumnSchema> {
  const declared = new Map(Object.entries(schema?.columns ?? {}));
  for (const name of category) {
    if (declared.get(name)?.kind !== 'category') declared.set(name, { kind: 'category' });
  }
  return declared;
}

function refuseMissingColumns(
  file: string,
  declared: ReadonlyMap<string, ColumnSchema>,
  found: readonly string[],
): void {
  const absent = [...declared]
    .filter(([name, schema]) => schema.optional !== true && !found.includes(name))
    .map(([name]) => name);
  if (absent.length === 0) return;
  const message = `${file} has no column ${absent.map(quoted).join(', ')}. Its columns: ${found.map(quoted).join(', ')}.`;
  throw new Located({ code: 'columnMissing', file, columns: absent, message });
}
