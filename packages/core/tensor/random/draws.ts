/** Random numbers for models: drawn from a seed and the number of the step, the same in a graph and eagerly. */
import { modelPlace, TraceError } from '../errors.ts';
import { tf } from '../tf.ts';
import { randomKernels } from './kernels.ts';

interface Source {
  readonly seed: tf.Tensor;
  readonly step: tf.Tensor;
  /** Numbers of a graph are of no use outside, and numbers from outside would be the same in every step. */
  readonly backend: string;
  streams: number;
}

let source: Source | null = null;

/** Runs `body`, which may draw; each draw is a stream of its own, numbered from 0. */
export function drawingFrom<Result>(seed: tf.Tensor, step: tf.Tensor, body: () => Result): Result {
  const outer = source;
  source = { seed, step, backend: tf.getBackend(), streams: 0 };
  try {
    return body();
  } finally {
    source = outer;
  }
}

/** Whether numbers can be drawn here. */
export function canDraw(): boolean {
  return source?.backend === tf.getBackend();
}

/** @throws TraceError where the seed is not a whole number of 32 bits. */
export function checkSeed(seed: number): void {
  if (seed === (seed | 0)) return;
  throw new TraceError(
    'signature',
    `The seed is ${seed}: use a whole number from -2147483648 to 2147483647.`,
  );
}

function draw(kernel: string, shape: readonly number[]): tf.Tensor {
  if (!source || !canDraw()) {
    throw new TraceError(
      'signature',
      'random and dropout draw from a seed and the number of the step, and here is none: give compileTrainingStep a ' +
        'seed, leave them out of what is exported, or run a model without a trace inside random.seeded.',
      { place: modelPlace(new Error().stack) },
    );
  }
  const { seed, step } = source;
  return tf
    .engine()
    .runKernel<tf.Tensor>(kernel, { seed, step }, { shape: [...shape], stream: source.streams++ });
}

/** Uniform in [0, 1), in steps of 2^-24. */
function uniform(shape: readonly number[]): tf.Tensor {
  return draw(randomKernels.uniform, shape);
}

/** Standard normal, by the transformation of Box and Muller (1958). At most 5.8 from 0. */
function normal(shape: readonly number[]): tf.Tensor {
  return tf.tidy(() => {
    const size = tf.util.sizeFromShape([...shape]);
    const half = Math.ceil(size / 2);
    const [radial, turn] = tf.split(uniform([2, half]), 2);
    // 1 - u keeps the logarithm away from 0.
    const radius = tf.sqrt(tf.mul(-2, tf.log(tf.sub(1, radial))));
    const angle = tf.mul(2 * Math.PI, turn);
    const both = tf.concat([tf.mul(radius, tf.cos(angle)), tf.mul(radius, tf.sin(angle))]);
    return tf.reshape(tf.slice(tf.reshape(both, [-1]), 0, size), [...shape]);
  });
}

/**
 * What a loss may draw while it is trained. Each call is a stream of its own, numbered in the order of the calls, and new
 * in every step; the same seed and step give the same numbers, traced (bit for bit, uniform) or eager.
 * @throws TraceError where there is no seed.
 */
export const random = {
  uniform,
  normal,
  /** Runs `body` eagerly as the given step (counted from 1) of a run with this seed: for comparisons with a trace. */
  seeded<Result extends tf.TensorContainer>(seed: number, step: number, body: () => Result): Result {
    checkSeed(seed);
    return tf.tidy(() => drawingFrom(tf.scalar(seed, 'int32'), tf.scalar(step, 'int32'), body));
  },
};

/**
 * Sets each element to 0 with probability `rate` and divides the others by 1 - rate (Srivastava et al. 2014).
 * @param noiseShape axes of length 1 are dropped or kept as a whole; the shape of `x` unless told.
 * @throws TraceError where there is no seed, or `rate` is not in [0, 1).
 */
export function dropout(x: tf.Tensor, rate: number, noiseShape: readonly number[] = x.shape): tf.Tensor {
  if (!(rate >= 0 && rate < 1)) {
    throw new TraceError('signature', `The rate of dropout is ${rate}: use a number from 0 to less than 1.`);
  }
  return tf.tidy(() => {
    if (rate === 0) return tf.clone(x);
    // Words are compared as they are, from -2^31 upwards: cheaper than making real numbers of them first.
    const lowest = tf.scalar(Math.ceil((rate - 0.5) * 2 ** 32), 'int32');
    const kept = tf.greaterEqual(draw(randomKernels.words, noiseShape), lowest);
    return tf.mul(x, tf.where(kept, tf.scalar(1 / (1 - rate)), tf.scalar(0)));
  });
}
