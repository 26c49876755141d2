/** What a teacher sends. */
import { z } from 'zod';

export const longestName = 80;

export const givenClass = z.strictObject({ name: z.string().trim().min(1).max(longestName) });
export const givenMember = z.strictObject({ email: z.string().trim().min(1).max(254) });

/** What may be in a field is the service's to say, in words that name the field. */
export const givenSet = z.strictObject({
  skills: z.array(z.string().max(80)).max(200),
  exercises: z.number(),
  success: z.number(),
  learners: z.array(z.string().max(100)).max(1_000),
  dueOn: z.string().max(20).nullable(),
  note: z.string().trim().max(2_000),
});
