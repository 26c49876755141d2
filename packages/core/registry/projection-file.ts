/** Where some rows of a run lie in the plane of their two leading components, as the file that training wrote. */
import { z } from 'zod';
import { projectionFile, readArtifactFile } from './artifact.ts';
import { estimate } from './card.ts';

/** The rows of either part that are shown: no more of them than the picture needs. */
export const mostPointsOfPart = 300;

const component = z.object({
  /** Of all that the prepared columns vary, 0 to 1. */
  variance: z.number(),
  /**
   * What it is made of, the most first; `weight` is the share of the feature, 0 to 1 over all features. `direction`: 1 where
   * higher values lie farther up, -1 where they lie farther down, null of what has no order.
   */
  features: z.array(
    z.object({
      name: z.string(),
      weight: z.number(),
      direction: z.union([z.literal(1), z.literal(-1)]).nullable(),
    }),
  ),
});

const projection = z.object({
  /** The fold whose training rows gave the components; its held-out rows are the test rows. */
  fold: z.number().int(),
  components: z.tuple([component, component]),
  /** The ellipse around the middle that holds the share `holds` of the training rows, by its half axes. */
  region: z.object({ holds: z.number(), first: z.number(), second: z.number() }),
  /** Share of the test rows inside it, with its interval. */
  inside: estimate,
  /** Rows of either part that were measured, at most 20,000; the points are some of them. */
  rows: z.object({ train: z.number().int(), test: z.number().int() }),
  points: z
    .array(
      z.strictObject({
        part: z.enum(['train', 'test']),
        label: z.union([z.literal(0), z.literal(1)]),
        /** Rounded to hundredths. */
        first: z.number(),
        second: z.number(),
      }),
    )
    .max(2 * mostPointsOfPart),
});
export type Projection = z.infer<typeof projection>;

export function writeProjection(content: Projection): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(content)}\n`);
}

/**
 * Of the artifact `hash`; null where its training has kept none.
 *
 * @throws ArtifactError where the artifact is not there or the file is not as it was written
 */
export async function readProjection(models: string, hash: string): Promise<Projection | null> {
  const content = await readArtifactFile(models, hash, projectionFile);
  return content && projection.parse(JSON.parse(new TextDecoder().decode(content)));
}
