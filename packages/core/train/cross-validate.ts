/** Cross-validation of one learner: everything that is fitted, calibration too, is fitted without the rows it is judged on. */
import { performanceOf } from '../evaluate/performance.ts';
import { plattScaling, probabilityOf, type Recalibration } from '../evaluate/recalibration.ts';
import type { FitEpoch, Learner } from '../learners/contract.ts';
import type { Performance } from '../registry/card.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import { type FittedModel, fitModel, logOddsOf } from './fit-model.ts';

export const folds = 5;

/** The model that has not seen a fold, and its calibration, which has not seen it either. */
interface FoldModel {
  readonly fold: number;
  readonly model: FittedModel;
  readonly calibration: Recalibration;
}

export interface Candidate {
  readonly learner: Learner;
  readonly foldModels: readonly FoldModel[];
  /** Calibration for a model that is trained on all rows. */
  readonly calibration: Recalibration;
  /** Out-of-fold and calibrated, shape [rows]. */
  readonly probabilities: Float64Array;
  readonly performance: Performance;
  readonly seconds: number;
}

export interface CrossValidateOptions {
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onEpoch: (fold: number, epoch: FitEpoch) => void;
}

/** @param fold from 1, the fold in which each row is held out; shape [rows] */
export async function crossValidate(
  learner: Learner,
  data: LabelledMatrix,
  fold: Int8Array,
  { seed, signal, onEpoch }: CrossValidateOptions,
): Promise<Candidate> {
  const start = performance.now();
  const logOdds = new Float64Array(data.rows);
  const models: FittedModel[] = [];
  for (let held = 1; held <= folds; held++) {
    const model = await fitModel(
      learner,
      data,
      rowsWhere(fold, (own) => own !== held),
      {
        seed: seed + held,
        signal,
        onEpoch: (epoch) => onEpoch(held, epoch),
      },
    );
    const heldOut = rowsWhere(fold, (own) => own === held);
    const scores = await logOddsOf(model, data, heldOut);
    heldOut.forEach((row, place) => {
      logOdds[row] = scores[place];
    });
    models.push(model);
  }

  const foldModels = models.map((model, index) => {
    const others = rowsWhere(fold, (own) => own !== index + 1);
    return { fold: index + 1, model, calibration: scalingOf(data.labels, logOdds, others) };
  });
  const probabilities = logOdds.map((score, row) => {
    const { slope, intercept } = foldModels[fold[row] - 1].calibration;
    return probabilityOf(intercept + slope * score);
  });
  return {
    learner,
    foldModels,
    calibration: scalingOf(
      data.labels,
      logOdds,
      rowsWhere(fold, () => true),
    ),
    probabilities,
    performance: performanceOf(data.labels, probabilities, seed),
    seconds: (performance.now() - start) / 1000,
  };
}

function scalingOf(labels: Uint8Array, logOdds: Float64Array, rows: Int32Array): Recalibration {
  return plattScaling(
    Uint8Array.from(rows, (row) => labels[row]),
    Float64Array.from(rows, (row) => logOdds[row]),
  );
}

function rowsWhere(fold: Int8Array, belongs: (own: number) => boolean): Int32Array {
  return Int32Array.from(fold.keys()).filter((row) => belongs(fold[row]));
}
