/** Reads a transactions file into typed records in the order of time, or says what is wrong with it and where. */
import {
  badCellsMessage,
  mergeBadCells,
  type Result,
  readTable,
  type TableError,
  type TableSchema,
} from '@praxis/core';
import { brokenRules } from './check-rows.ts';
import { type TransactionColumns, transactionColumns } from './columns.ts';
import { labelColumns, paymentColumns, scenarioOfCode } from './layout.ts';
import { type LabelledTransaction, minorUnitsPerUnit, type Transaction } from './records.ts';

/** A file's transactions in the order of time; those of one moment stand as in the file. */
export interface TransactionsFile<Payment extends Transaction> {
  readonly transactions: readonly Payment[];
  /** Rows that were earlier than one before them, and were moved to their place. */
  readonly outOfOrder: number;
  /** Over the bytes as they lie on the disk (compressed, if they are). */
  readonly sha256: string;
}

/**
 * Reads a file of the handbook's layout whose truth is known: CSV, plain or gzip, columns by name in any order, other
 * columns passed over. Fractions of a second are cut off. The whole file is held in memory. One bad cell refuses the file;
 * the error counts all of them by column and shows the first.
 */
export async function readTransactions(
  file: string,
): Promise<Result<TransactionsFile<LabelledTransaction>, TableError>> {
  return read(file, { ...paymentColumns, ...labelColumns }, (columns, row) => {
    const fraud = columns.fraud?.[row] === 1;
    return {
      ...payment(columns, row),
      fraud,
      scenario: columns.scenario === null ? null : scenarioOfCode[columns.scenario[row]],
    };
  });
}

/** As `readTransactions`, for a file whose truth is not known: labels that stand in it are passed over. */
export async function readUnlabelledTransactions(
  file: string,
): Promise<Result<TransactionsFile<Transaction>, TableError>> {
  return read(file, paymentColumns, payment);
}

async function read<Payment extends Transaction>(
  file: string,
  columns: TableSchema['columns'],
  record: (columns: TransactionColumns, row: number) => Payment,
): Promise<Result<TransactionsFile<Payment>, TableError>> {
  const table = await readTable(file, {
    format: 'csv',
    schema: { columns },
    undeclared: 'leaveOut',
    // An empty cell fits no column of this layout, and is then reported with the others that do not fit.
    missing: [],
    badCells: 'missing',
  });
  if (!table.ok) return table;
  const cells = transactionColumns(table.value);
  const bad = mergeBadCells(table.value.badCells, brokenRules(cells));
  if (bad.total > 0) {
    const message = `${file}: ${badCellsMessage(bad)} Mend or remove these rows.`;
    const names = Object.keys(bad.counts);
    return { ok: false, error: { code: 'cellsInvalid', file, columns: names, badCells: bad, message } };
  }
  if (cells.rows === 0) {
    const message = `${file} has a header, but not one transaction.`;
    return { ok: false, error: { code: 'fileEmpty', file, message } };
  }
  const { order, outOfOrder } = timeOrder(cells.time);
  const transactions = Array.from(order, (row) => record(cells, row));
  return { ok: true, value: { transactions, outOfOrder, sha256: table.value.sha256 } };
}

function payment(columns: TransactionColumns, row: number): Transaction {
  return {
    id: columns.id[row],
    timeSeconds: Math.floor(columns.time[row] / 1000),
    customer: columns.customer[row],
    terminal: columns.terminal[row],
    amountMinor: Math.round(columns.amount[row] * minorUnitsPerUnit),
  };
}

/** Rows in the order of time, and how many stand after a later one. */
function timeOrder(time: Float64Array): { readonly order: Uint32Array; readonly outOfOrder: number } {
  const order = Uint32Array.from(time, (_, row) => row);
  let outOfOrder = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (const at of time) {
    if (at < latest) outOfOrder++;
    else latest = at;
  }
  if (outOfOrder > 0) order.sort((one, other) => time[one] - time[other] || one - other);
  return { order, outOfOrder };
}
