/** Trains a causal transformer on texts whose beginning is given and whose end is to be written. */
import { z } from 'zod';
import type { Checkpoint } from '../learners/contract.ts';
import { tensors } from '../learners/deep/state.ts';
import { createRandom } from '../random.ts';
import {
  AdamW,
  compileTrainingStep,
  dropout,
  type HostTensor,
  SessionError,
  type TrainingStep,
  tf,
} from '../tensor/index.ts';
import { type LanguageArchitecture, languageShapes } from './architecture.ts';
import { languageLogits } from './forward.ts';

export type LanguageWeights = Readonly<Record<string, HostTensor>>;

/** Symbols by number; the model learns to write those from `given` on. */
interface LanguageSequence {
  readonly symbols: readonly number[];
  readonly given: number;
}

interface LanguageTrainingProgress {
  readonly step: number;
  readonly steps: number;
  /** Mean cross-entropy of a symbol since the last report, in nats. */
  readonly loss: number;
  readonly share: number;
}

export interface LanguageTrainingOptions {
  readonly architecture: LanguageArchitecture;
  /** The sequence of a number, counted from 0: every one is seen once. At most `length` + 1 symbols. */
  readonly sequenceAt: (index: number) => LanguageSequence;
  readonly length: number;
  readonly batch: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly dropout: number;
  readonly seed: number;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** A training that goes on from a state ends with the same numbers; null: one that is killed starts again. */
  readonly checkpoint: Checkpoint | null;
  readonly onProgress: (progress: LanguageTrainingProgress) => void;
}

const stepsBetweenReports = 25;
/** Writing a state takes about as long as a step. */
const stepsBetweenSaves = 50;
const warmUpSteps = 50;
const weightDecay = 0.01;
const longestGradient = 1;

/** Variables of trainings that run side by side must differ in name. */
let trainings = 0;

/**
 * @throws the signal's reason where the training was stopped; DivergedError where the loss is no longer finite
 */
export async function trainLanguageModel(options: LanguageTrainingOptions): Promise<LanguageWeights> {
  const { architecture, batch, length, steps, signal, seed } = options;
  const own = `language${trainings++}/`;
  const first = firstLanguageWeights(architecture, seed);
  const variables = tf.tidy(() =>
    Object.fromEntries(
      Object.entries(first).map(([name, { data, shape }]) => [
        name,
        tf.variable(tf.tensor(data, [...shape]), true, own + name),
      ]),
    ),
  );
  const all = Object.values(variables);
  const decayed = all.filter(({ shape }) => shape.length > 1);
  const optimizer = new AdamW(options.learningRate, weightDecay, decayed);
  const drop = (x: tf.Tensor) => (options.dropout > 0 ? dropout(x, options.dropout) : x);
  const step = await compileTrainingStep({
    inputs: {
      symbols: { shape: [batch, length], dtype: 'int32' },
      targets: { shape: [batch * length], dtype: 'int32' },
      weights: { shape: [batch * length], dtype: 'float32' },
    },
    optimizer,
    loss: ({ symbols, targets, weights }) => {
      const logits = languageLogits(architecture, variables, symbols, drop);
      const expected = tf.cast(tf.oneHot(targets, architecture.vocabulary), 'float32');
      const losses = tf.neg(tf.sum(tf.mul(expected, tf.logSoftmax(logits)), -1));
      return tf.div(tf.sum(tf.mul(losses, weights)), tf.sum(weights));
    },
    variables: all,
    clipGlobalNorm: longestGradient,
    seed,
    threads: options.threads,
  });
  try {
    let [sum, counted] = [0, 0];
    const begin = await restored(step, options.checkpoint, own, steps);
    for (let index = begin; index < steps; index++) {
      signal.throwIfAborted();
      step.setLearningRate(options.learningRate * rateAt(index, steps));
      sum += await step.run(batchAt(options, index));
      counted++;
      const done = index + 1;
      if (done % stepsBetweenSaves === 0 && done < steps)
        await options.checkpoint?.save({ done, tensors: renamed(step.state(), own, savedPrefix) });
      if (done % stepsBetweenReports > 0 && done < steps) continue;
      options.onProgress({ step: done, steps, loss: sum / counted, share: done / steps });
      [sum, counted] = [0, 0];
    }
    const state = step.state();
    return Object.fromEntries(
      Object.keys(variables).flatMap((name) => {
        const tensor = state[own + name];
        return tensor === undefined ? [] : [[name, tensor]];
      }),
    );
  } finally {
    await step.release();
    optimizer.dispose();
    tf.dispose(all);
  }
}

const savedState = z.object({ done: z.int(), tensors });

/** Puts the step into the state of an earlier process. @returns how many steps are done; 0 where none fits */
async function restored(
  step: TrainingStep,
  checkpoint: Checkpoint | null,
  own: string,
  steps: number,
): Promise<number> {
  const saved = savedState.safeParse(await checkpoint?.load());
  if (!saved.success || saved.data.done >= steps) return 0;
  try {
    step.restore(renamed(saved.data.tensors, savedPrefix, own));
    return saved.data.done;
  } catch (error) {
    // Of another architecture or another version.
    if (error instanceof SessionError) return 0;
    throw error;
  }
}

/** In a state the variables have names that are the same in every process. */
const savedPrefix = 'language/';

function renamed(state: LanguageWeights, from: string, to: string): LanguageWeights {
  return Object.fromEntries(Object.entries(state).map(([name, tensor]) => [name.replace(from, to), tensor]));
}

/** Up in a line, then down along a cosine (Loshchilov and Hutter 2017). */
function rateAt(index: number, steps: number): number {
  if (index < warmUpSteps) return (index + 1) / warmUpSteps;
  return 0.5 + 0.5 * Math.cos((Math.PI * (index - warmUpSteps)) / Math.max(1, steps - warmUpSteps));
}

function batchAt({ sequenceAt, batch, length }: LanguageTrainingOptions, index: number) {
  const symbols = new Int32Array(batch * length);
  const targets = new Int32Array(batch * length);
  const weights = new Float32Array(batch * length);
  for (let row = 0; row < batch; row++) {
    const sequence = sequenceAt(index * batch + row);
    if (sequence.symbols.length > length + 1) {
      throw new RangeError(`a sequence has ${sequence.symbols.length} symbols, ${length + 1} fit`);
    }
    for (const [place, symbol] of sequence.symbols.entries()) {
      if (place < sequence.symbols.length - 1) symbols[row * length + place] = symbol;
      if (place === 0) continue;
      targets[row * length + place - 1] = symbol;
      weights[row * length + place - 1] = place >= sequence.given ? 1 : 0;
    }
  }
  return { symbols, targets, weights };
}

/** Normal with deviation 0.02, those that end a residual branch smaller with depth, as GPT-2 begins. */
export function firstLanguageWeights(architecture: LanguageArchitecture, seed: number): LanguageWeights {
  const random = createRandom(seed, 81);
  const endings = 0.02 / Math.sqrt(2 * architecture.blocks);
  return Object.fromEntries(
    Object.entries(languageShapes(architecture)).map(([name, shape]) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const draw = () => {
        if (name.includes('gain')) return 1;
        if (shape.length === 1) return 0;
        return random.normal() * (/\.(mixed|down)$/.test(name) ? endings : 0.02);
      };
      return [name, { shape, dtype: 'float32', data: Float32Array.from({ length: size }, draw) }];
    }),
  );
}
