/** The compiled training step of the attention network. */
import type { Random } from '../../random.ts';
import { AdamW, compileTrainingStep, type HostTensor, tf } from '../../tensor/index.ts';
import { logisticLoss } from '../logistic-loss.ts';
import {
  type AttentionArchitecture,
  type AttentionWeights,
  byAttentionWeight,
  sequenceLogOdds,
  weightShapes,
} from './architecture.ts';
import type { SequenceBatch } from './sequences.ts';
import type { AttentionSettings } from './settings.ts';

export interface TrainingOptions
  extends Pick<AttentionSettings, 'learningRate' | 'weightDecay' | 'batchRows'> {
  readonly startLogOdds: number;
  readonly random: Random;
  readonly threads: number;
}

type LabelledBatch = SequenceBatch & Readonly<Record<'y' | 'weight', Float32Array>>;

export interface Training {
  /** @returns the loss before the step */
  step(batch: LabelledBatch, learningRate: number): Promise<number>;
  weights(): AttentionWeights<HostTensor>;
  release(): Promise<void>;
}

/** Variables of fits that run side by side must differ in name. */
let fits = 0;

/** Gradients longer than this are a rare batch's, not the data's. */
const longestGradient = 1;

export async function openTraining(
  architecture: AttentionArchitecture,
  { learningRate, weightDecay, batchRows, startLogOdds, random, threads }: TrainingOptions,
): Promise<Training> {
  const { columns, stepColumns, length } = architecture;
  const stepWidth = stepColumns.length + 1;
  const own = `attention${fits++}/`;
  const shapes = weightShapes(architecture);
  const variables = tf.tidy(() =>
    byAttentionWeight((name) => {
      const [inside, outside] = shapes[name];
      const draw = firstValue(name, inside, startLogOdds, random);
      const values = Float32Array.from({ length: inside * outside }, draw);
      return tf.variable<tf.Rank.R2>(tf.tensor2d(values, [inside, outside]), true, own + name);
    }),
  );
  const decayed = Object.entries(variables).flatMap(([name, variable]) =>
    name === 'places' || isBias(name) ? [] : [variable],
  );
  const optimizer = new AdamW(learningRate, weightDecay, decayed);
  const step = await compileTrainingStep({
    inputs: {
      present: { shape: [batchRows, columns], dtype: 'float32' },
      past: { shape: [batchRows, length, stepWidth], dtype: 'float32' },
      known: { shape: [batchRows, length], dtype: 'float32' },
      y: { shape: [batchRows, 1], dtype: 'float32' },
      weight: { shape: [batchRows, 1], dtype: 'float32' },
    },
    optimizer,
    loss: ({ present, past, known, y, weight }) => {
      const logOdds = sequenceLogOdds(architecture, variables, {
        present: tf.reshape(present, [batchRows, columns]),
        past: tf.reshape(past, [batchRows, length, stepWidth]),
        known: tf.reshape(known, [batchRows, length]),
      });
      return tf.mean(tf.mul(weight, logisticLoss(y, logOdds)));
    },
    variables: Object.values(variables),
    clipGlobalNorm: longestGradient,
    threads,
  });
  return {
    step(batch, rate) {
      step.setLearningRate(rate);
      return step.run(batch);
    },
    weights() {
      const state = step.state();
      return byAttentionWeight((name) => state[own + name]);
    },
    async release() {
      await step.release();
      optimizer.dispose();
      tf.dispose(Object.values(variables));
    },
  };
}

const isBias = (name: string): boolean => name.toLowerCase().endsWith('bias');

/** Normal of variance 1 / inputs; a linear part of nothing and a last layer of little, so that training starts calibrated. */
function firstValue(name: string, inside: number, startLogOdds: number, random: Random): () => number {
  if (name === 'bias') return () => startLogOdds;
  if (name === 'linear' || name === 'places' || isBias(name)) return () => 0;
  const deviation = (name === 'output' ? 0.3 : 1) / Math.sqrt(inside);
  return () => deviation * random.normal();
}
