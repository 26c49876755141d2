/** The optimizer of a training work, in plain TensorFlow.js. */
import { tf } from '../../../packages/core/tensor/index.ts';
import type { TrainingWork } from '../works/work.ts';

// The same numbers stand in pytorch.py.
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-7];

export function optimizerOf(
  work: TrainingWork,
  variables: Readonly<Record<string, tf.Variable>>,
): tf.Optimizer {
  const { learningRate, weightDecay, decayed } = work;
  if (decayed.length === 0) return tf.train.adam(learningRate, beta1, beta2, epsilon);
  return new AdamW(
    learningRate,
    weightDecay,
    decayed.map((name) => variables[name]),
  );
}

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019), as packages/core/learners/adam-w.ts. */
class AdamW extends tf.AdamOptimizer {
  readonly #kept: number;
  readonly #decayed: readonly tf.Variable[];

  constructor(learningRate: number, weightDecay: number, decayed: readonly tf.Variable[]) {
    super(learningRate, beta1, beta2, epsilon);
    this.#kept = 1 - learningRate * weightDecay;
    this.#decayed = decayed;
  }

  override applyGradients(...gradients: Parameters<tf.AdamOptimizer['applyGradients']>): void {
    tf.tidy(() => {
      for (const variable of this.#decayed) variable.assign(tf.mul(variable, this.#kept));
    });
    super.applyGradients(...gradients);
  }
}
