/** A small real table: 768 women, 8 features, values missing in five of them, 268 with diabetes. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCsv } from '../table/csv.ts';
import { csvOptionalNumber } from '../table/fields.ts';
import type { FeatureDefinition, LabelledMatrix } from '../table/matrix.ts';

const file = fileURLToPath(new URL('pima-diabetes.csv.gz', import.meta.url));

const features: readonly FeatureDefinition[] = [
  { name: 'pregnant', kind: 'count', unit: null },
  { name: 'glucose', kind: 'number', unit: 'mg/dL' },
  { name: 'pressure', kind: 'number', unit: 'mm[Hg]' },
  { name: 'triceps', kind: 'number', unit: 'mm' },
  { name: 'insulin', kind: 'number', unit: 'mU/L' },
  { name: 'mass', kind: 'number', unit: 'kg/m2' },
  { name: 'pedigree', kind: 'number', unit: null },
  { name: 'age', kind: 'number', unit: 'a' },
];

const row = z.object({
  pregnant: csvOptionalNumber,
  glucose: csvOptionalNumber,
  pressure: csvOptionalNumber,
  triceps: csvOptionalNumber,
  insulin: csvOptionalNumber,
  mass: csvOptionalNumber,
  pedigree: csvOptionalNumber,
  age: csvOptionalNumber,
  diabetes: z.enum(['pos', 'neg']),
});

/** @param rows how many of the rows, from the first */
export async function pima(rows = 768): Promise<LabelledMatrix> {
  const read = await readCsv(file, row);
  if (!read.ok) throw new Error(read.error.message);
  const women = read.value.rows.slice(0, rows);
  const values = women.flatMap((woman) => [
    woman.pregnant,
    woman.glucose,
    woman.pressure,
    woman.triceps,
    woman.insulin,
    woman.mass,
    woman.pedigree,
    woman.age,
  ]);
  return {
    features,
    rows: women.length,
    values: Float32Array.from(values, (value) => value ?? Number.NaN),
    labels: Uint8Array.from(women, ({ diabetes }) => (diabetes === 'pos' ? 1 : 0)),
    ids: Int32Array.from(women.keys()),
  };
}
