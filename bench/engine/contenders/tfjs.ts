/** TensorFlow.js as it comes: every operation computed at once on one of its own backends. */
import { tf } from '../../../packages/core/tensor/index.ts';
import type { PredictionWork, TrainingWork, Work } from '../works/work.ts';
import { optimizerOf } from './optimizer.ts';
import type { Runner } from './runner.ts';
import { tensorsOf, variablesOf } from './tensors.ts';

/** @param config what the backend in use has chosen */
export function tfjs(work: Work, config: string): Runner {
  const start = performance.now();
  const compute = work.kind === 'training' ? training(work) : prediction(work);
  return {
    config,
    setupMs: performance.now() - start,
    nodes: null,
    step: async (batch) => tf.tidy(() => Number(compute(batch)?.dataSync()[0])),
    release: async () => tf.disposeVariables(),
  };
}

function training(work: TrainingWork) {
  const data = work.data();
  const weights = variablesOf(data.weights);
  const constants = tensorsOf(data.constants);
  const batches = data.batches.map(tensorsOf);
  const optimizer = optimizerOf(work, weights);
  const variables = Object.values(weights);
  return (batch: number) =>
    optimizer.minimize(() => work.loss(weights, constants, batches[batch % batches.length]), true, variables);
}

function prediction(work: PredictionWork) {
  const data = work.data();
  const weights = variablesOf(data.weights);
  const rows = data.batches.map(({ x, category }) => ({ x, name: work.categories[category.data[0]] }));
  const positions = new Map(work.categories.map((name, position) => [name, position]));
  return (batch: number) => {
    const { x, name } = rows[batch % rows.length];
    const category = tf.tensor1d([positions.get(name) ?? positions.size], 'int32');
    return work.predict(weights, { x: tf.tensor(x.data, [...x.shape]), category });
  };
}
