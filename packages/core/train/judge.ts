/** What the figures of a card are made of: for every held-out row the probability that a model gave it which has not seen it. */

import type { CalibrationChoice } from '../calibrate/fit-calibration.ts';
import type { Split } from '../table/splits.ts';
import { type Candidate, canServe, learnersOf } from './candidates.ts';
import type { TrainingData } from './contract.ts';
import { type CrossValidated, crossValidate, type Fit } from './out-of-fold.ts';
import { type ChoiceFigure, choose, probabilitiesOf, type Recipe, recipeOf } from './select.ts';
import { splitRows } from './split-plan.ts';

/** Folds by which a candidate is chosen inside a fold: as many as outside would cost a quarter more. */
export const innerFolds = 4;

/** One dealing of the folds. */
export interface Judgement {
  readonly validated: CrossValidated;
  readonly splits: readonly Split[];
  /** Of each candidate, then of the procedure as a whole; shape [rows], NaN where no fold held the row out. */
  readonly byCandidate: readonly Float64Array[];
  readonly procedure: Float64Array;
}

export interface JudgeOptions {
  readonly candidates: readonly Candidate[];
  readonly calibration?: CalibrationChoice | undefined;
  readonly chosenBy?: ChoiceFigure | undefined;
  readonly folds: number;
  readonly nested: boolean;
  readonly seed: number;
  readonly repeat: number;
}

export async function judge(data: TrainingData, fit: Fit, options: JudgeOptions): Promise<Judgement> {
  const { candidates, calibration, chosenBy, folds, seed, repeat } = options;
  const learners = learnersOf(candidates);
  const everyRow = Int32Array.from(data.labels.keys());
  const splits = splitRows(data, everyRow, folds, seed + repeat);
  const outer = crossValidate(learners, splits, data.rows, fit, (index) => ({
    repeat,
    fold: index + 1,
    innerFold: null,
  }));
  const inner = isNested({ data, nested: options.nested })
    ? splits.map((split, index) => innerOf(data, split, index, fit, options))
    : [];
  const [validated, grounds] = await Promise.all([outer, Promise.all(inner)]);

  const byCandidate = candidates.map(() => new Float64Array(data.rows).fill(Number.NaN));
  const procedure = new Float64Array(data.rows).fill(Number.NaN);
  splits.forEach(({ test }, index) => {
    const ground = grounds[index] ?? othersOf(validated, splits, index);
    const put = (recipe: Recipe, into: Float64Array) => {
      const probabilities = probabilitiesOf(recipe, validated.outOfFold, test);
      test.forEach((row, place) => {
        into[row] = probabilities[place];
      });
    };
    candidates.forEach((candidate, at) => {
      put(recipeOf(candidate, data.labels, ground.outOfFold, ground.rows, calibration), byCandidate[at]);
    });
    const choice = { calibration, chosenBy };
    put(choose(candidates, data.labels, ground.outOfFold, ground.rows, choice).recipe, procedure);
  });
  return { validated, splits, byCandidate, procedure };
}

/** Times forbid to judge a fold by later ones, which the other folds would do. */
export function isNested({
  data,
  nested,
}: {
  readonly data: TrainingData;
  readonly nested: boolean;
}): boolean {
  return nested || data.times !== null;
}

type Ground = Pick<CrossValidated, 'outOfFold' | 'rows'>;

function innerOf(
  data: TrainingData,
  { train }: Split,
  index: number,
  fit: Fit,
  { candidates, seed, repeat }: JudgeOptions,
): Promise<Ground> {
  const splits = splitRows(data, train, innerFolds, seed + repeat + index);
  // What cannot be chosen needs no scale and no choice.
  return crossValidate(learnersOf(candidates.filter(canServe)), splits, data.rows, fit, (inner) => ({
    repeat,
    fold: index + 1,
    innerFold: inner + 1,
  }));
}

/** The rows of the other folds, scored by models that have not seen them. */
export function othersOf(
  { outOfFold, rows }: CrossValidated,
  splits: readonly Split[],
  index: number,
): Ground {
  const held = new Set(splits[index].test);
  return { outOfFold, rows: rows.filter((row) => !held.has(row)) };
}
