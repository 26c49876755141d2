/** A data set that is one table in a file, read as anyone would read it with the product. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { featureMatrix, type LabelledMatrix, readTable } from '@praxis/core';
import { type OutcomeOf, outcomeColumn, withOutcome } from './outcome.ts';

export interface TableFile {
  /** Below the folder of data. */
  readonly file: string;
  readonly outcome: OutcomeOf;
  /** No features: what the outcome is made of or known only with it, and identifiers. */
  readonly drop: readonly string[];
  /** Categories that would be read as something else. */
  readonly category?: readonly string[];
}

/** @throws Error where the file does not fit its description */
export async function readTableFile(
  folder: string,
  { file, outcome, drop, category = [] }: TableFile,
): Promise<LabelledMatrix> {
  const read = await readTable(join(folder, file), { category });
  if (!read.ok) throw new Error(read.error.message);
  const matrix = featureMatrix(withOutcome(read.value.table, outcome), { target: outcomeColumn, drop });
  if (!matrix.ok) throw new Error(`${file}: ${matrix.error.message}`);
  const { features, rows, values, labels, ids } = matrix.value;
  return { features, rows, values, labels, ids };
}

export async function isThere(folder: string, file: string): Promise<boolean> {
  return access(join(folder, file)).then(
    () => true,
    () => false,
  );
}
