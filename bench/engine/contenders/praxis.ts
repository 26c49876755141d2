/** The engine: the model is traced, and ONNX Runtime computes it. */
import { compileTrainingStep, exportGraph, openSession } from '../../../packages/core/tensor/index.ts';
import type { PredictionWork, TrainingWork, Work } from '../works/work.ts';
import { optimizerOf } from './optimizer.ts';
import type { Runner } from './runner.ts';
import { mapped, tensorsOf, variablesOf } from './tensors.ts';
import { type WatchedSession, watchSessions } from './watch-sessions.ts';

export async function praxis(
  work: Work,
  threads: number,
  profile: string | null,
  withoutPasses: readonly string[] = [],
): Promise<Runner> {
  const watched = watchSessions(profile);
  const built =
    work.kind === 'training' ? await training(work, threads, withoutPasses) : await prediction(work, threads);
  return {
    ...built,
    config: `${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    nodes: nodesOf(watched),
    async release() {
      if (profile !== null) for (const session of watched) session.endProfiling();
      await built.release();
    },
  };
}

function nodesOf(watched: readonly WatchedSession[]): number | null {
  return watched[watched.length - 1]?.nodes || null;
}

async function training(work: TrainingWork, threads: number, withoutPasses: readonly string[]) {
  const data = work.data();
  const variables = variablesOf(data.weights);
  const constants = tensorsOf(data.constants);
  const start = performance.now();
  const step = await compileTrainingStep({
    inputs: mapped(data.batches[0], (_, { shape, dtype }) => ({ shape, dtype })),
    optimizer: optimizerOf(work, variables),
    loss: (batch) => work.loss(variables, constants, batch),
    variables: Object.values(variables),
    threads,
    withoutPasses,
  });
  const setupMs = performance.now() - start;
  const batches = data.batches.map((batch) => mapped(batch, (_, tensor) => tensor.data));
  return {
    setupMs,
    step: (batch: number) => step.run(batches[batch % batches.length]),
    release: () => step.release(),
  };
}

async function prediction(work: PredictionWork, threads: number) {
  const data = work.data();
  const weights = variablesOf(data.weights);
  const { categories } = work;
  const { x } = data.batches[0];
  const rows = data.batches.map((batch) => ({
    x: batch.x,
    category: {
      shape: batch.category.shape,
      dtype: 'string' as const,
      data: [categories[batch.category.data[0]]],
    },
  }));
  const start = performance.now();
  const session = await openSession(
    exportGraph({
      inputs: {
        x: { shape: ['batch', ...x.shape.slice(1)], dtype: x.dtype },
        category: { shape: ['batch'], dtype: 'string', categories },
      },
      outputs: (inputs) => ({ score: work.predict(weights, inputs) }),
    }),
    { threads },
  );
  const setupMs = performance.now() - start;
  return {
    setupMs,
    async step(batch: number) {
      const { score } = await session.run(rows[batch % rows.length]);
      return Number(score.data[0]);
    },
    release: () => session.release(),
  };
}
