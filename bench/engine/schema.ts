/** What crosses a process border: the lines that the bench prints, and the messages of its contenders. */
import { z } from 'zod';

const positive = z.number().positive();

/** One line of `npm run bench:engine -- --json`. Rates are better when higher, milliseconds when lower. */
export const resultLine = z.strictObject({
  work: z.string(),
  unit: z.enum(['samples/s', 'ms']),
  praxis: positive,
  /** null: no Python with PyTorch; `pytorchConfig` says why. */
  pytorch: positive.nullable(),
  pytorchConfig: z.string(),
  /** null: left out by --only, or failed; the reason is on standard error. */
  tfjsWasm: positive.nullable(),
  tfjsCpu: positive.nullable(),
  /** Of the better configuration of Praxis. */
  threads: z.int().positive(),
  /** How many times better than the peer Praxis is. */
  ratio: z.strictObject({
    pytorch: positive.nullable(),
    tfjsWasm: positive.nullable(),
    tfjsCpu: positive.nullable(),
  }),
  /** Every configuration's median, in `unit`. */
  configurations: z.record(z.string(), positive),
  /** 99th percentiles in ms; only of works measured in ms. */
  p99: z.record(z.string(), positive).optional(),
  /** Tracing the model and opening its session, in ms. */
  setupMs: positive,
  /** Nodes of the graph as it was written, before the runtime's own rewriting. */
  nodes: z.int().positive(),
  /** Growth of the process over 10,000 steps; only of `mlp`, with --memory. */
  growthMb: z.number().optional(),
});
export type ResultLine = z.infer<typeof resultLine>;

/** Steps before the measured ones: enough to see whether gradient and update agree too. */
export const firstSteps = 3;

/** What a contender is told when it starts. */
export const assignment = z.strictObject({
  contender: z.enum(['praxis', 'tfjs-wasm', 'tfjs-cpu']),
  work: z.string(),
  threads: z.int().positive(),
  /** Where the runtime's profile goes; null for none. */
  profile: z.string().nullable(),
  /** Graph passes that Praxis leaves out. */
  withoutPasses: z.array(z.string()).optional(),
});
export type Assignment = z.infer<typeof assignment>;

/** Runs steps until one of the two limits is reached, at least one. */
export const command = z.strictObject({ milliseconds: positive, steps: z.int().positive() });
export type Command = z.infer<typeof command>;

const round = z.strictObject({
  kind: z.literal('round'),
  steps: z.int().positive(),
  milliseconds: positive,
  /** Of all the process's threads; hardly disturbed by other work on the machine. */
  cpuMilliseconds: z.number().nonnegative(),
  /** Of single steps, in ms. */
  p50: positive,
  p99: positive,
  residentMb: positive,
});
/** Built and stepped a few times. */
const ready = z.strictObject({
  kind: z.literal('ready'),
  config: z.string(),
  /** Losses of the first steps (of predictions: the first scores), to see that all compute the same thing. */
  firstResults: z.array(z.number()).min(1),
  setupMs: positive,
  nodes: z.int().positive().nullable(),
  /** The first step as a round, where it took so long that another would make the run too long. */
  slow: round.nullable(),
});
const failed = z.strictObject({ kind: z.literal('failed'), message: z.string() });
export const message = z.discriminatedUnion('kind', [ready, round, failed]);
export type Message = z.infer<typeof message>;
export type Ready = z.infer<typeof ready>;
export type Round = z.infer<typeof round>;
