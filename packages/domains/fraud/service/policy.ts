/** What the house answers to a score: what a review costs, what is refused, and what happens when no model answers. */
import { z } from 'zod';

export const policySchema = z.strictObject({
  /** What a person's look at one card costs, in hundredths of the currency's unit. */
  reviewCostMinor: z.int().positive(),
  /** Cards that people can look at in a day. */
  reviewsPerDay: z.int().positive(),
  /** A payment of at least this probability of fraud is declined; a person looks at it all the same. */
  declineFrom: z.number().min(0).max(1),
  /** Without a model's answer a payment is approved (open) or reviewed (closed); rules apply either way. */
  whenModelFails: z.enum(['open', 'closed']),
  /** How long a model may take. */
  modelDeadlineMs: z.int().positive(),
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/)).min(1),
  /** Nobody pays more than this: a larger amount is a mistake of whoever sent it. */
  largestAmountMinor: z.int().positive(),
});
export type Policy = z.infer<typeof policySchema>;

export const defaultPolicy: Policy = {
  reviewCostMinor: 500,
  reviewsPerDay: 100,
  declineFrom: 0.9,
  whenModelFails: 'closed',
  modelDeadlineMs: 100,
  currencies: ['EUR'],
  largestAmountMinor: 10_000_000,
};
