/** Adam with decoupled weight decay (Loshchilov and Hutter 2019), which TensorFlow.js lacks. */
import { tf } from '../tf.ts';

export class AdamW extends tf.AdamOptimizer {
  readonly #weightDecay: number;
  readonly #decayed: readonly tf.Variable[];

  /** @param decayed variables that shrink by learningRate × weightDecay a step, beside Adam's own update */
  constructor(learningRate: number, weightDecay: number, decayed: readonly tf.Variable[]) {
    super(learningRate, 0.9, 0.999, 1e-8);
    this.#weightDecay = weightDecay;
    this.#decayed = decayed;
  }

  override applyGradients(...gradients: Parameters<tf.AdamOptimizer['applyGradients']>): void {
    tf.tidy(() => {
      // A tensor, so that a trace sees that the decay follows the learning rate.
      const kept = tf.sub(1, tf.mul(tf.scalar(this.learningRate), this.#weightDecay));
      for (const variable of this.#decayed) variable.assign(tf.mul(variable, kept));
    });
    super.applyGradients(...gradients);
  }
}
