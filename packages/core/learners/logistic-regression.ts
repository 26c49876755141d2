/** L2-penalised logistic regression with bootstrap refits for its interval. */
import { prepareColumns, sumByFeature } from '../prepare/graph.ts';
import { fitPreparation, type Preparation } from '../prepare/preparation.ts';
import { tf } from '../tensor/index.ts';
import type { FitEpoch, FitOptions, TracedLearner, TrainingRows } from './contract.ts';
import { deviationOf } from './deviation.ts';
import { FitError } from './errors.ts';
import { exactGain, type LogisticRows, mostIterations, solveLogistic } from './logistic/newton.ts';
import { choosePenalty } from './logistic/penalty-search.ts';
import { prepareRows } from './logistic/prepared-rows.ts';
import { affordableCurvature, refitLogistic } from './logistic/refits.ts';

export interface LogisticSettings {
  readonly name: 'logisticRegression';
  /** Weight of ½‖w‖² beside the summed loss of the rows: 1/C in scikit-learn. 0 or more; or chosen on the rows. */
  readonly penalty: number | 'crossValidated';
  /** Bootstrap refits; 0: the deviation is 0 everywhere. */
  readonly replicates: number;
}

/** Coefficients are those of prepared columns, intercept first. */
export interface FittedLogistic {
  readonly kind: 'logisticRegression';
  readonly replicates: number;
  /** Of the average record, which is all zeros when prepared: the intercept. */
  readonly baselineLogOdds: number;
  /** That of the settings, or the one that was chosen. */
  readonly penalty: number;
  readonly preparation: Preparation;
  /** Shape [1 + columns]. */
  readonly coefficients: Float64Array;
  /** Shape [1 + columns, replicates]. */
  readonly refits: Float32Array;
}

/**
 * The coefficients are exact to rounding (Newton's method in double precision); an epoch is one of its iterations.
 *
 * @throws FitError `oneClass`, `nothingVaries`; without penalty also `separated` and `collinear`
 */
export async function fitLogistic(
  data: TrainingRows,
  settings: LogisticSettings,
  options: FitOptions,
): Promise<FittedLogistic> {
  checkSettings(settings);
  const { replicates } = settings;
  const { signal, onEpoch } = options;
  const preparation = fitPreparation(
    data,
    Int32Array.from({ length: data.rows }, (_, row) => row),
  );
  const columns = preparation.columns.length;
  if (columns === 0) throw new FitError('nothingVaries', 'Every feature has one value in all rows.');
  const z = await prepareRows(preparation, data, signal);
  const rows: LogisticRows = { z, rows: data.rows, columns, labels: data.labels, weights: data.weights };
  const penalty =
    settings.penalty === 'crossValidated' ? choosePenalty(rows, options.seed, signal) : settings.penalty;

  const epochs: FitEpoch[] = [];
  const solution = solveLogistic(rows, penalty, {
    start: null,
    smallestGain: exactGain,
    signal,
    onIteration: (epoch, trainLoss) => {
      epochs.push({
        epoch,
        trainLoss,
        validationLoss: null,
        validationAuroc: null,
        share: epoch / (2 * mostIterations),
      });
      const before = epochs.at(-2);
      if (before) onEpoch(before);
    },
  });
  const refits =
    replicates === 0
      ? new Float32Array(0)
      : await refitLogistic(rows, penalty, solution, {
          ...options,
          replicates,
          curvature: affordableCurvature(rows, replicates),
        });
  // The last one waits for the refits, as its share says that all is done.
  const last = epochs.at(-1);
  if (last) onEpoch({ ...last, share: 1 });
  const { coefficients } = solution;
  return {
    kind: 'logisticRegression',
    replicates,
    baselineLogOdds: coefficients[0],
    penalty,
    preparation,
    coefficients,
    refits,
  };
}

function checkSettings({ penalty, replicates }: LogisticSettings): void {
  if (penalty !== 'crossValidated' && !(penalty >= 0 && Number.isFinite(penalty)))
    throw new FitError('settingsInvalid', `The penalty is ${penalty}: use a number of 0 or more.`);
  // The deviation of one refit from itself says nothing.
  if (!(Number.isInteger(replicates) && replicates >= 0 && replicates !== 1))
    throw new FitError('settingsInvalid', `replicates is ${replicates}: use 0, or a whole number from 2.`);
}

/** `contributions` [batch, features] add up to the log-odds less those of the average record. */
export interface TracedLogistic extends TracedLearner {
  readonly contributions: tf.Tensor2D;
}

/** @param raw shape [batch, features] */
export function traceLogistic(fitted: FittedLogistic, raw: tf.Tensor2D): TracedLogistic {
  const { preparation, coefficients, refits, replicates } = fitted;
  const columns = preparation.columns.length;
  const z = prepareColumns(preparation, raw);
  const slopes = Float32Array.from(coefficients.subarray(1));
  const own: tf.Tensor2D = tf.matMul(z, tf.tensor2d(slopes, [columns, 1]));
  return {
    logOdds: tf.add(own, coefficients[0]),
    deviation: replicates === 0 ? tf.zerosLike(own) : deviationOf(refitted(z, refits, columns, replicates)),
    contributions: sumByFeature(preparation, tf.mul(z, tf.tensor2d(slopes, [1, columns]))),
  };
}

/** Log-odds by each refit, [batch, replicates]. */
function refitted(z: tf.Tensor2D, refits: Float32Array, columns: number, replicates: number): tf.Tensor2D {
  const intercepts = tf.tensor2d(refits.subarray(0, replicates), [1, replicates]);
  return tf.add(tf.matMul(z, tf.tensor2d(refits.subarray(replicates), [columns, replicates])), intercepts);
}
