/** What crosses a process border: the lines that the bench prints, and those of the peers. */
import { z } from 'zod';

const share = z.number().min(0).max(1);

/** Figures of rows held out, each the mean over the repeats. */
const contender = z.strictObject({
  name: z.string(),
  /** `auto` is the whole procedure, candidates are what it chooses from. */
  side: z.enum(['auto', 'candidate', 'peer']),
  auroc: share,
  auprc: share,
  brier: share,
  logLoss: z.number(),
  ece10: share,
  slope: z.number(),
  intercept: z.number(),
  /** Of `auto`: the whole run, as time passed. Of all others: their fits, added up, which run side by side. */
  seconds: z.number().positive(),
});
export type ContenderLine = z.infer<typeof contender>;

/** One line of `npm run bench:learners -- --json`. */
export const resultLine = z.strictObject({
  data: z.string(),
  rows: z.int().positive(),
  events: z.int().positive(),
  features: z.int().positive(),
  folds: z.int().positive(),
  repeats: z.int().positive(),
  /** What serves in the end, and why it was chosen. */
  chosen: z.string(),
  why: z.string(),
  contenders: z.array(contender).min(1),
  /** What could not take part, and why. */
  absent: z.array(z.string()),
  /** Empty where the data set has no goal. */
  goals: z.array(
    z.strictObject({
      figure: z.enum(['auroc', 'auprc', 'brier', 'ece10', 'slope']),
      goal: z.string(),
      value: z.number(),
      met: z.boolean(),
    }),
  ),
});
export type ResultLine = z.infer<typeof resultLine>;

const peer = z.strictObject({
  kind: z.literal('peer'),
  name: z.string(),
  /** Holds its probabilities. */
  file: z.string(),
  seconds: z.number().positive(),
  /** As scikit-learn works them out from the same probabilities. */
  figures: z.strictObject({ auroc: share, averagePrecision: share, brier: share }),
});
const absent = z.strictObject({ kind: z.literal('absent'), name: z.string(), reason: z.string() });

/** What the Python process says. */
export const peerLine = z.discriminatedUnion('kind', [peer, absent]);
export type PeerLine = z.infer<typeof peerLine>;
