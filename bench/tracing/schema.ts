/** What the processes of the tracing bench tell each other. */
import { z } from 'zod';

/** What a contender has to train on. */
export const job = z.object({
  /** Praxis reads the response file; PyTorch a JSON file with the same learners' skills and answers. */
  file: z.string(),
  learners: z.int().positive(),
  threads: z.int().positive(),
  hidden: z.int().positive(),
  sorted: z.boolean(),
});
export type Job = z.infer<typeof job>;

/**
 * Interactions of one epoch, and what learning from them took, with the processor's time beside it; building and compiling
 * are left out.
 */
export const epoch = z.object({
  interactions: z.int().positive(),
  seconds: z.number().positive(),
  cpuSeconds: z.number().positive(),
});
export type Epoch = z.infer<typeof epoch>;
