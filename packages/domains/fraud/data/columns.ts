/** A transactions file's columns as numbers, one entry a row. */
import { columnNamed, type ReadTable } from '@praxis/core';

/** A cell that was missing or did not fit is NaN, in `fraud` `missingFlag`. */
export interface TransactionColumns {
  readonly rows: number;
  readonly id: Float64Array;
  /** Milliseconds since 1970. */
  readonly time: Float64Array;
  readonly customer: Float64Array;
  readonly terminal: Float64Array;
  /** In whole units of the currency. */
  readonly amount: Float64Array;
  /** Null where the file is not labelled. */
  readonly fraud: Uint8Array | null;
  /** Codes of `scenarioOfCode`; null where the file does not tell. */
  readonly scenario: Float64Array | null;
}

/** @param table read by the schema of layout.ts, which says that the columns are there and of which kind */
export function transactionColumns({ table }: ReadTable): TransactionColumns {
  const optional = (name: string) => {
    const column = columnNamed(table, name);
    return column?.kind === 'number' || column?.kind === 'dateTime' ? column.values : null;
  };
  const numbers = (name: string) => optional(name) ?? new Float64Array(table.rows).fill(Number.NaN);
  const fraud = columnNamed(table, 'TX_FRAUD');
  return {
    rows: table.rows,
    id: numbers('TRANSACTION_ID'),
    time: numbers('TX_DATETIME'),
    customer: numbers('CUSTOMER_ID'),
    terminal: numbers('TERMINAL_ID'),
    amount: numbers('TX_AMOUNT'),
    fraud: fraud?.kind === 'boolean' ? fraud.values : null,
    scenario: optional('TX_FRAUD_SCENARIO'),
  };
}
