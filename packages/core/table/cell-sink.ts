/** What a format's reader hands its cells to. */
import type { ColumnReader } from './column-reader.ts';
import type { BadCell } from './errors.ts';

export interface CellSink {
  /** Called once for each column, in the file's order; null where nobody wants its cells. */
  column(name: string): ColumnReader | null;
  /** A cell that no column can hold. */
  onBadCell(cell: BadCell): void;
  /** Something to tell about a column that is no error. */
  note(column: string, message: string): void;
  /** Called now and then with the number of rows read. */
  onRows(rows: number): void;
}
