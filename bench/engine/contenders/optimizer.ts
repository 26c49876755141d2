/** The optimizer of a training work. */
import { AdamW, tf } from '../../../packages/core/tensor/index.ts';
import type { TrainingWork } from '../works/work.ts';

// The same numbers stand in pytorch.py; AdamW has them too.
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

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
