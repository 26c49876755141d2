/** L2-penalised logistic regression; the model and all its bootstrap refits are the columns of one matrix. */
import { createRandom } from '../random.ts';
import { compileTrainingStep, tf } from '../tensor/index.ts';
import type { FitOptions, FittedLearner, Learner, PreparedRows } from './contract.ts';
import { deviationOf } from './deviation.ts';
import { logisticLoss } from './logistic-loss.ts';
import { type Whitening, whiten } from './whitening.ts';

export interface LogisticRegressionSettings {
  readonly replicates: number;
  /** Weight of ½‖w‖² beside the summed loss (1/C in scikit-learn). */
  readonly penalty: number;
}

/**
 * Half the step at which the model itself could not diverge in whitened coordinates: a refit's resample may hold the few
 * rows of a rare flag twice.
 */
const stepSize = 0.25;
const stepsPerEpoch = 5;
const mostEpochs = 60;
/**
 * In whitened coordinates a coefficient's standard error is about 1/√rows. The fit ends when an epoch moves no
 * coefficient by more than this share of it.
 */
const tolerance = 0.02;

export function logisticRegression(settings: LogisticRegressionSettings): Learner {
  return {
    name: 'logisticRegression',
    parameters: { penalty: settings.penalty, replicates: settings.replicates },
    fit: (data, options) => fit(data, settings, options),
  };
}

async function fit(
  data: PreparedRows,
  { replicates, penalty }: LogisticRegressionSettings,
  { seed, signal, onEpoch }: FitOptions,
): Promise<FittedLearner> {
  const { rows, labels } = data;
  const models = 1 + replicates;
  const share = labels.reduce((sum, label) => sum + label, 0) / rows;
  const white = whiten(data.z, rows, data.columns.length, share, penalty / rows);
  const coefficients = tf.tidy(() => tf.variable(tf.zeros([white.size, models])));
  const back = tf.tensor2d(Float32Array.from(white.matrix), [white.size, white.size]);
  // The mean over models divides each model's gradient by their number.
  const optimizer = tf.train.sgd(stepSize * models);
  const step = await compileTrainingStep({
    inputs: {
      x: { shape: [rows, white.size], dtype: 'float32' },
      y: { shape: [rows, 1], dtype: 'float32' },
      weight: { shape: [rows, models], dtype: 'float32' },
    },
    optimizer,
    loss: ({ x, y, weight }) => {
      const losses = tf.mul(weight, logisticLoss(y, tf.matMul(x, coefficients)));
      const slopes = tf.slice(tf.matMul(back, coefficients), [1, 0]);
      const shrinkage = tf.mul(penalty / (2 * rows * models), tf.sum(tf.square(slopes)));
      return tf.add(tf.mean(losses), shrinkage);
    },
    variables: [coefficients],
  });
  const batch = { x: white.rows, y: Float32Array.from(labels), weight: rowWeights(rows, replicates, seed) };
  try {
    let before = step.state()[coefficients.name].data;
    for (let epoch = 1; epoch <= mostEpochs; epoch++) {
      let trainLoss = 0;
      for (let index = 0; index < stepsPerEpoch; index++) {
        signal.throwIfAborted();
        trainLoss = await step.run(batch);
      }
      const now = step.state()[coefficients.name].data;
      const moved = largestMove(before, now);
      const done = moved < tolerance / Math.sqrt(rows);
      onEpoch({ epoch, trainLoss, validationLoss: null, share: done ? 1 : epoch / mostEpochs });
      if (done) break;
      before = now;
    }
    return fitted(unwhiten(white, step.state()[coefficients.name].data, models), white.size, models);
  } finally {
    await step.release();
    optimizer.dispose();
    tf.dispose([coefficients, back]);
  }
}

function largestMove(before: ArrayLike<number>, now: ArrayLike<number>): number {
  let most = 0;
  for (let index = 0; index < now.length; index++)
    most = Math.max(most, Math.abs(now[index] - before[index]));
  return most;
}

/** How often each row counts in each model: once in the first, Poisson(1) times in each refit; shape [rows, 1 + refits]. */
function rowWeights(rows: number, replicates: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const weights = new Float32Array(rows * (1 + replicates));
  for (let index = 0; index < weights.length; index++) {
    weights[index] = index % (1 + replicates) === 0 ? 1 : random.poisson();
  }
  return weights;
}

/** Coefficients of prepared columns, intercept first; shape [size, models]. */
function unwhiten(white: Whitening, whitened: ArrayLike<number>, models: number): Float32Array {
  const result = new Float32Array(white.size * models);
  for (let row = 0; row < white.size; row++) {
    for (let model = 0; model < models; model++) {
      let sum = 0;
      for (let k = 0; k < white.size; k++)
        sum += white.matrix[row * white.size + k] * whitened[k * models + model];
      result[row * models + model] = sum;
    }
  }
  return result;
}

function fitted(coefficients: Float32Array, size: number, models: number): FittedLearner {
  const intercepts = () => tf.tensor2d(coefficients.subarray(0, models), [1, models]);
  const slopes = () => tf.tensor2d(coefficients.subarray(models), [size - 1, models]);
  return {
    replicates: models - 1,
    predict(z) {
      const all: tf.Tensor2D = tf.add(tf.matMul(z, slopes()), intercepts());
      const [logOdds, refits] = tf.split<tf.Tensor2D>(all, [1, models - 1], 1);
      return { logOdds, deviation: deviationOf(refits) };
    },
    contributions: (z) => tf.mul(z, tf.transpose(tf.slice(slopes(), [0, 0], [size - 1, 1]))),
  };
}
