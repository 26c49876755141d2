/** Which candidate serves, judged by rows that none of its parts has seen. */
import { type Calibration, calibratedProbability } from '../calibrate/calibration.ts';
import { type CalibrationChoice, fitCalibration } from '../calibrate/fit-calibration.ts';
import { areaOf, compareAuroc } from '../evaluate/auroc.ts';
import { averagePrecisionValue, compareAveragePrecision } from '../evaluate/average-precision.ts';
import { plattScaling, type Recalibration } from '../evaluate/recalibration.ts';
import type { ModelCard } from '../registry/card.ts';
import { type Candidate, canServe, type PartSettings, partKey } from './candidates.ts';

/** Two-sided p of a difference of one standard error. */
const oneStandardError = 0.3173;

/** Out-of-fold log-odds of each part by its key, shape [rows], NaN where no fold held the row out. */
export type OutOfFold = ReadonlyMap<string, Float64Array>;

/** How a candidate's probability comes from the log-odds of its parts. */
export interface Recipe {
  readonly candidate: Candidate;
  /** Its log-odds = Σ weight × (intercept + slope × log-odds of the part). */
  readonly parts: readonly {
    readonly settings: PartSettings;
    readonly weight: number;
    readonly scaling: Recalibration;
  }[];
  /** From its log-odds to the probability. */
  readonly calibration: Calibration;
}

const unchanged: Recalibration = { slope: 1, intercept: 0 };

/** Fits scales and calibration on `rows`, whose log-odds are out-of-fold; what is only compared stays as it is. */
export function recipeOf(
  candidate: Candidate,
  labels: Uint8Array,
  outOfFold: OutOfFold,
  rows: Int32Array,
  method: CalibrationChoice = 'platt',
): Recipe {
  const own = Uint8Array.from(rows, (row) => labels[row]);
  const parts = candidate.parts.map((settings) => ({
    settings,
    weight: 1 / candidate.parts.length,
    // A learner alone needs no common scale.
    scaling:
      candidate.parts.length === 1 || !canServe(candidate)
        ? unchanged
        : plattScaling(own, pick(outOfFold, settings, rows)),
  }));
  if (!canServe(candidate)) return { candidate, parts, calibration: unchanged };
  // A calibration by real rows would tell of them what a private training does not.
  const isPrivate = candidate.parts.some(({ name }) => name === 'privateLogistic');
  const calibration = isPrivate ? unchanged : fitCalibration(method, own, combine(parts, outOfFold, rows));
  return { candidate, parts, calibration };
}

/** Calibrated probabilities of some rows. */
export function probabilitiesOf(
  { parts, calibration }: Recipe,
  outOfFold: OutOfFold,
  rows: Int32Array,
): Float64Array {
  return combine(parts, outOfFold, rows).map((logOdds) => calibratedProbability(calibration, logOdds));
}

function combine(parts: Recipe['parts'], outOfFold: OutOfFold, rows: Int32Array): Float64Array {
  const sum = new Float64Array(rows.length);
  for (const { settings, weight, scaling } of parts) {
    const logOdds = pick(outOfFold, settings, rows);
    for (let place = 0; place < rows.length; place++) {
      sum[place] += weight * (scaling.intercept + scaling.slope * logOdds[place]);
    }
  }
  return sum;
}

function pick(outOfFold: OutOfFold, settings: PartSettings, rows: Int32Array): Float64Array {
  const all = outOfFold.get(partKey(settings));
  if (!all) throw new Error(`no fold was scored with ${partKey(settings)}`);
  return Float64Array.from(rows, (row) => all[row]);
}

/** By what candidates are told apart: a figure that is higher for the better, and the p of a paired difference. */
interface ChosenBy {
  readonly figure: (labels: Uint8Array, probabilities: Float64Array) => number;
  readonly p: (labels: Uint8Array, a: Float64Array, b: Float64Array) => number;
  readonly better: ModelCard['why'];
  readonly alike: ModelCard['why'];
}

/** Any number will do, the same one makes choices comparable. */
const seed = 1;

/** Of rare events the AUROC tells little: the thousands that nobody would look at decide it. */
const figures = {
  auroc: {
    figure: (labels, probabilities) => areaOf(labels, probabilities) ?? Number.NaN,
    p: (labels, a, b) => compareAuroc(labels, a, b).p,
    better: 'betterAuroc',
    alike: 'notDistinguishableSimpler',
  },
  averagePrecision: {
    figure: averagePrecisionValue,
    p: (labels, a, b) => compareAveragePrecision(labels, a, b, seed).p,
    better: 'betterAveragePrecision',
    alike: 'averagePrecisionAlikeSimpler',
  },
} as const satisfies Record<string, ChosenBy>;
export type ChoiceFigure = keyof typeof figures;

/**
 * The candidate that serves: of those that can, the simplest of those whose figure is within one standard error of the best one's (the rule of
 * Breiman et al. 1984; the standard error is that of the paired difference, DeLong's for the AUROC).
 *
 * @param candidates the simpler ones first
 */
export function choose(
  candidates: readonly Candidate[],
  labels: Uint8Array,
  outOfFold: OutOfFold,
  rows: Int32Array,
  { calibration = 'platt', chosenBy = 'auroc' }: ChoiceOptions = {},
): { readonly recipe: Recipe; readonly why: ModelCard['why'] } {
  const { figure, p, better, alike }: ChosenBy = figures[chosenBy];
  const own = Uint8Array.from(rows, (row) => labels[row]);
  const able = candidates.filter(canServe);
  const judged = able.map((candidate) => {
    const recipe = recipeOf(candidate, labels, outOfFold, rows, calibration);
    const probabilities = probabilitiesOf(recipe, outOfFold, rows);
    return { recipe, probabilities, figure: able.length === 1 ? 0 : figure(own, probabilities) };
  });
  const [simplest] = judged;
  if (!simplest) throw new Error('there is nothing to choose from');
  if (judged.length === 1) return { recipe: simplest.recipe, why: 'onlyOne' };
  const best = judged.reduce((a, b) => (b.figure > a.figure ? b : a));
  const chosen = judged.find(
    (one) => one === best || p(own, best.probabilities, one.probabilities) >= oneStandardError,
  );
  return chosen === undefined || chosen === best
    ? { recipe: best.recipe, why: best === simplest ? alike : better }
    : { recipe: chosen.recipe, why: alike };
}

export interface ChoiceOptions {
  readonly calibration?: CalibrationChoice | undefined;
  readonly chosenBy?: ChoiceFigure | undefined;
}
