/** What the what-if panel and its endpoint say to each other. */
import { z } from 'zod';
import { outcomes } from '../../data/records.ts';
import { abstentionReasons } from '../../service/abstention.ts';
import { riskBands } from '../../service/bands.ts';

/** Changed inputs by feature name, each in the feature's own unit. */
export const whatIfRequest = z.strictObject({ changes: z.record(z.string().max(64), z.number()) });

/** The risks of a changed person, without their explanations. */
const whatIfRisk = z.discriminatedUnion('status', [
  z.object({ status: z.literal('alreadyHas'), outcome: z.enum(outcomes) }),
  z.object({ status: z.literal('notReady'), outcome: z.enum(outcomes) }),
  z.object({
    status: z.literal('risk'),
    outcome: z.enum(outcomes),
    probability: z.number(),
    lower: z.number(),
    upper: z.number(),
    band: z.enum(riskBands),
    abstains: z
      .object({ reason: z.enum(abstentionReasons), unusual: z.array(z.string()).readonly() })
      .nullable(),
  }),
]);
export type WhatIfRisk = z.infer<typeof whatIfRisk>;

export const whatIfResponse = z.object({ risks: z.array(whatIfRisk) });

/** `feature`, `minimum` and `maximum` come with a value out of range. */
export const whatIfFailure = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    feature: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
});
