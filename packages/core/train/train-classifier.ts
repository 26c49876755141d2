/** The training run: cross-validates the candidates, chooses, fits the winner on all rows, writes the artifact. */
import { setImmediate } from 'node:timers/promises';
import { writeArtifact } from '../registry/artifact.ts';
import type { TrainingPoint } from '../registry/card.ts';
import {
  artifactFiles,
  assemble,
  type CalibratedModel,
  familiarityFiles,
  projectionFiles,
} from './artifact-files.ts';
import { partKey } from './candidates.ts';
import { checkData } from './check-data.ts';
import type { TrainingRequest, TrainingResult } from './contract.ts';
import { explainRun } from './explain-run.ts';
import { figuresOf } from './figures.ts';
import { type FitRunner, openFitRunner } from './fit-runner.ts';
import { columnsRead, type ImportedSettings } from './imported-candidate.ts';
import { type Judgement, judge, othersOf } from './judge.ts';
import { describeRun } from './model-card.ts';
import type { Fit, FitPlace, PartOutcome } from './out-of-fold.ts';
import { Progress, pointOf } from './progress.ts';
import { openRunFolder } from './run-folder.ts';
import { choose, type Recipe, recipeOf } from './select.ts';

/**
 * Trains a classifier of the labels and writes it as an artifact into `models`. The same request gives the same artifact,
 * also where the process was killed on the way and the same request is made again: finished fits are taken over.
 *
 * @throws TrainingError where the data cannot be trained on
 * @throws the signal's reason where it was aborted; nothing is left in the registry then
 */
export async function trainClassifier(
  request: TrainingRequest & { readonly models: string },
): Promise<TrainingResult> {
  const { data, signal } = request;
  const start = performance.now();
  const progress = new Progress(request);
  progress.reach('prepare');
  signal.throwIfAborted();
  checkData(data, request.subgroups, request.folds);

  const folder = request.runs === null ? null : openRunFolder(request.runs, data);
  const runner = openFitRunner(data, { parallel: request.parallel, folder, signal });
  try {
    const fits = new Fits(request, runner, progress);
    progress.reach('crossValidate');
    const judged = await judgeAll(request, fits.fit);

    progress.reach('choose');
    const [{ validated, splits }] = judged;
    const { recipe, why } = choose(
      request.candidates,
      data.labels,
      validated.outOfFold,
      validated.rows,
      request,
    );

    progress.reach('bootstrap');
    const { final, outcomes } = await fitOnAll(request, recipe, fits.fit);
    const heldOut = foldModelsOf(request, judged[0], recipe);
    const foldModels = request.foldModels ? heldOut : [];

    progress.reach('export');
    const files = await artifactFiles(data.features, [final, ...foldModels], fits.points(), signal);
    const read = columnsRead(data, recipe.candidate.parts);
    const familiarity = await familiarityFiles(read, final.fitted, request.seed);
    for (const [name, content] of familiarity) files.set(name, content);
    // What follows computes for seconds: before each, whoever waits for a sign of life gets one.
    await setImmediate();
    for (const [name, content] of projectionFiles(request, splits, final.fitted)) files.set(name, content);
    const askedOf = heldOut.map((model, index) => ({ model, rows: splits[index].test }));
    const explanation = await explainRun(read, data.labels, askedOf, files, request);
    const seconds = (performance.now() - start) / 1000;
    const figures = await figuresOf(request, judged, recipe, outcomes);
    await setImmediate();
    const results = { figures, explanation, recipe, why, final, outcomes, foldModels, seconds };
    const body = describeRun(request, results);
    signal.throwIfAborted();
    const { hash, card } = await writeArtifact(request.models, files, body);
    await folder?.remove();
    progress.reach('export', 1);
    const { rows, probabilities } = figures;
    return {
      artifact: hash,
      card,
      fold: foldOfRows(data.rows, splits),
      heldOut: { rows, probabilities },
    };
  } finally {
    await runner.close();
  }
}

/** The fits of a run and the learning curves they leave. */
class Fits {
  readonly #request: TrainingRequest;
  readonly #runner: FitRunner;
  readonly #progress: Progress;
  readonly #curves = new Map<string, readonly TrainingPoint[]>();

  constructor(request: TrainingRequest, runner: FitRunner, progress: Progress) {
    this.#request = request;
    this.#runner = runner;
    this.#progress = progress;
  }

  readonly fit: Fit = async (settings, { train, test }, place) => {
    if (settings.name === 'imported') return answersOf(settings, test);
    const watched = this.#progress.watch(settings, place);
    const { search, seed } = this.#request;
    const job = { settings, search, train, test, seed: seedOf(seed, place), threads: 1 };
    const outcome = await this.#runner.run(job, watched.onProgress);
    watched.end();
    if (place.innerFold === null && place.repeat === 0) {
      const points = outcome.epochs.map((epoch) => pointOf(settings.name, place.fold, epoch));
      this.#curves.set(`${settings.name} ${place.fold}`, points);
    }
    return outcome;
  };

  /** By learner and fold, however the fits came to an end; those of the first dealing and the final ones. */
  points(): TrainingPoint[] {
    const keys = [...this.#curves.keys()].toSorted();
    return keys.flatMap((key) => this.#curves.get(key) ?? []);
  }
}

/** What a model that is fitted already says of rows. */
function answersOf(settings: ImportedSettings, rows: Int32Array): PartOutcome {
  return {
    fitted: { kind: 'imported', graph: settings.graph, replicates: 1, baselineLogOdds: 0 },
    settings,
    trials: [],
    logOdds: Float64Array.from(rows, (row) => settings.logOdds[row]),
    epochs: [],
    seconds: 0,
  };
}

/** Neighbouring fits get different random numbers, the same ones in every run. */
function seedOf(seed: number, { repeat, fold, innerFold }: FitPlace): number {
  return seed + 1000 * repeat + 10 * (fold ?? 0) + 100_000 * (innerFold ?? 0);
}

async function judgeAll(
  { data, repeats, candidates, calibration, chosenBy, folds, nested, seed }: TrainingRequest,
  fit: Fit,
): Promise<[Judgement, ...Judgement[]]> {
  const judgeOnce = (repeat: number) =>
    judge(data, fit, { candidates, calibration, chosenBy, folds, nested, seed, repeat });
  const judged: [Judgement, ...Judgement[]] = [await judgeOnce(0)];
  for (let repeat = 1; repeat < repeats; repeat++) judged.push(await judgeOnce(repeat));
  return judged;
}

async function fitOnAll(
  { data }: TrainingRequest,
  recipe: Recipe,
  fit: Fit,
): Promise<{ readonly final: CalibratedModel; readonly outcomes: readonly PartOutcome[] }> {
  const split = { train: Int32Array.from(data.labels.keys()), test: new Int32Array(0) };
  const place = { repeat: 0, fold: null, innerFold: null };
  const outcomes = await Promise.all(recipe.parts.map(({ settings }) => fit(settings, split, place)));
  const fitted = outcomes.map((outcome) => outcome.fitted);
  return { final: assemble(null, recipe, fitted), outcomes };
}

/** The winner as it was without each fold, calibrated by rows of the other folds. */
function foldModelsOf(
  { data, calibration }: TrainingRequest,
  { validated, splits }: Judgement,
  { candidate, parts }: Recipe,
): CalibratedModel[] {
  return splits.map((_, index) => {
    const others = othersOf(validated, splits, index);
    const own = recipeOf(candidate, data.labels, others.outOfFold, others.rows, calibration);
    const fitted = parts.flatMap(({ settings }) => validated.fitted.get(partKey(settings))?.[index] ?? []);
    return assemble(index + 1, own, fitted);
  });
}

function foldOfRows(rows: number, splits: Judgement['splits']): Int8Array {
  const fold = new Int8Array(rows);
  splits.forEach(({ test }, index) => {
    for (const row of test) fold[row] = index + 1;
  });
  return fold;
}
