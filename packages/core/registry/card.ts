/** The model card: written by the training run, never by hand, and parsed again wherever it is read. */
import { z } from 'zod';
import { calibrationMap, calibrationMethods } from '../calibrate/calibration.ts';

/** A figure with its 95 % interval. */
export const estimate = z.object({ value: z.number(), lower: z.number(), upper: z.number() });
export type Estimate = z.infer<typeof estimate>;

const performance = z.object({
  auroc: estimate,
  averagePrecision: estimate,
  brier: estimate,
  logLoss: estimate,
  calibrationSlope: estimate,
  calibrationIntercept: estimate,
  /** Expected calibration error over ten equal-count bins. */
  ece: z.number(),
  /** Integrated calibration index; absent in older cards and where differential privacy keeps the rows to themselves. */
  ici: z.number().optional(),
  observedToExpected: z.number(),
});
export type Performance = z.infer<typeof performance>;

const learnerName = z.enum([
  'logisticRegression',
  'boostedTrees',
  'deepTabular',
  'blend',
  'deepBlend',
  'treesDeepBlend',
  'attention',
  'attentionBlend',
  'attentionDeepBlend',
  'privateLogistic',
  'distilled',
  'imported',
]);
export type LearnerName = z.infer<typeof learnerName>;

/** Where a model that was trained elsewhere comes from. */
const origin = z.object({
  /** Content hash of the imported folder. */
  artifact: z.string(),
  /** The ONNX file as it came. */
  file: z.string(),
  sha256: z.string(),
  producer: z.string(),
  /** Whether it learnt from rows that judge it: its figures are too good then. null: not known. */
  hasSeenRows: z.boolean().nullable(),
});

/**
 * Private: nothing here was measured on the rows. `low` and `high` are the bounds that were declared, `mean` is what a missing
 * value is taken as, `missing` is 0 and all levels have one share.
 */
const declared = z.literal(true).optional();

/** `missing` is the share of the cohort's rows without a value. */
const feature = z.discriminatedUnion('kind', [
  z.object({
    name: z.string(),
    kind: z.enum(['number', 'count', 'flag']),
    unit: z.string().nullable(),
    missing: z.number(),
    mean: z.number(),
    /** The 1st and 99th percentile in the cohort: outside them the model extrapolates. */
    low: z.number(),
    high: z.number(),
    declared,
  }),
  z.object({
    name: z.string(),
    kind: z.literal('category'),
    unit: z.null(),
    missing: z.number(),
    levels: z.array(z.object({ name: z.string(), share: z.number() })),
    declared,
  }),
]);

/**
 * How each part of the winner reads its columns, and whether rows counted differently in its fit. Absent in older cards, and
 * where a part was not trained here.
 */
const preparation = z.object({
  parts: z.array(
    z.object({
      learner: learnerName,
      numbers: z.enum(['standardised', 'piecewiseLinear', 'bins', 'declaredBounds']),
      categories: z.enum(['flags', 'bins']),
      missing: z.enum(['averageAndFlag', 'middleAndFlag', 'ownSide']),
    }),
  ),
  weighted: z.boolean(),
});

export const modelCard = z.object({
  format: z.literal(2),
  vertical: z.string(),
  outcome: z.string(),
  /** null where the outcome has no horizon. */
  horizonDays: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  learner: learnerName,
  data: z.object({
    sources: z.array(
      z.object({
        file: z.string(),
        sha256: z.string(),
        rows: z.number().int(),
        /** Its rows were made by a simulator, and nobody's. */
        simulated: z.literal(true).optional(),
      }),
    ),
    /** SHA-256 over ids, features and labels of the cohort, in order. */
    cohortSha256: z.string(),
    rows: z.number().int(),
    events: z.number().int(),
    /** Who was left out and why; `reason` is a word key of the vertical. */
    excluded: z.array(z.object({ reason: z.string(), rows: z.number().int() })),
  }),
  /** The columns of a table's file that are no features; absent where the rows are not those of one file. */
  table: z
    .object({
      target: z.string(),
      /** What the target's cell says where the outcome is there, and where it is not. */
      positive: z.string(),
      negative: z.string(),
      id: z.string().nullable(),
      group: z.string().nullable(),
      time: z.string().nullable(),
      weight: z.string().nullable(),
    })
    .optional(),
  split: z.object({
    /** `heldOut`: of a distilled model, judged once by rows that it had not learnt from. */
    kind: z.enum(['stratifiedFolds', 'groupedFolds', 'timeFolds', 'heldOut']),
    folds: z.number().int(),
    /** How often the folds were dealt; figures are means over them. */
    repeats: z.number().int(),
    /** Whether a fold's candidate was chosen by a cross-validation of its own training rows. */
    nested: z.boolean(),
    seed: z.number().int(),
  }),
  features: z.array(feature),
  /**
   * Every learner that competed, on the same folds; `why` says how the winner was chosen. With a search, the parameters of
   * the winner are those found for its final fit, each fold had found its own; those of the others are where theirs began.
   */
  candidates: z.array(
    z.object({
      learner: learnerName,
      /** Of a model that was not trained here. */
      imported: origin.optional(),
      /** It can only be compared, and could not be chosen: it reads rows that a served model is not handed. */
      comparedOnly: z.literal(true).optional(),
      parameters: z.record(z.string(), z.number()),
      performance,
      seconds: z.number(),
    }),
  ),
  /**
   * How settings were searched for in each fit, on its own training rows; absent where they were given. `tried` counts the
   * trials of the final fits: fewer than `trials` where the seconds ended first, as they may on a slower machine.
   */
  search: z
    .object({
      trials: z.number().int(),
      seconds: z.number().nullable(),
      tried: z.array(z.object({ learner: learnerName, trials: z.number().int() })),
    })
    .optional(),
  why: z.enum([
    'onlyOne',
    'betterAuroc',
    'notDistinguishableSimpler',
    'betterAveragePrecision',
    'averagePrecisionAlikeSimpler',
  ]),
  preparation: preparation.optional(),
  /** What the winner is made of, and how much each part counts. */
  parts: z.array(z.object({ learner: learnerName, weight: z.number() })),
  /** Cross-validated performance of the chosen learner after calibration. */
  performance,
  /**
   * What only the vertical can count on the held-out rows, by word keys of its own; `best` is what a model that knows the truth
   * would reach, null where that says nothing. Absent where it counts nothing, and in older cards.
   */
  ownFigures: z
    .array(
      z.object({
        figure: z.string(),
        unit: z.enum(['ratio', 'share', 'currency']),
        value: z.number(),
        best: z.number().nullable(),
      }),
    )
    .optional(),
  calibration: calibrationMap.extend({
    method: z.enum(calibrationMethods),
    bins: z.array(
      z.object({
        predicted: z.number(),
        observed: z.number(),
        lower: z.number(),
        upper: z.number(),
        rows: z.number().int(),
      }),
    ),
  }),
  /** Net benefit of the held-out rows in true positives a row, treating nobody is 0; absent where `performance.ici` is. */
  decisionCurve: z
    .array(
      z.object({
        threshold: z.number(),
        model: estimate,
        treatAll: z.number(),
        /** What the model's is more than that of treating all; absent in older cards. */
        overTreatAll: estimate.optional(),
      }),
    )
    .optional(),
  /** What happens when everybody at or above a threshold is flagged; shares of nothing are null. */
  thresholds: z
    .array(
      z.object({
        threshold: z.number(),
        flagged: z.number().int(),
        sensitivity: estimate.nullable(),
        specificity: estimate.nullable(),
        ppv: estimate.nullable(),
        npv: estimate.nullable(),
      }),
    )
    .optional(),
  /**
   * Sets of outcomes that hold what happened for a share `level` of the rows of each outcome, from out-of-fold probabilities:
   * an outcome is in the set where its probability is at least its threshold. `measured` is of rows that did not set the
   * thresholds; `single`, `undecided` and `none` are shares of all rows. Not there of a model that may not tell of its rows.
   */
  conformal: z
    .object({
      level: z.number(),
      thresholds: z.object({ positive: z.number(), negative: z.number() }),
      measured: z.object({
        positive: z.number(),
        negative: z.number(),
        single: z.number(),
        undecided: z.number(),
        none: z.number(),
      }),
    })
    .optional(),
  /**
   * What matters to the model, on some of the rows that judge it, each asked of the model that has not seen it; absent in older
   * cards and where differential privacy keeps the rows to themselves.
   */
  explanation: z
    .object({
      rows: z.number().int(),
      events: z.number().int(),
      /** Every feature that the model takes, the most important first. */
      features: z.array(
        z.object({
          feature: z.string(),
          /** What its mean contribution is of the sum of all features'; null where the model gives no contributions. */
          share: z.number().nullable(),
          /** Mean absolute contribution in log-odds. */
          contribution: estimate.nullable(),
          /** Rise of the log loss when the feature is shuffled; null where others matter more. */
          permutation: estimate.nullable(),
        }),
      ),
      /** Partial dependence of the first features: the mean probability with the feature set to a value, and its 10th to 90th percentile. */
      dependence: z.array(
        z.object({
          feature: z.string(),
          points: z.array(
            z.object({
              /** A number in the feature's unit, or the name of a level. */
              value: z.union([z.number(), z.string()]),
              mean: z.number(),
              low: z.number(),
              middle: z.number(),
              high: z.number(),
            }),
          ),
        }),
      ),
    })
    .optional(),
  subgroups: z.array(
    z.object({
      /** Word keys of the vertical, e.g. group `sex`, level `female`. */
      group: z.string(),
      level: z.string(),
      rows: z.number().int(),
      events: z.number().int(),
      /** null where there are too few events (or non-events) to judge. */
      auroc: estimate.nullable(),
      observedToExpected: z.number().nullable(),
      /** Why the two figures are null; absent in older cards and where they are not. */
      smallCell: z.enum(['tooFewRows', 'tooFewEvents', 'tooFewOthers']).optional(),
    }),
  ),
  /** null: the model gives no interval. */
  interval: z
    .object({ method: z.literal('bootstrapRefits'), replicates: z.number().int(), level: z.literal(0.95) })
    .nullable(),
  /** What differential privacy guarantees for the training rows, null where it was not asked for. */
  privacy: z
    .object({
      epsilon: z.number(),
      delta: z.number(),
      noiseMultiplier: z.number(),
      samplingRate: z.number(),
      steps: z.number().int(),
      clip: z.number(),
    })
    .nullable(),
  /**
   * Of a distilled model: whose answers it learnt, on how many rows, and how well both do on the same rows. Those rows, which it
   * did not learn from, are what `data` counts; `judgedBy` is their file, null where they were held out of the one of `sources`.
   */
  distillation: z
    .object({
      teacher: z.object({
        artifact: z.string(),
        learner: learnerName,
        performance,
        /** Whether it was trained on the file of the rows that judge: its figures are too good then. null: not known. */
        hasSeenRows: z.boolean().nullable(),
      }),
      learntRows: z.number().int(),
      judgedBy: z.object({ file: z.string(), sha256: z.string() }).nullable(),
      /** By what the answers were calibrated: outcomes of the rows it learnt from, or as the teacher is. */
      calibratedBy: z.enum(['outcomes', 'teacher']),
    })
    .optional(),
  /** The winner was not trained here: only its calibration is of this run. */
  imported: origin.optional(),
  /** Log-odds of the average record, from which contributions are counted. */
  baselineLogOdds: z.number(),
  /** The same for each model that has not seen a fold (1 to `split.folds`); its calibration has not seen it either. */
  foldModels: z.array(
    z.object({
      fold: z.number().int(),
      baselineLogOdds: z.number(),
      calibration: calibrationMap,
    }),
  ),
  /** For whom it should not be used and what it does not know; word keys of the vertical. */
  limits: z.array(z.string()),
  software: z.record(z.string(), z.string()),
  seconds: z.number(),
  /** SHA-256 of each file of the artifact but this one. */
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
export type ModelCard = z.infer<typeof modelCard>;

/** `training.json`: one point a learner, fold and epoch (fold null: the final fit). */
export const trainingPoint = z.object({
  learner: learnerName,
  fold: z.number().int().nullable(),
  epoch: z.number().int(),
  trainLoss: z.number(),
  validationLoss: z.number().nullable(),
  /** Absent in curves of earlier releases. */
  validationAuroc: z.number().nullable().default(null),
});
export type TrainingPoint = z.infer<typeof trainingPoint>;
export const trainingCurve = z.object({ points: z.array(trainingPoint) });
