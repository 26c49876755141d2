/** Reads a CSV file into typed rows: every row passes a Zod schema, every failure names its place. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CsvError as ParserError, parse } from 'csv-parse';
import type { z } from 'zod';
import type { Result } from '../result.ts';
import { explainFile } from './file-problem.ts';

export type CsvErrorCode =
  | 'fileMissing'
  | 'fileUnreadable'
  | 'fileEmpty'
  | 'gzipDamaged'
  | 'columnMissing'
  | 'columnRepeated'
  | 'rowMalformed'
  | 'fieldInvalid';

/** `line` counts from 1 and is the line on which the row ends; `found` is the text as it stands in the file. */
export interface CsvError {
  readonly code: CsvErrorCode;
  readonly message: string;
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
  readonly found?: string;
}

/** `sha256` is over the bytes as they lie on the disk (compressed, if they are). */
export interface CsvTable<Row> {
  readonly rows: Row[];
  readonly sha256: string;
}

/** No row of a table is longer; what is, is no table, and is not read to its end. */
const longestRowBytes = 1_000_000;
/** Text from a file is quoted up to here, so that a message stays readable. */
const quotedCharacters = 200;

/** Carries a located error out of the parser's callbacks; never leaves this file. */
class Located extends Error {
  readonly located: CsvError;
  constructor(located: CsvError) {
    super(located.message);
    this.located = located;
  }
}

/**
 * Reads a whole CSV file with a header row; `.gz` is decompressed, a byte order mark is skipped, columns that the
 * schema does not name are left out. Stops at the first error and gives it back as a value.
 *
 * @param row schema of one row; its keys are the columns that must be there, each arrives as a string
 */
export async function readCsv<Shape extends z.ZodRawShape>(
  file: string,
  row: z.ZodObject<Shape>,
): Promise<Result<CsvTable<z.output<z.ZodObject<Shape>>>, CsvError>> {
  const rows: z.output<z.ZodObject<Shape>>[] = [];
  const hash = createHash('sha256');
  let bytes = 0;

  const parser = parse({
    bom: true,
    max_record_size: longestRowBytes,
    columns: (header: string[]) => selectColumns(file, header, Object.keys(row.shape)),
    // Rows are kept here and not handed on as a stream: 400,000 awaits would cost more than the parsing.
    on_record: (record: Record<string, string>, context) => {
      const parsed = row.safeParse(record);
      if (!parsed.success) throw new Located(fieldInvalid(file, context.lines, record, parsed.error));
      rows.push(parsed.data);
      return null;
    },
  });
  parser.resume();

  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }

  try {
    const source = createReadStream(file);
    if (file.endsWith('.gz')) await pipeline(source, hashed, createGunzip(), parser);
    else await pipeline(source, hashed, parser);
  } catch (cause) {
    return { ok: false, error: explain(file, cause) };
  }
  if (bytes === 0 || parser.info.lines === 0 || parser.info.bytes === 0) {
    return {
      ok: false,
      error: { code: 'fileEmpty', file, message: `${file} is empty: not even a header row.` },
    };
  }
  return { ok: true, value: { rows, sha256: hash.digest('hex') } };
}

/** Tells the parser which columns to keep (false: skip), after checking that each wanted one is there once. */
function selectColumns(file: string, header: string[], wanted: readonly string[]): (string | false)[] {
  for (const field of wanted) {
    const times = header.filter((name) => name === field).length;
    if (times === 0) {
      const message = `${file} has no column "${field}". Its columns: ${quoted(header.join(', '))}.`;
      throw new Located({ code: 'columnMissing', file, line: 1, field, message });
    }
    if (times > 1) {
      const message = `${file} has the column "${field}" ${times} times.`;
      throw new Located({ code: 'columnRepeated', file, line: 1, field, message });
    }
  }
  return header.map((name) => (wanted.includes(name) ? name : false));
}

function fieldInvalid(
  file: string,
  line: number,
  record: Readonly<Record<string, string>>,
  error: z.ZodError,
): CsvError {
  const issue = error.issues[0];
  const field = String(issue?.path[0] ?? '');
  const found = record[field] ?? '';
  const wanted = issue?.message ?? 'another value';
  const message = `${file}, line ${line}, column "${field}": found "${quoted(found)}", expected ${wanted}.`;
  return { code: 'fieldInvalid', file, line, field, found, message };
}

function quoted(text: string): string {
  return text.length > quotedCharacters ? `${text.slice(0, quotedCharacters)}…` : text;
}

/** Puts a name to whatever stopped the pipeline. */
function explain(file: string, cause: unknown): CsvError {
  if (cause instanceof Located) return cause.located;
  if (cause instanceof ParserError && cause.code === 'CSV_MAX_RECORD_SIZE') {
    const message = `${file} has a row longer than ${longestRowBytes} bytes: it is no CSV file, or a quote is never closed.`;
    return { code: 'rowMalformed', file, message };
  }
  if (cause instanceof ParserError) {
    const line = typeof cause.lines === 'number' ? cause.lines : undefined;
    const message = `${file}${line === undefined ? '' : `, line ${line}`}: ${cause.message}.`;
    return line === undefined
      ? { code: 'rowMalformed', file, message }
      : { code: 'rowMalformed', file, line, message };
  }
  return { file, ...explainFile(file, cause) };
}
