/** How far a record lies from those that a model has learnt from, read from the file that training wrote. */
import { z } from 'zod';
import { distanceParts } from './covariance.ts';
import { preparedRow } from './prepared-row.ts';

const file = z.object({
  columns: z.array(
    z.object({
      feature: z.number().int(),
      part: z.enum(['value', 'level', 'missing']),
      level: z.number().int().nullable(),
      kind: z.enum(['number', 'count', 'flag']),
      centre: z.number(),
      scale: z.number(),
    }),
  ),
  /** Cholesky factor of the covariance, shape [columns, columns]. */
  factor: z.array(z.number()).transform((list) => Float64Array.from(list)),
  /** Percentiles 0 to 100 of the distances of training rows, each measured without knowing the row. */
  percentiles: z.array(z.number()).length(101),
});
export type FamiliarityFile = Readonly<z.infer<typeof file>>;

/** Farther out than this percentile of the training rows is unlike them: a judgement, at which one in a hundred of them was. */
const unlikePercentile = 99;

export interface Familiarity {
  /** Of the training rows, how many in a hundred lie nearer to their middle. */
  readonly percentile: number;
  readonly unlike: boolean;
  /** Features that make most of the distance, the first the most, with their share of its square; at most three. */
  readonly mostUnusual: readonly { readonly feature: string; readonly share: number }[];
}

/** @param row raw values, shape [features], NaN where missing */
export type MeasureFamiliarity = (row: Float32Array) => Familiarity;

const mostNamed = 3;

/** @throws where the content is no such file */
export function readFamiliarity(content: Uint8Array, features: readonly string[]): MeasureFamiliarity {
  const { columns, factor, percentiles } = file.parse(JSON.parse(new TextDecoder().decode(content)));
  return (row) => {
    const parts = distanceParts(factor, preparedRow(columns, row));
    const byFeature = new Float64Array(features.length);
    columns.forEach(({ feature }, column) => {
      byFeature[feature] += parts[column];
    });
    const square = parts.reduce((sum, part) => sum + part, 0);
    const distance = Math.sqrt(square);
    const order = [...byFeature.keys()].sort((a, b) => byFeature[b] - byFeature[a]);
    return {
      percentile: percentileOf(percentiles, distance),
      unlike: distance > percentiles[unlikePercentile],
      mostUnusual: order
        .filter((feature) => byFeature[feature] > 0)
        .slice(0, mostNamed)
        .map((feature) => ({ feature: features[feature], share: byFeature[feature] / square })),
    };
  };
}

function percentileOf(percentiles: readonly number[], distance: number): number {
  const above = percentiles.findIndex((value) => value > distance);
  if (above < 0) return 100;
  if (above === 0) return 0;
  const below = percentiles[above - 1];
  return above - 1 + (distance - below) / (percentiles[above] - below);
}

export function writeFamiliarity({ columns, factor, percentiles }: FamiliarityFile): Uint8Array {
  const content = JSON.stringify({ columns, factor: [...factor], percentiles });
  return new TextEncoder().encode(`${content}\n`);
}
