/** Adam with decoupled weight decay (Loshchilov and Hutter 2019), which TensorFlow.js lacks. */
import { tf } from '../tensor/index.ts';

export class AdamW extends tf.AdamOptimizer {
  readonly #kept: number;
  readonly #decayed: readonly tf.Variable[];

  /** @param decayed variables that shrink by learningRate × weightDecay a step, beside Adam's own update */
  constructor(learningRate: number, weightDecay: number, decayed: readonly tf.Variable[]) {
    super(learningRate, 0.9, 0.999, 1e-8);
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
