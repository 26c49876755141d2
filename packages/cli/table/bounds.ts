/** The file of a private training that declares between what each number lies. */
import { readFile } from 'node:fs/promises';
import type { FeatureBounds, FeatureDefinition } from '@praxis/core';
import { z } from 'zod';
import { FaultError, reason, systemCode } from '../fault.ts';

const number = z.number({ error: 'is not a number' });
const bounds = z.record(
  z.string(),
  z.strictObject({ low: number, high: number }, { error: 'is not {"low": number, "high": number}' }),
  { error: 'is not an object with a key for each column' },
);

/**
 * Bounds by column. Every number has them; a column that is true or false needs none, a category takes none.
 *
 * @throws FaultError boundsInvalid naming the file and every column at fault; fileMissing, fileUnreadable
 */
export async function readBounds(
  file: string,
  features: readonly FeatureDefinition[],
): Promise<Readonly<Record<string, FeatureBounds>>> {
  const parsed = bounds.safeParse(jsonOf(file, await textOf(file)));
  if (!parsed.success) {
    throw invalid(
      file,
      parsed.error.issues.map(({ path: [column, ...rest], message }) =>
        column === undefined ? `it ${message}` : `${[`"${String(column)}"`, ...rest].join(', ')} ${message}`,
      ),
    );
  }
  const faults = [
    ...Object.entries(parsed.data).flatMap(([name, { low, high }]) => {
      const kind = features.find((feature) => feature.name === name)?.kind;
      if (kind === undefined) return [`"${name}" is no feature of the table`];
      if (kind === 'category') return [`"${name}" is a category, which has no bounds`];
      return low < high ? [] : [`"${name}" has a low of ${low}, which is not below its high of ${high}`];
    }),
    ...features.flatMap(({ name, kind }) =>
      kind === 'flag' || kind === 'category' || Object.hasOwn(parsed.data, name)
        ? []
        : [`"${name}" has no bounds`],
    ),
  ];
  if (faults.length > 0) throw invalid(file, faults);
  return parsed.data;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const missing = systemCode(error) === 'ENOENT';
    throw new FaultError({
      code: missing ? 'fileMissing' : 'fileUnreadable',
      message: missing ? `There is no file ${file}.` : `${file} cannot be read: ${reason(error)}.`,
      mend: 'Check the path given with --bounds.',
    });
  });
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(file, [`it is not JSON: ${reason(error)}`]);
  }
}

function invalid(file: string, faults: readonly string[]): FaultError {
  return new FaultError({
    code: 'boundsInvalid',
    message: `${file} does not bound the features: ${faults.join('; ')}.`,
    mend: 'Declare {"COLUMN": {"low": 0, "high": 120}, …} for every number, from what is known without the rows, or leave columns out with --drop.',
  });
}
