/** Cells of a CSV file: a header, then rows of as many cells. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { CellSink } from './cell-sink.ts';
import { decimalNumber } from './cells.ts';
import type { ColumnReader } from './column-reader.ts';
import { sniffDelimiter } from './delimiter.ts';
import { Located, quoted } from './errors.ts';

/** No row of a table is longer; what is, is no table, and is not read to its end. */
const longestRowBytes = 1_000_000;
const sniffedBytes = 1 << 16;
const raggedInMessage = 5;

/**
 * Reads all rows into the sink; empty lines are passed over.
 *
 * @param chunks UTF-8 without a byte order mark
 * @param delimiter undefined: found out from the first lines
 * @returns the number of data rows; throws `Located` for what is no table
 */
export async function readCsvCells(
  file: string,
  chunks: AsyncGenerator<Buffer>,
  delimiter: string | undefined,
  sink: CellSink,
): Promise<number> {
  const head = await beginning(chunks);
  if (head.toString().trim() === '') {
    throw new Located({ code: 'fileEmpty', file, message: `${file} is empty: not even a header row.` });
  }
  let columns: (ColumnReader | null)[] | null = null;
  let rows = 0;
  const ragged = raggedRows(file);
  const lineOf = lineCounter();

  const parser = parse({
    delimiter: delimiter ?? sniffDelimiter(head.toString()),
    // All of them: what the library finds out from the first line need not hold for the others.
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: longestRowBytes,
    // Rows are taken here and not handed on as a stream: a million awaits would cost more than the parsing.
    on_record: (record: readonly string[], info) => {
      const lines = lineOf(record, info.lines);
      if (columns === null) {
        columns = columnNames(file, record, sink).map((name) => sink.column(name));
        return null;
      }
      if (record.length !== columns.length) ragged.add(rows, lines, record.length, columns.length);
      else for (let cell = 0; cell < record.length; cell++) columns[cell]?.add(record[cell], rows, lines);
      rows++;
      if (rows % 10_000 === 0) sink.onRows(rows);
      return null;
    },
  });
  parser.resume();

  async function* whole() {
    yield head;
    yield* chunks;
  }
  try {
    await pipeline(Readable.from(whole(), { objectMode: false }), parser);
  } catch (cause) {
    throw cause instanceof CsvError ? malformed(file, cause) : cause;
  }
  ragged.throwIfAny();
  return rows;
}

/** Enough of the text to see its delimiter. */
async function beginning(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  while (bytes < sniffedBytes) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    parts.push(value);
    bytes += value.length;
  }
  return Buffer.concat(parts);
}

/** Checks the header; a column without a name, as R and pandas write for row numbers, is called by its place. */
function columnNames(file: string, header: readonly string[], sink: CellSink): string[] {
  const names = header.map((name, place) => {
    if (name.trim() !== '') return name.trim();
    const given = `column${place + 1}`;
    sink.note(given, `Column ${place + 1} has no name in the header; it is called ${quoted(given)}.`);
    return given;
  });
  if (header.every((name) => !Number.isNaN(decimalNumber(name.trim())))) {
    const message = `${file} has no header: its first line holds numbers only (${quoted(header.join(', '))}). Put the columns' names there.`;
    throw new Located({ code: 'headerMissing', file, line: 1, message });
  }
  const repeated = [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
  if (repeated.length > 0) {
    const message = `${file} has more than one column of the name ${repeated.map(quoted).join(', ')}.`;
    throw new Located({ code: 'columnRepeated', file, line: 1, columns: repeated, message });
  }
  return names;
}

/** Corrects the library's count of lines, which takes a Windows line end within quotes for two. */
function lineCounter(): (record: readonly string[], lines: number) => number {
  let previous = 0;
  let twice = 0;
  return (record, lines) => {
    // Only a record of several lines can have such an end; most have one.
    if (lines - previous > 1) for (const cell of record) twice += cell.split('\r\n').length - 1;
    previous = lines;
    return lines - twice;
  };
}

function raggedRows(file: string) {
  const places: string[] = [];
  let firstLine = 0;
  let total = 0;
  return {
    add(row: number, line: number, found: number, expected: number): void {
      if (total++ === 0) firstLine = line;
      if (places.length < raggedInMessage) {
        places.push(`row ${row + 1} (line ${line}) has ${found} cells instead of ${expected}`);
      }
    },
    throwIfAny(): void {
      if (total === 0) return;
      const more = total > places.length ? `; and ${total - places.length} more` : '';
      const count = total === 1 ? '1 row has' : `${total} rows have`;
      const message = `${file}: ${count} another number of cells than the header: ${places.join('; ')}${more}.`;
      throw new Located({ code: 'rowsRagged', file, line: firstLine, message });
    },
  };
}

function malformed(file: string, cause: CsvError): Located {
  if (cause.code === 'CSV_MAX_RECORD_SIZE') {
    const message = `${file} has a row longer than ${longestRowBytes} bytes: it is no CSV file, or a quote is never closed.`;
    return new Located({ code: 'rowMalformed', file, message });
  }
  const line = typeof cause.lines === 'number' ? cause.lines : undefined;
  const message = `${file}${line === undefined ? '' : `, line ${line}`}: ${cause.message}.`;
  return new Located({ code: 'rowMalformed', file, ...(line === undefined ? {} : { line }), message });
}
