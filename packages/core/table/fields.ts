/** Zod schemas for the fields of a CSV row. An empty field is a missing value, never a zero. */
import { z } from 'zod';

/** A plain decimal; JavaScript's own conversion would also take '', ' ', '0x1f' and 'Infinity'. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const numberText = z.string().regex(decimal, 'a number');

/** A number that must be there. */
export const csvNumber = numberText.transform(Number);

/** A whole number that must be there. */
export const csvInteger = z
  .string()
  .regex(/^[+-]?\d+$/, 'a whole number')
  .transform(Number);

/** A number, or null where the field is empty. */
export const csvOptionalNumber = z
  .string()
  .regex(/^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)?$/i, 'a number or nothing')
  .transform((text) => (text === '' ? null : Number(text)));
