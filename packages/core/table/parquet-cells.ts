/** Cells of a Parquet file, column by column, a row group at a time. */
import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { CellSink } from './cell-sink.ts';
import type { Cell } from './cells.ts';
import type { ColumnReader } from './column-reader.ts';
import { Located } from './errors.ts';

interface ParquetSettings {
  /** Called with the share of all cells that has been read. */
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads all columns into the sink. Columns of lists and structures are left out with a note: a table has one value a cell.
 *
 * @returns the number of rows; throws `Located` for a damaged file
 */
export async function readParquetCells(
  file: string,
  sink: CellSink,
  settings: ParquetSettings,
): Promise<number> {
  const buffer = await asyncBufferFromFile(file);
  try {
    const metadata = await parquetMetadataAsync(buffer);
    const names = singleValueColumns(metadata, sink);
    for (const [place, name] of names.entries()) {
      const column = sink.column(name);
      if (column === null) continue;
      const scan = await parquetScan({ file: buffer, metadata, columns: [name], compressors });
      for (const range of scan.ranges) {
        settings.signal?.throwIfAborted();
        addCells(column, name, await scan.readColumn({ column: name, ...range }), range.rowStart, sink);
        settings.onShare((place + range.rowEnd / Number(metadata.num_rows)) / names.length);
      }
    }
    return Number(metadata.num_rows);
  } catch (cause) {
    settings.signal?.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Located({
      code: 'parquetDamaged',
      file,
      message: `${file} cannot be read as Parquet: ${reason}.`,
    });
  }
}

function singleValueColumns(metadata: FileMetaData, sink: CellSink): string[] {
  return parquetSchema(metadata)
    .children.filter(({ children, element }) => {
      const single = children.length === 0 && element.repetition_type !== 'REPEATED';
      if (!single)
        sink.note(element.name, `Column "${element.name}" holds lists or structures; it is left out.`);
      return single;
    })
    .map(({ element }) => element.name);
}

function addCells(
  column: ColumnReader,
  name: string,
  values: ArrayLike<unknown>,
  rowStart: number,
  sink: CellSink,
): void {
  for (let index = 0; index < values.length; index++) {
    const row = rowStart + index;
    const value = values[index];
    const cell = cellOf(value);
    if (cell === undefined) {
      sink.onBadCell({
        row: row + 1,
        line: null,
        column: name,
        found: String(value),
        expected: 'a single value',
      });
    }
    column.add(cell ?? null, row, null);
  }
}

/** Null is missing; undefined is nothing that a table holds. */
function cellOf(value: unknown): Cell | null | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    default:
      return value === null || value instanceof Date ? value : undefined;
  }
}
