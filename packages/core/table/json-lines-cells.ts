/** Cells of a JSON Lines file: one object a line; a key that a line lacks is missing there. */
import { StringDecoder } from 'node:string_decoder';
import type { CellSink } from './cell-sink.ts';
import type { Cell } from './cells.ts';
import type { ColumnReader } from './column-reader.ts';
import { Located, quoted } from './errors.ts';

const longestLine = 10_000_000;

/**
 * Reads all objects into the sink; empty lines are passed over.
 *
 * @returns the number of data rows; throws `Located` at the first line that is no object, and where there is none at all
 */
export async function readJsonLinesCells(
  file: string,
  chunks: AsyncIterable<Buffer>,
  sink: CellSink,
): Promise<number> {
  const columns = new Map<string, ColumnReader | null>();
  let rows = 0;
  for await (const { text, line } of numberedLines(file, chunks)) {
    for (const [name, value] of Object.entries(parseObject(file, text, line))) {
      let column = columns.get(name);
      if (column === undefined) {
        column = sink.column(name);
        columns.set(name, column);
      }
      if (column === null) continue;
      column.add(cellOf(value, { row: rows + 1, line, column: name }, sink), rows, line);
    }
    rows++;
    if (rows % 10_000 === 0) sink.onRows(rows);
  }
  if (rows === 0)
    throw new Located({ code: 'fileEmpty', file, message: `${file} is empty: not one object.` });
  return rows;
}

async function* numberedLines(file: string, chunks: AsyncIterable<Buffer>) {
  const decoder = new StringDecoder('utf8');
  let line = 0;
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) {
      const message = `${file}, line ${line + lines.length + 1} is longer than ${longestLine} characters: this is no JSON Lines file.`;
      throw new Located({ code: 'rowMalformed', file, line: line + lines.length + 1, message });
    }
    for (const text of lines) {
      line++;
      if (text.trim() !== '') yield { text, line };
    }
  }
  if (rest.trim() !== '') yield { text: rest, line: line + 1 };
}

function parseObject(file: string, text: string, line: number): object {
  let value: unknown;
  let reason = '';
  try {
    value = JSON.parse(text);
  } catch (cause) {
    reason = ` (${cause instanceof Error ? cause.message : String(cause)})`;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const message = `${file}, line ${line}: expected one JSON object a line, such as {"age": 61, "sex": "female"}, found ${quoted(text.trim())}${reason}.`;
  throw new Located({ code: 'rowMalformed', file, line, message });
}

function cellOf(
  value: unknown,
  place: { readonly row: number; readonly line: number; readonly column: string },
  sink: CellSink,
): Cell | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && !losesDigits(value)) return value;
  const expected =
    typeof value === 'number' ? 'whole numbers up to 2^53 (write longer ones as text)' : 'a single value';
  sink.onBadCell({ ...place, found: JSON.stringify(value), expected });
  return null;
}

/** Identifiers of 64 bits have lost their last digits by the time they are JavaScript numbers. */
function losesDigits(value: number): boolean {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && Math.abs(value) <= 2 ** 64 && Number.isInteger(value);
}
