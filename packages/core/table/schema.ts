/** The declared schema of a table: what a person says about its columns before it is read. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Result } from '../result.ts';
import { dateFormatProblem } from './date-time.ts';
import type { TableError } from './errors.ts';
import { explainFile } from './file-problem.ts';

const common = {
  /** These tokens are missing values in this column too. */
  missing: z.array(z.string()).optional(),
  /** The column may be absent from the file. */
  optional: z.boolean().optional(),
};

const columnSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    unit: z.string().min(1).optional(),
    decimal: z.enum(['.', ',']).optional(),
    ...common,
  }),
  z.strictObject({ kind: z.literal('category'), levels: z.array(z.string()).min(1).optional(), ...common }),
  z.strictObject({ kind: z.literal('boolean'), ...common }),
  z.strictObject({
    kind: z.literal('dateTime'),
    format: z
      .string()
      .superRefine((format, context) => {
        const problem = dateFormatProblem(format);
        if (problem !== null) context.addIssue({ code: 'custom', message: problem });
      })
      .optional(),
    ...common,
  }),
  z.strictObject({ kind: z.literal('text'), ...common }),
]);

/** Schema of a schema file; see docs/tables.md. `missing` replaces the tokens that are missing values by default. */
export const tableSchema = z.strictObject({
  missing: z.array(z.string()).optional(),
  columns: z.record(z.string().min(1), columnSchema),
});

export type ColumnSchema = z.output<typeof columnSchema>;
export type TableSchema = z.output<typeof tableSchema>;

/** Reads a schema file (JSON). What is wrong in it is named by its path, e.g. `columns.age.unit`. */
export async function readTableSchema(file: string): Promise<Result<TableSchema, TableError>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    return { ok: false, error: { file, ...explainFile(file, cause) } };
  }
  const fail = (reason: string): Result<TableSchema, TableError> => ({
    ok: false,
    error: { code: 'schemaInvalid', file, message: `${file} is not a table schema: ${reason}.` },
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
  const parsed = tableSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return fail(
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; '),
  );
}
