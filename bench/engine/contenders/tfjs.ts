/** TensorFlow.js as it comes: every operation computed at once on one of its own backends. */
import { tf } from '../../../packages/core/tensor/index.ts';
import type { Work } from '../works/work.ts';
import { optimizerOf } from './optimizer.ts';
import type { Runner } from './runner.ts';
import { tensorsOf, variablesOf } from './tensors.ts';

/** @param config what the backend in use has chosen */
export function tfjs(work: Work, config: string): Runner {
  const start = performance.now();
  const data = work.data();
  const weights = variablesOf(data.weights);
  const constants = tensorsOf(data.constants);
  // Batches of a training run lie ready as tensors; a row to score comes as numbers.
  const batches = work.kind === 'training' ? data.batches.map(tensorsOf) : [];
  const optimizer = work.kind === 'training' ? optimizerOf(work, weights) : null;
  const variables = Object.values(weights);
  return {
    config,
    setupMs: performance.now() - start,
    nodes: null,
    async step(at) {
      const number = tf.tidy(() => {
        if (work.kind === 'prediction') {
          return work.predict(weights, tensorsOf(data.batches[at % data.batches.length])).dataSync()[0];
        }
        const batch = batches[at % batches.length];
        return optimizer
          ?.minimize(() => work.loss(weights, constants, batch), true, variables)
          ?.dataSync()[0];
      });
      return Number(number);
    },
    async release() {
      tf.disposeVariables();
    },
  };
}
