/** A table whose outcome is written as a column of its own, without the rows in which nobody knows it. */
import { type Column, cellText, columnNamed, type Table } from '@praxis/core';

/** A cell of one row as text; null where it is missing. */
export type CellOf = (column: string) => string | null;

/** Whether a row has the outcome; null: nobody knows. */
export type OutcomeOf = (cell: CellOf) => boolean | null;

export const outcomeColumn = 'outcome of the bench';

/** @throws Error naming a column that the rule asks for and the table lacks */
export function withOutcome(table: Table, outcomeOf: OutcomeOf): Table {
  const cell = (name: string, row: number) => {
    const column = columnNamed(table, name);
    if (column === undefined) throw new Error(`There is no column ${name}.`);
    return cellText(column, row);
  };
  const outcomes = Array.from({ length: table.rows }, (_, row) => outcomeOf((name) => cell(name, row)));
  const kept = Int32Array.from(outcomes.keys()).filter((row) => outcomes[row] !== null);
  const outcome: Column = {
    kind: 'boolean',
    name: outcomeColumn,
    unit: null,
    values: Uint8Array.from(kept, (row) => (outcomes[row] === true ? 1 : 0)),
  };
  return {
    rows: kept.length,
    columns: [...table.columns.map((column) => someRows(column, kept)), outcome],
  };
}

function someRows(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case 'category':
      return { ...column, codes: rows.map((row) => column.codes[row]) };
    case 'boolean':
      return { ...column, values: Uint8Array.from(rows, (row) => column.values[row]) };
    case 'text':
      return { ...column, values: Array.from(rows, (row) => column.values[row]) };
    default:
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]) };
  }
}
