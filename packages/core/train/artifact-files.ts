/** The files of an artifact but for its card: graphs, trees for the explanation, learning curve. */
import { setImmediate } from 'node:timers/promises';
import type { Calibration } from '../calibrate/calibration.ts';
import { writeFamiliarity } from '../familiarity/familiarity.ts';
import { fitFamiliarity } from '../familiarity/fit-familiarity.ts';
import { calibratedGraph } from '../imported/calibrated-graph.ts';
import { blend, type FittedLearner, treeParts } from '../learners/learner.ts';
import { curveFile, familiarityFile, modelFile, projectionFile, treesFile } from '../registry/artifact.ts';
import type { TrainingPoint } from '../registry/card.ts';
import { writeProjection } from '../registry/projection-file.ts';
import { writeTrees } from '../registry/trees-file.ts';
import type { FeatureDefinition, FeatureMatrix } from '../table/matrix.ts';
import type { Split } from '../table/splits.ts';
import type { TrainingRequest } from './contract.ts';
import type { FitOutcome } from './fit-job.ts';
import type { FittedImported } from './imported-candidate.ts';
import { modelGraph } from './model-graph.ts';
import { fitProjection } from './projection.ts';
import type { Recipe } from './select.ts';

/** What a part of a candidate becomes. */
export type FittedPart = FitOutcome['fitted'] | FittedImported;

/** A model ready to be written; `fold` null: the final one, else the one that has not seen the fold. */
export interface CalibratedModel {
  readonly fold: number | null;
  readonly fitted: FittedLearner | FittedImported;
  readonly calibration: Calibration;
}

/** @param fitted of each part of the recipe, in its order */
export function assemble(
  fold: number | null,
  recipe: Recipe,
  fitted: readonly FittedPart[],
): CalibratedModel {
  const { calibration } = recipe;
  const [only] = fitted;
  if (fitted.length === 1) {
    if (only.kind === 'attention') throw new Error('attention is compared and does not serve');
    return { fold, fitted: only, calibration };
  }
  const members = recipe.parts.map(({ weight, scaling }, index) => {
    const own = fitted[index];
    if (own.kind === 'imported' || own.kind === 'attention') {
      throw new Error(`${own.kind} is no part of a blend that serves`);
    }
    return { fitted: own, weight, scaling };
  });
  return { fold, fitted: blend(members), calibration };
}

/**
 * What the training rows are like, by which a record unlike them is told; nothing of a private model, as it tells of the
 * rows, nor of a table too wide for it. Those that an imported model learnt from are not known: it is told what the rows are
 * like that it was calibrated and judged by.
 *
 * @param matrix the columns that the model reads, in its order
 */
export async function familiarityFiles(
  matrix: FeatureMatrix,
  { kind }: CalibratedModel['fitted'],
  seed: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = kind === 'privateLogistic' ? null : await fitFamiliarity(matrix, seed);
  return new Map(found === null ? [] : [[familiarityFile, writeFamiliarity(found)]]);
}

/**
 * Where some rows lie in their two leading components: those of the last fold, which of folds by time has learnt most. They
 * are points of single rows, so there are none of a private model, and none where they were not asked for. Rows that an
 * imported model has learnt from are not known.
 */
export function projectionFiles(
  { data, projection = false, seed }: TrainingRequest,
  splits: readonly Split[],
  { kind }: CalibratedModel['fitted'],
): ReadonlyMap<string, Uint8Array> {
  const split = splits.at(-1);
  const told = projection && kind !== 'privateLogistic' && kind !== 'imported';
  const found = told && split ? fitProjection(data, split, splits.length, seed) : null;
  return new Map(found === null ? [] : [[projectionFile, writeProjection(found)]]);
}

/** @throws the signal's reason */
export async function artifactFiles(
  features: readonly FeatureDefinition[],
  models: readonly CalibratedModel[],
  points: readonly TrainingPoint[],
  signal: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { fold, fitted, calibration } of models) {
    // A trace takes some 100 ms of the thread: between two, others get their turn.
    await setImmediate();
    signal.throwIfAborted();
    files.set(modelFile(fold), graphOf(features, { fitted, calibration }));
    const trees = fitted.kind === 'imported' ? [] : treeParts(fitted);
    if (trees.length > 0) files.set(treesFile(fold), writeTrees(trees));
  }
  return files.set(curveFile, new TextEncoder().encode(`${JSON.stringify({ points })}\n`));
}

/** The graph of one model. */
export function graphOf(
  features: readonly FeatureDefinition[],
  { fitted, calibration }: Pick<CalibratedModel, 'fitted' | 'calibration'>,
): Uint8Array {
  return fitted.kind === 'imported'
    ? calibratedGraph(fitted.graph, calibration)
    : modelGraph(features, fitted, calibration);
}
