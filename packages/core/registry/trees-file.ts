/** The trees of a model as a file: what TreeSHAP explains where the graph cannot. */
import { z } from 'zod';
import type { TreePart } from '../learners/trees/ensemble.ts';

const integers = z.array(z.number().int()).transform((list) => Int32Array.from(list));
const reals = z.array(z.number()).transform((list) => Float64Array.from(list));

const infinity = 'Infinity';

const tree = z.object({
  feature: integers,
  /** JSON has neither NaN nor the infinity that parts missing values from all others. */
  threshold: z
    .array(z.union([z.number(), z.literal(infinity), z.null()]))
    .transform((list) => Float32Array.from(list, (value) => (value === null ? Number.NaN : Number(value)))),
  members: z.array(integers.nullable()),
  missingLeft: z.array(z.number().int()).transform((list) => Uint8Array.from(list)),
  left: integers,
  right: integers,
  value: reals,
  cover: reals,
});

const file = z.object({
  parts: z.array(
    z.object({
      factor: z.number(),
      ensemble: z.object({
        features: z.number().int(),
        base: z.number(),
        scale: z.number(),
        trees: z.array(tree),
      }),
    }),
  ),
});

export function writeTrees(parts: readonly TreePart[]): Uint8Array {
  const plain = (_: string, value: unknown) => (ArrayBuffer.isView(value) ? listOf(value) : value);
  return new TextEncoder().encode(`${JSON.stringify({ parts }, plain)}\n`);
}

function listOf(view: ArrayBufferView): (number | string)[] {
  if (view instanceof Float32Array || view instanceof Float64Array) {
    return Array.from(view, (value) => (value === Number.POSITIVE_INFINITY ? infinity : value));
  }
  if (view instanceof Int32Array || view instanceof Uint8Array) return [...view];
  throw new Error('a tree holds no such numbers');
}

/** @throws where the content is no such file */
export function readTrees(content: Uint8Array): readonly TreePart[] {
  return file.parse(JSON.parse(new TextDecoder().decode(content))).parts;
}
