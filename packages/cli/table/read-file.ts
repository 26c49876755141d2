/** A table's file, read as the options of a command say. */
import { type ReadTable, type Result, readTable, readTableSchema, type TableSchema } from '@praxis/core';
import { engineFault } from '../fault.ts';

export interface Reading {
  /** Path of a schema file. */
  readonly schema?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly category?: readonly string[];
  /** What the columns are that the schema file does not name. */
  readonly known?: TableSchema;
  readonly signal?: AbortSignal;
}

/** @throws FaultError with the table's own sentence, or naming a file without rows */
export async function readFileTable(file: string, reading: Reading): Promise<ReadTable> {
  const { delimiter, category = [], known, signal } = reading;
  const declared = reading.schema === undefined ? undefined : ensured(await readTableSchema(reading.schema));
  const columns = { ...known?.columns, ...declared?.columns };
  const read = ensured(
    await readTable(file, {
      schema: { ...declared, columns },
      category,
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  if (read.table.rows > 0) return read;
  throw engineFault({ code: 'noRows', message: `${file} has no rows.` });
}

/** The value, or its error as an exception; @param own as of `engineFault` */
export function ensured<Value>(
  result: Result<Value, { readonly code: string; readonly message: string }>,
  own: Readonly<Record<string, string>> = {},
): Value {
  if (!result.ok) throw engineFault(result.error, own);
  return result.value;
}
