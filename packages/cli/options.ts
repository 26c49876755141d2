/** Options as commands take them: parsed once, a wrong one named with what it should be. */
import { z } from 'zod';
import type { Given } from './command-list.ts';
import { FaultError } from './fault.ts';

/** @throws FaultError usage, naming the option */
export function parseOptions<Output>(schema: z.ZodType<Output>, { options, usage }: Given): Output {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '');
  const message = options[name] === undefined ? `--${name} is missing.` : `--${name} ${issue?.message}.`;
  throw new FaultError({ code: 'usage', message, mend: `Usage: praxis ${usage}` });
}

/** An option that must be given. */
export const required = z.string().min(1, { error: 'is empty' });

export const optional = required.optional();

export const flag = z.boolean().default(false);

/** A whole number with its bounds and what it is where nothing is given. */
export function whole(least: number, most: number, otherwise: number) {
  const error = `is not a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error })
    .default(otherwise);
}

/** A number as a person writes it, `1e-6` too; undefined where none is given. */
export function decimal(holds: (value: number) => boolean, error: string) {
  return z
    .string()
    .regex(/^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, { error })
    .transform(Number)
    .refine(holds, { error })
    .optional();
}

/** Names with commas between them; the option may stand more than once. */
export const names = z
  .array(z.string())
  .default([])
  .transform((lists) =>
    lists.flatMap((list) => list.split(',').map((name) => name.trim())).filter((name) => name !== ''),
  );

/** How a table's file is to be read. */
export const reading = {
  schema: optional,
  delimiter: z
    .string()
    .transform((text) => (text === '\\t' || text === 'tab' ? '\t' : text))
    .refine((text) => text.length === 1, { error: 'is not one character (a tab: "tab")' })
    .optional(),
};
