/** The compiled training step of the network, and its forward pass over many rows. */
import {
  AdamW,
  compileTrainingStep,
  exportGraph,
  type HostTensor,
  openSession,
  type Session,
  tf,
} from '../../tensor/index.ts';
import { logisticLoss } from '../logistic-loss.ts';
import { type Architecture, byWeight, memberLogOdds, type Weights, weightShapes } from '../network.ts';
import type { Batch } from './batches.ts';
import { bySharedWeight, decayedWeights, type SharedWeights, sharedNames, unfold } from './shared-weights.ts';

export interface TrainingOptions {
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly batchRows: number;
  readonly threads: number;
}

export interface Training {
  /** @returns the loss before the step */
  step(batch: Batch): Promise<number>;
  /** The members' weights, multiplied out. */
  weights(): Weights<HostTensor>;
  /** Shared weights and the optimizer's memory, by names that are the same in every process. */
  tensors(): Record<string, HostTensor>;
  restore(tensors: Readonly<Record<string, HostTensor>>): void;
  release(): Promise<void>;
}

/** Variables of fits that run side by side must differ in name. */
let fits = 0;

export async function openTraining(
  architecture: Architecture,
  first: SharedWeights<HostTensor>,
  { learningRate, weightDecay, batchRows, threads }: TrainingOptions,
): Promise<Training> {
  const { columns, members } = architecture;
  const own = `deepTabular${fits++}/`;
  const variables = tf.tidy(() =>
    bySharedWeight((name) => tf.variable(hostToTensor(first[name]), true, own + name)),
  );
  const decayed = decayedWeights.map((name) => variables[name]);
  const optimizer = new AdamW(learningRate, weightDecay, decayed);
  const step = await compileTrainingStep({
    inputs: {
      z: { shape: [batchRows, columns], dtype: 'float32' },
      y: { shape: [1, batchRows], dtype: 'float32' },
      weight: { shape: [members, batchRows], dtype: 'float32' },
    },
    optimizer,
    loss: ({ z, y, weight }) => {
      const weights = unfold(architecture, variables);
      const logOdds = memberLogOdds(architecture, weights, tf.reshape(z, [batchRows, columns]));
      return tf.mean(tf.mul(weight, logisticLoss(y, logOdds)));
    },
    variables: sharedNames.map((name) => variables[name]),
    threads,
  });
  return {
    step: (batch) => step.run(batch),
    weights() {
      const state = step.state();
      const shared = () => bySharedWeight((name) => hostToTensor(state[own + name]));
      const unfolded = tf.tidy(() => unfold(architecture, shared()));
      const weights = byWeight((name) => tensorToHost(unfolded[name]));
      tf.dispose(Object.values(unfolded));
      return weights;
    },
    tensors: () =>
      Object.fromEntries(
        Object.entries(step.state()).map(([name, tensor]) => [name.replace(own, ''), tensor]),
      ),
    restore(tensors) {
      const names = Object.keys(step.state());
      step.restore(Object.fromEntries(names.map((name) => [name, tensors[name.replace(own, '')]])));
    },
    async release() {
      await step.release();
      optimizer.dispose();
      tf.dispose(sharedNames.map((name) => variables[name]));
    },
  };
}

/** The forward pass; the weights are inputs here, so that one session serves every epoch. */
export async function openForward(architecture: Architecture, threads: number): Promise<Session> {
  const { columns } = architecture;
  const shapes = weightShapes(architecture);
  const file = exportGraph({
    inputs: {
      z: { shape: ['batch', columns], dtype: 'float32' },
      ...byWeight((name) => ({ shape: shapes[name], dtype: 'float32' as const })),
    },
    outputs: (inputs) => {
      const weights = byWeight((name) => inputs[name]);
      return { logOdds: memberLogOdds(architecture, weights, tf.reshape(inputs.z, [-1, columns])) };
    },
  });
  return openSession(file, { threads });
}

/** Rows of one forward pass: bounds its memory. */
const forwardRows = 4096;

/** Log-odds of all members, [members, some rows], for block after block of prepared rows [rows, columns]. */
export async function* forwardBlocks(
  forward: Session,
  weights: Weights<HostTensor>,
  z: Float32Array,
  columns: number,
): AsyncGenerator<{ readonly start: number; readonly logOdds: HostTensor['data'] }> {
  const rows = z.length / columns;
  for (let start = 0; start < rows; start += forwardRows) {
    const end = Math.min(rows, start + forwardRows);
    const data = z.subarray(start * columns, end * columns);
    const block: HostTensor = { shape: [end - start, columns], dtype: 'float32', data };
    const { logOdds } = await forward.run({ z: block, ...weights });
    yield { start, logOdds: logOdds.data };
  }
}

function tensorToHost(tensor: tf.Tensor): HostTensor {
  return { shape: tensor.shape, dtype: 'float32', data: Float32Array.from(tensor.dataSync()) };
}

export function hostToTensor({ data, shape, dtype }: HostTensor): tf.Tensor {
  return tf.tensor(data, [...shape], dtype);
}
