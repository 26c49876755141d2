/** What a checkpoint keeps of a fit. */
import { z } from 'zod';

const integers = z.custom<Int32Array>((value) => value instanceof Int32Array);
const numbers = z.custom<Float64Array>((value) => value instanceof Float64Array);

const tree = z.object({
  feature: integers,
  threshold: z.custom<Float32Array>((value) => value instanceof Float32Array),
  members: z.array(integers.nullable()).readonly(),
  missingLeft: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  left: integers,
  right: integers,
  value: numbers,
  cover: numbers,
});

/** A member under way: what its next tree depends on. */
const memberState = z.object({
  trees: z.array(tree).readonly(),
  odds: numbers,
  /** Lowest validation loss, and after how many trees; Infinity and 0 before the first. */
  bestLoss: z.number().or(z.literal(Number.POSITIVE_INFINITY)),
  bestTrees: z.int().nonnegative(),
});
export type MemberState = z.infer<typeof memberState>;

const fitState = z.object({
  /** Of the fit it belongs to: seed, settings and number of rows. */
  fit: z.string(),
  finished: z.array(z.array(tree).readonly()).readonly(),
  current: memberState.nullable(),
});
export type FitState = z.infer<typeof fitState>;

/** null where the state is none, or that of another fit. */
export function readFitState(state: unknown, fit: string): FitState | null {
  const read = fitState.safeParse(state);
  return read.success && read.data.fit === fit ? read.data : null;
}
