/** Logistic regression, step by step, on the engine: prepare, forward, loss, backward, update, until converged. */
import { compileTrainingStep, tf } from '../../tensor/index.ts';

/** Some rows of a table with their labels; `values` is row-major, shape [rows, features]. */
export interface Samples {
  readonly rows: number;
  readonly features: number;
  readonly values: Float32Array;
  readonly labels: Uint8Array;
}

/** Mean and standard deviation of each feature, shape [features]. */
export interface Scales {
  readonly means: Float32Array;
  readonly deviations: Float32Array;
}

/** z = Σ weight · (x − mean) / deviation + intercept are the log-odds of class 1. */
export interface LearntModel {
  readonly scales: Scales;
  readonly weights: Float32Array;
  readonly intercept: number;
}

export interface LearnOptions {
  /** λ of the loss: 1/C in scikit-learn. */
  readonly penalty: number;
  /** η: how far an update goes down the slope. */
  readonly rate: number;
  /** Converged: no slope of the loss is steeper. */
  readonly tolerance: number;
  readonly mostSteps: number;
  /** From where to learn. */
  readonly weights: Float32Array;
  readonly intercept: number;
  /** @param slope the steepest one, of any weight or the intercept */
  readonly onStep: (step: number, loss: number, slope: number) => void;
}

/** What the example learns with; from zero every sample has probability ½ and the loss is log 2. */
export const exampleLearning: Omit<LearnOptions, 'onStep'> = {
  penalty: 1,
  rate: 1,
  tolerance: 3e-7,
  mostSteps: 5000,
  weights: new Float32Array(10),
  intercept: 0,
};

/** Measured on the rows to learn from alone: the others stand for what is not known yet. */
export function measure({ rows, features, values }: Samples): Scales {
  const means = new Float64Array(features);
  const squares = new Float64Array(features);
  values.forEach((value, index) => {
    means[index % features] += value / rows;
  });
  values.forEach((value, index) => {
    squares[index % features] += (value - means[index % features]) ** 2 / rows;
  });
  return { means: Float32Array.from(means), deviations: Float32Array.from(squares, Math.sqrt) };
}

/** @throws where the loss has not converged after `mostSteps` */
export async function learn(samples: Samples, options: LearnOptions): Promise<LearntModel> {
  const { rows, features } = samples;
  const scales = measure(samples);
  const weights = tf.tidy(() => tf.variable(tf.tensor2d(options.weights, [features, 1])));
  const intercept = tf.tidy(() => tf.variable(tf.scalar(options.intercept)));
  const optimizer = tf.train.sgd(options.rate);

  // Recorded once as one graph: prepare, forward and loss as written, backward and update derived from them.
  const step = await compileTrainingStep({
    inputs: {
      x: { shape: [rows, features], dtype: 'float32' },
      y: { shape: [rows, 1], dtype: 'float32' },
    },
    loss: ({ x, y }) => lossOf(forward(prepare(x, scales), weights, intercept), y, weights, options.penalty),
    variables: [weights, intercept],
    optimizer,
  });
  const batch = { x: samples.values, y: Float32Array.from(samples.labels) };
  const parameters = () => {
    const state = step.state();
    return [...state[weights.name].data, ...state[intercept.name].data];
  };
  try {
    let before = parameters();
    for (let index = 1; index <= options.mostSteps; index++) {
      const loss = await step.run(batch);
      const after = parameters();
      // The update was rate × slope.
      const slope = Math.max(...after.map((value, place) => Math.abs(value - before[place]))) / options.rate;
      options.onStep(index, loss, slope);
      if (slope < options.tolerance) {
        return { scales, weights: Float32Array.from(after.slice(0, -1)), intercept: after[features] };
      }
      before = after;
    }
    throw new Error(`The loss has not converged in ${options.mostSteps} steps: use a smaller rate.`);
  } finally {
    await step.release();
    optimizer.dispose();
    tf.dispose([weights, intercept]);
  }
}

/** Brings every feature to mean 0 and deviation 1, so that one rate suits all weights. */
function prepare(x: tf.Tensor, { means, deviations }: Scales): tf.Tensor {
  return tf.div(tf.sub(x, tf.tensor1d(means)), tf.tensor1d(deviations));
}

/** Log-odds, [rows, 1]. */
function forward(prepared: tf.Tensor, weights: tf.Tensor, intercept: tf.Tensor): tf.Tensor {
  return tf.add(tf.matMul(prepared, weights), intercept);
}

/** Mean cross-entropy with λ/2n ‖w‖². */
function lossOf(logOdds: tf.Tensor, y: tf.Tensor, weights: tf.Tensor, penalty: number): tf.Scalar {
  const shrinkage = tf.mul(penalty / (2 * y.shape[0]), tf.sum(tf.square(weights)));
  return tf.add(tf.losses.sigmoidCrossEntropy(y, logOdds), shrinkage);
}

/** How many samples have the label that the model thinks more likely. */
export function countRight({ scales, weights, intercept }: LearntModel, samples: Samples): number {
  return tf.tidy(() => {
    const x = tf.tensor2d(samples.values, [samples.rows, samples.features]);
    const logOdds = forward(
      prepare(x, scales),
      tf.tensor2d(weights, [samples.features, 1]),
      tf.scalar(intercept),
    );
    return [...logOdds.dataSync()].filter((value, row) => (value > 0 ? 1 : 0) === samples.labels[row]).length;
  });
}
