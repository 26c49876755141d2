/** What the section "What would change it?" and its endpoint say to each other. */
import { z } from 'zod';
import { outcomes } from '../../data/records.ts';
import { riskBands } from '../../service/bands.ts';

export const alternativesQuery = z.strictObject({ outcome: z.enum(outcomes) });

export const alternativesResponse = z.object({
  lowerBand: z.union([
    z.object({
      status: z.literal('change'),
      bound: z.number(),
      changes: z.array(z.object({ feature: z.string(), from: z.number(), to: z.number() })),
      probability: z.number(),
      lower: z.number(),
      upper: z.number(),
      band: z.enum(riskBands),
    }),
    z.object({
      status: z.literal('none'),
      reason: z.enum(['lowestBand', 'abstains', 'nothingChangeable', 'outOfReach']),
      bound: z.number().optional(),
      closest: z.number().optional(),
    }),
  ]),
  alike: z
    .object({
      people: z.number(),
      events: z.number(),
      lower: z.number(),
      upper: z.number(),
      female: z.number(),
      ages: z.object({ from: z.number(), to: z.number() }),
    })
    .nullable(),
});
export type AlternativesResponse = z.infer<typeof alternativesResponse>;
