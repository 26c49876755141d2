/** The training run: cross-validates the candidates, chooses, fits the winner on all rows, writes the artifact. */
import { setImmediate } from 'node:timers/promises';
import type { Learner } from '../learners/contract.ts';
import { deepTabular } from '../learners/deep-tabular.ts';
import { logisticRegression } from '../learners/logistic-regression.ts';
import { curveFile, modelFile, writeArtifact } from '../registry/artifact.ts';
import { stratifiedFolds } from '../table/splits.ts';
import { checkData } from './check-data.ts';
import { choose } from './choose.ts';
import type { TrainingRequest, TrainingResult } from './contract.ts';
import { type Candidate, crossValidate, folds } from './cross-validate.ts';
import { type FittedModel, fitModel } from './fit-model.ts';
import { describeRun } from './model-card.ts';
import { modelGraph } from './model-graph.ts';
import { Progress } from './progress.ts';

/** Simpler first. Settings were found on five-fold cross-validation of the cohort's three outcomes. */
const simple = logisticRegression({ penalty: 1, replicates: 100 });
const rich = deepTabular({
  members: 32,
  hidden: [32, 16],
  bins: 5,
  learningRate: 2e-3,
  weightDecay: 1,
  batchRows: 256,
  mostEpochs: 60,
  patience: 6,
});

/** Where each part of a run ends, as a fraction of its time: measured on the cohort. */
const ends = { prepare: 0.01, simple: 0.25, rich: 0.82, choose: 0.83, bootstrap: 0.94 } as const;

/**
 * Trains a classifier of the labels and writes it as an artifact into `models`. The same request gives the same artifact.
 *
 * @throws TrainingError where the data cannot be trained on
 * @throws the signal's reason where it was aborted; nothing is left in the registry then
 */
export async function trainClassifier(
  request: TrainingRequest & { readonly models: string },
): Promise<TrainingResult> {
  const { data, seed, signal } = request;
  const start = performance.now();
  const progress = new Progress(request.onProgress);

  progress.reach('prepare', 0);
  signal.throwIfAborted();
  checkData(data, request.subgroups);
  const fold = stratifiedFolds(data.labels, folds, seed);

  const validate = (learner: Learner, from: number, to: number): Promise<Candidate> =>
    crossValidate(learner, data, fold, {
      seed,
      signal,
      onEpoch: (held, epoch) => {
        const width = (to - from) / folds;
        const begin = from + (held - 1) * width;
        progress.epoch('crossValidate', learner.name, held, epoch, begin, begin + width);
      },
    });
  progress.reach('crossValidate', ends.prepare);
  const simpler = await validate(simple, ends.prepare, ends.simple);
  const richer = await validate(rich, ends.simple, ends.rich);

  progress.reach('choose', ends.rich);
  const { chosen, why } = choose(data.labels, simpler, richer);

  progress.reach('bootstrap', ends.choose);
  const everyRow = Int32Array.from(data.labels.keys());
  const final = await fitModel(chosen.learner, data, everyRow, {
    seed,
    signal,
    onEpoch: (epoch) => {
      progress.epoch('bootstrap', chosen.learner.name, null, epoch, ends.choose, ends.bootstrap);
    },
  });

  progress.reach('export', ends.bootstrap);
  const files = await artifactFiles(chosen, final, progress, signal);
  const seconds = (performance.now() - start) / 1000;
  const body = describeRun(request, { candidates: [simpler, richer], chosen, why, final, seconds });
  signal.throwIfAborted();
  const { hash, card } = await writeArtifact(request.models, files, body);
  progress.reach('export', 1);
  return { artifact: hash, card, fold };
}

async function artifactFiles(
  { foldModels, calibration }: Candidate,
  final: FittedModel,
  { points }: Progress,
  signal: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const each of [{ fold: null, model: final, calibration }, ...foldModels]) {
    // A trace takes some 100 ms of the thread: between two, others get their turn.
    await setImmediate();
    signal.throwIfAborted();
    files.set(modelFile(each.fold), modelGraph(each.model, each.calibration));
  }
  return files.set(curveFile, new TextEncoder().encode(`${JSON.stringify({ points })}\n`));
}
