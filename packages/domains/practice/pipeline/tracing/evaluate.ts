/** Trains every model of knowledge on some learners and says how well the answers of others are foretold. */
import {
  auroc,
  calibrationPlot,
  expectedCalibrationError,
  type FitOptions,
  logLoss,
  type Result,
} from '@praxis/core';
import type { ResponsesError } from '../../data/responses/errors.ts';
import type { Responses } from '../../data/responses/read.ts';
import { blend } from './blend.ts';
import { type Traced, type Tracer, type TracerName, tracerNames } from './contract.ts';
import { traceByCounts } from './count-model.ts';
import { traceKnowledge } from './knowledge-model.ts';
import { attentionSettings, recurrentSettings, sequenceTracer } from './sequence-models.ts';
import { type ResponseFiles, tracingData, type Unseen, unseenIn } from './tracing-data.ts';

export interface TracingFigures {
  readonly name: TracerName | 'blend';
  readonly auc: number;
  /** Share of answers on whose side of a half the probability is. */
  readonly accuracy: number;
  readonly logLoss: number;
  /** Expected calibration error over ten groups of equal size. */
  readonly ece: number;
  readonly trainSeconds: number;
  readonly interactionsPerSecond: number;
}

export interface TracingEvaluation {
  /** Of the three files together. */
  readonly attempts: number;
  /** Rows that were further skills of the attempt before them. */
  readonly removedRows: number;
  readonly models: readonly TracingFigures[];
  /** The model with the least log loss on the validation file. */
  readonly best: TracerName;
  readonly blend: TracingFigures;
  readonly unseen: { readonly validation: Unseen; readonly test: Unseen };
}

type TracingStage = 'replaying attempts' | TracerName | 'blending';

export interface TracingOptions extends Pick<FitOptions, 'seed' | 'threads'> {
  /** `fraction` of the whole, 0 to 1. */
  readonly onProgress: (progress: { readonly stage: TracingStage; readonly fraction: number }) => void;
  readonly signal: AbortSignal;
}

const tracers: Readonly<Record<TracerName, Tracer>> = {
  logistic: traceByCounts,
  recurrent: sequenceTracer(recurrentSettings),
  attention: sequenceTracer(attentionSettings),
  bayesian: traceKnowledge,
};

/** Where each model's fit ends, as a share of the time of the whole. */
const ends: Readonly<Record<TracerName, number>> = {
  logistic: 0.15,
  recurrent: 0.6,
  attention: 0.97,
  bayesian: 0.99,
};
const replayed = 0.03;

/**
 * Every model is fitted, and the blend learnt, without the test file: its answers are the history of those after them, and what
 * the figures count.
 *
 * @throws what a fit throws; the signal's reason
 */
export async function evaluateTracing(
  files: ResponseFiles,
  { seed, threads, onProgress, signal }: TracingOptions,
): Promise<Result<TracingEvaluation, ResponsesError>> {
  const fault = checkFiles(files);
  if (fault !== null) return { ok: false, error: fault };
  onProgress({ stage: 'replaying attempts', fraction: 0 });
  const data = tracingData(files);
  const labels = { validation: data.validation.sequences.right, test: data.test.sequences.right };
  const traced: { readonly name: TracerName; readonly model: Traced; readonly loss: number }[] = [];
  let from = replayed;
  for (const name of tracerNames) {
    signal.throwIfAborted();
    const onShare = (share: number) =>
      onProgress({ stage: name, fraction: from + share * (ends[name] - from) });
    const model = await tracers[name](data, { seed, threads, signal, onShare });
    traced.push({ name, model, loss: logLoss(labels.validation, chances(model.validation)).value });
    from = ends[name];
  }
  onProgress({ stage: 'blending', fraction: from });
  const began = performance.now();
  const models = traced.map(({ model }) => model);
  const blended = await blend(models, labels.validation, signal);
  const blendSeconds = (performance.now() - began) / 1000;
  const trainSeconds = models.reduce((sum, model) => sum + model.trainSeconds, blendSeconds);
  const attempts = data.training.sequences.right.length;
  const blendFigures = {
    ...figuresOf('blend', labels.test, blended.test),
    trainSeconds,
    interactionsPerSecond: attempts / trainSeconds,
  };
  const best = traced.toSorted((one, other) => one.loss - other.loss)[0].name;
  const figures = traced.map(({ name, model }) => ({
    ...figuresOf(name, labels.test, model.test),
    trainSeconds: model.trainSeconds,
    interactionsPerSecond: model.interactionsPerSecond,
  }));
  onProgress({ stage: 'blending', fraction: 1 });
  return { ok: true, value: { ...countsOf(files), models: figures, best, blend: blendFigures } };
}

const chances = (logOdds: Float64Array): Float64Array => logOdds.map((value) => 1 / (1 + Math.exp(-value)));

function figuresOf(name: TracingFigures['name'], labels: Uint8Array, logOdds: Float64Array) {
  const probabilities = chances(logOdds);
  const hits = labels.reduce(
    (sum, label, attempt) => sum + (logOdds[attempt] > 0 === (label === 1) ? 1 : 0),
    0,
  );
  return {
    name,
    auc: auroc(labels, probabilities).value,
    accuracy: hits / labels.length,
    logLoss: logLoss(labels, probabilities).value,
    ece: expectedCalibrationError(calibrationPlot(labels, probabilities)),
  };
}

function countsOf({ training, validation, test }: ResponseFiles) {
  const sum = (of: (file: Responses) => number) => of(training) + of(validation) + of(test);
  return {
    attempts: sum(({ attempts }) => attempts),
    removedRows: sum(({ removedRows }) => removedRows),
    unseen: { validation: unseenIn(validation, training), test: unseenIn(test, training) },
  };
}

function checkFiles({ training, validation, test }: ResponseFiles): ResponsesError | null {
  for (const { file, layout, learners } of [training, validation, test]) {
    if (layout !== training.layout) {
      const told = `${training.file} names ${training.layout} and ${file} ${layout}`;
      return { code: 'layoutsDiffer', file, message: `${told}: give three files of one layout.` };
    }
    const right = learners.flatMap(({ attempts }) => attempts.map((attempt) => attempt.right));
    if (!(right.includes(true) && right.includes(false))) {
      return {
        code: 'oneAnswer',
        file,
        message: `${file} has answers of one kind only: nothing can be told apart.`,
      };
    }
  }
  return null;
}
