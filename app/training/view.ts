/** What the training endpoints answer and the training page reads: one shape for both sides. */
import { z } from 'zod';

/** The browser reads these shapes too, so they are written out here instead of taken from the engine's door. */
const estimate = z.object({ value: z.number(), lower: z.number(), upper: z.number() });

const curvePoint = z.object({
  learner: z.string(),
  /** null: the final fit on everybody. */
  fold: z.number().int().nullable(),
  epoch: z.number().int(),
  trainLoss: z.number(),
  validationLoss: z.number().nullable(),
  validationAuroc: z.number().nullable(),
});
export type CurvePoint = z.infer<typeof curvePoint>;

const runStatuses = ['queued', 'running', 'cancelling', 'succeeded', 'failed', 'cancelled'] as const;

const runView = z.object({
  id: z.string(),
  vertical: z.string(),
  outcome: z.string(),
  /** `cancelling`: asked to stop, its worker has not stopped yet. */
  status: z.enum(runStatuses),
  /** null before the first sign of life. */
  stage: z.string().nullable(),
  /** Of the whole run, 0 to 1. */
  fraction: z.number(),
  /** Rises each time the run begins anew; its curve then starts from nothing. */
  attempt: z.number().int(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  error: z.string().nullable(),
  /** Cross-validated AUROC of the finished model. */
  auroc: estimate.nullable(),
});
export type RunView = z.infer<typeof runView>;

/** `GET /api/v1/training?vertical=x`; `now` is the server's clock, from which durations are counted. */
export const runList = z.object({ runs: z.array(runView), now: z.iso.datetime() });
export type RunList = z.infer<typeof runList>;

const candidate = z.object({
  learner: z.string(),
  chosen: z.boolean(),
  /** It could not be chosen. */
  comparedOnly: z.boolean(),
  auroc: estimate,
  averagePrecision: estimate,
  brier: estimate,
  calibrationSlope: estimate,
  /** The learner's settings by name. */
  parameters: z.record(z.string(), z.number()),
  seconds: z.number(),
});

/** The finished model's figures, from its card. */
const runResult = z.object({
  artifact: z.string(),
  /** Fingerprint of the rows: figures of other rows are not held against these. */
  cohortSha256: z.string(),
  sources: z.array(z.object({ file: z.string(), sha256: z.string() })),
  folds: z.number().int(),
  seed: z.number().int(),
  seconds: z.number(),
  rows: z.number().int(),
  events: z.number().int(),
  why: z.enum([
    'onlyOne',
    'betterAuroc',
    'notDistinguishableSimpler',
    'betterAveragePrecision',
    'averagePrecisionAlikeSimpler',
  ]),
  candidates: z.array(candidate),
  /** What only the vertical counts, by word keys of its own; none of most. */
  ownFigures: z.array(
    z.object({
      figure: z.string(),
      unit: z.enum(['ratio', 'share', 'currency']),
      value: z.number(),
      best: z.number().nullable(),
    }),
  ),
});
export type RunResult = z.infer<typeof runResult>;

/** `GET /api/v1/training/[id]?since=n`: the points from position n on. */
export const runDetail = z.object({
  run: runView,
  points: z.array(curvePoint),
  result: runResult.nullable(),
  now: z.iso.datetime(),
});
export type RunDetail = z.infer<typeof runDetail>;

const component = z.object({
  variance: z.number(),
  features: z.array(
    z.object({
      name: z.string(),
      weight: z.number(),
      direction: z.union([z.literal(1), z.literal(-1)]).nullable(),
    }),
  ),
});

/** `GET /api/v1/training/[id]/projection`: where some rows of a finished run lie in their two leading components. */
export const runProjection = z.object({
  fold: z.number().int(),
  components: z.tuple([component, component]),
  region: z.object({ holds: z.number(), first: z.number(), second: z.number() }),
  inside: estimate,
  rows: z.object({ train: z.number().int(), test: z.number().int() }),
  points: z.array(
    z.object({
      part: z.enum(['train', 'test']),
      label: z.union([z.literal(0), z.literal(1)]),
      first: z.number(),
      second: z.number(),
    }),
  ),
});
export type RunProjection = z.infer<typeof runProjection>;

export function isActive(run: RunView): boolean {
  return run.status === 'queued' || run.status === 'running' || run.status === 'cancelling';
}
