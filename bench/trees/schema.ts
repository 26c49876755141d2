/** What crosses a process border: a contender's task, its answers, and the line that the bench prints. */
import { z } from 'zod';

/** The same for all contenders. */
export const growing = { trees: 200, leaves: 15, learningRate: 0.1, minRows: 20, bins: 255 } as const;

export const task = z.strictObject({
  /** Where the numbers are, and where scores go. */
  folder: z.string(),
  rows: z.int().positive(),
  testStart: z.int().positive(),
  threads: z.int().positive(),
});
export type Task = z.infer<typeof task>;

const seconds = z.number().positive();

/** Contenders are told `train` or `judge`, one word a line; each answer is one line of JSON. */
export const answer = z.discriminatedUnion('kind', [
  /** `config` names version and threads. */
  z.strictObject({ kind: z.literal('ready'), config: z.string() }),
  /** Of one fit on all rows, binning included; processor time is that of all threads. */
  z.strictObject({ kind: z.literal('trained'), seconds, cpuSeconds: seconds }),
  /** Fitted before `testStart`; the scores of the rows from there on lie in `scores.bin`, float64. */
  z.strictObject({ kind: z.literal('judged'), scoringMicroseconds: seconds.nullable() }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);
export type Answer = z.infer<typeof answer>;

const contender = z.strictObject({
  name: z.string(),
  config: z.string(),
  threads: z.int().positive(),
  /** Median of the rounds and the best one; the first fit of the process is not among them. */
  seconds,
  bestSeconds: seconds,
  cpuSeconds: seconds,
  firstSeconds: seconds,
  /** On the last days. */
  auroc: z.number().min(0).max(1),
});
export type Contestant = z.infer<typeof contender>;

export const resultLine = z.strictObject({
  rows: z.int().positive(),
  features: z.int().positive(),
  rounds: z.int().positive(),
  contenders: z.array(contender),
  /** LightGBM's seconds over ours, by threads; empty without LightGBM. */
  ratio: z.record(z.string(), z.number()),
  /** Our AUROC less LightGBM's; null without it. */
  aurocDifference: z.number().nullable(),
  /** One row through our 200 trees, in process. */
  scoringMicroseconds: z.number(),
  /** Why LightGBM took no part; null where it did. */
  peerMissing: z.string().nullable(),
});
export type ResultLine = z.infer<typeof resultLine>;
