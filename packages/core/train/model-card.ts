/** Writes down what a run did, from its results alone. */
import { methodOf } from '../calibrate/calibration.ts';
import { conformalThresholds, crossFittedCoverage } from '../conformal/sets.ts';
import { calibrationPlot, decisionFigures, subgroupPerformance } from '../evaluate/performance.ts';
import type { ModelCard, Performance } from '../registry/card.ts';
import { fingerprint, summarise } from '../table/summary.ts';
import { deviceReport } from '../tensor/index.ts';
import type { CalibratedModel } from './artifact-files.ts';
import type { TrainingData, TrainingRequest } from './contract.ts';
import { type Figures, originOf } from './figures.ts';
import { columnsRead } from './imported-candidate.ts';
import type { PartOutcome } from './out-of-fold.ts';
import { preparationOf } from './prepared.ts';
import { declaredFeatures } from './private/declared-features.ts';
import type { Recipe } from './select.ts';

export interface RunResults {
  readonly figures: Figures;
  readonly explanation: ModelCard['explanation'];
  readonly recipe: Recipe;
  readonly why: ModelCard['why'];
  readonly final: CalibratedModel;
  /** The final fits. */
  readonly outcomes: readonly PartOutcome[];
  readonly foldModels: readonly CalibratedModel[];
  readonly seconds: number;
}

/** The card but for the hashes of the files, which are not written yet. */
export function describeRun(request: TrainingRequest, results: RunResults): Omit<ModelCard, 'files'> {
  const { data } = request;
  const { recipe, figures } = results;
  const { probabilities, rows } = figures;
  const { fitted } = results.final;
  const { replicates, baselineLogOdds } = fitted;
  const labels = Uint8Array.from(rows, (row) => data.labels[row]);
  const isPrivate = recipe.parts.some(({ settings }) => settings.name === 'privateLogistic');
  return {
    format: 2,
    vertical: request.vertical,
    outcome: request.outcome,
    horizonDays: request.horizonDays,
    createdAt: new Date().toISOString(),
    learner: recipe.candidate.name,
    data: {
      sources: request.sources,
      cohortSha256: fingerprint(data),
      rows: data.rows,
      events: data.labels.reduce((sum, label) => sum + label, 0),
      excluded: request.excluded,
    },
    table: request.table,
    split: {
      kind: splitKind(data),
      folds: request.folds,
      repeats: request.repeats,
      nested: request.nested,
      seed: request.seed,
    },
    features: featuresOf(data, recipe),
    candidates: isPrivate
      ? figures.candidates.map((one) => ({ ...one, performance: withoutIci(one.performance) }))
      : figures.candidates,
    search: searchOf(request, results.outcomes),
    why: results.why,
    preparation: preparationOf(
      recipe.parts.map(({ settings }) => settings),
      data.weights !== null,
    ),
    parts: recipe.parts.map(({ settings, weight }) => ({ learner: settings.name, weight })),
    performance: isPrivate ? withoutIci(figures.performance) : figures.performance,
    ownFigures: isPrivate ? undefined : request.ownFigures?.({ rows, probabilities }),
    calibration: {
      method: methodOf(recipe.calibration),
      ...recipe.calibration,
      bins: calibrationPlot(labels, probabilities),
    },
    ...(isPrivate ? {} : decisionFigures(labels, probabilities)),
    conformal: isPrivate ? undefined : conformalOf(labels, probabilities),
    explanation: results.explanation,
    subgroups: subgroupPerformance(
      data.labels,
      probabilitiesByRow(data.rows, rows, probabilities),
      request.subgroups,
    ),
    interval: replicates > 1 ? { method: 'bootstrapRefits', replicates, level: 0.95 } : null,
    privacy: privacyOf(fitted),
    ...originOf(recipe.candidate),
    baselineLogOdds,
    foldModels: results.foldModels.flatMap(({ fold, fitted, calibration }) =>
      fold === null ? [] : [{ fold, baselineLogOdds: fitted.baselineLogOdds, calibration }],
    ),
    limits: [...request.limits],
    software: softwareUsed(),
    seconds: results.seconds,
  };
}

/** Share of the rows of each outcome whose set holds it. */
const conformalLevel = 0.9;

/** @param probabilities of models that have not seen the rows, shape [rows] */
export function conformalOf(labels: Uint8Array, probabilities: Float64Array): ModelCard['conformal'] {
  return {
    level: conformalLevel,
    thresholds: conformalThresholds(labels, probabilities, conformalLevel),
    measured: crossFittedCoverage(labels, probabilities, conformalLevel),
  };
}

/** Figures of the rows would tell of them what a private training does not. */
function featuresOf(data: TrainingData, { candidate }: Recipe): ModelCard['features'] {
  for (const part of candidate.parts) {
    if (part.name === 'privateLogistic') return declaredFeatures(data.features, part.bounds);
  }
  return summarise(columnsRead(data, candidate.parts));
}

/** Each figure of the rows tells a little of them: a private card has no more of them than it must. */
function withoutIci({ ici: _, ...performance }: Performance): Performance {
  return performance;
}

/** Randomness that somebody could draw again promises nothing. */
function privacyOf(fitted: CalibratedModel['fitted']): ModelCard['privacy'] {
  return fitted.kind === 'privateLogistic' && fitted.privacy.randomness === 'secret' ? fitted.privacy : null;
}

function searchOf({ search }: TrainingRequest, outcomes: readonly PartOutcome[]): ModelCard['search'] {
  if (search === null) return undefined;
  const tried = outcomes.map(({ settings, trials }) => ({ learner: settings.name, trials: trials.length }));
  return { ...search, tried };
}

function splitKind({ times, groups }: TrainingData): ModelCard['split']['kind'] {
  if (times !== null) return 'timeFolds';
  return groups === null ? 'stratifiedFolds' : 'groupedFolds';
}

function probabilitiesByRow(total: number, rows: Int32Array, probabilities: Float64Array): Float64Array {
  const all = new Float64Array(total).fill(Number.NaN);
  rows.forEach((row, place) => {
    all[row] = probabilities[place];
  });
  return all;
}

/** By what a model was computed. */
export function softwareUsed(): Record<string, string> {
  const { node, onnxruntime, tensorflow, provider } = deviceReport();
  return { node, onnxruntime, tensorflow, provider };
}
