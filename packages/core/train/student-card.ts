/** Writes down what a distillation did, as `model-card.ts` does of a training run. */
import { type Calibration, methodOf } from '../calibrate/calibration.ts';
import { calibrationPlot, decisionFigures, performanceOf } from '../evaluate/performance.ts';
import type { FittedNetwork } from '../learners/deep/fit-network.ts';
import type { ModelCard } from '../registry/card.ts';
import { fingerprint, summarise } from '../table/summary.ts';
import type { DistilRequest } from './distil-request.ts';
import { conformalOf, softwareUsed } from './model-card.ts';
import { preparedAs } from './prepared.ts';

export interface StudentResults {
  readonly fitted: FittedNetwork;
  readonly calibration: Calibration;
  /** The student's on the exam's rows, calibrated, shape [rows]. */
  readonly probabilities: Float64Array;
  readonly distillation: NonNullable<ModelCard['distillation']>;
  readonly explanation: ModelCard['explanation'];
  readonly seconds: number;
}

/** The card but for the hashes of the files, which are not written yet. */
export function describeStudent(request: DistilRequest, results: StudentResults): Omit<ModelCard, 'files'> {
  const { lesson, exam, settings, seed } = request;
  const { fitted, calibration, probabilities, distillation, explanation, seconds } = results;
  const { labels } = exam.data;
  const performance = performanceOf(labels, probabilities, seed);
  const learner = 'distilled' as const;
  const { learningRate, weightDecay, bins, batchRows, mostEpochs, patience } = settings;
  const parameters = { learningRate, weightDecay, bins, batchRows, mostEpochs, patience };
  return {
    format: 2,
    vertical: 'table',
    outcome: request.outcome,
    horizonDays: request.horizonDays,
    createdAt: new Date().toISOString(),
    learner,
    data: {
      sources: request.sources,
      cohortSha256: fingerprint(exam.data),
      rows: exam.data.rows,
      events: labels.reduce((sum, label) => sum + label, 0),
      excluded: [],
    },
    table: request.table,
    split: { kind: 'heldOut', folds: 1, repeats: 1, nested: false, seed },
    features: summarise(lesson.matrix),
    candidates: [{ learner, parameters, performance, seconds }],
    why: 'onlyOne',
    preparation: { parts: [{ learner, ...preparedAs.deepTabular }], weighted: false },
    parts: [{ learner, weight: 1 }],
    performance,
    calibration: {
      method: methodOf(calibration),
      ...calibration,
      bins: calibrationPlot(labels, probabilities),
    },
    ...decisionFigures(labels, probabilities),
    // The rows that judge the student taught it nothing, so they may set the thresholds.
    conformal: conformalOf(labels, probabilities),
    explanation,
    subgroups: [],
    interval: null,
    privacy: null,
    distillation,
    baselineLogOdds: fitted.baselineLogOdds,
    foldModels: [],
    limits: [],
    software: softwareUsed(),
    seconds,
  };
}
