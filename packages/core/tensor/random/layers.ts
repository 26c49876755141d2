/**
 * Lets the noise layers of tf.layers draw from the step's seed. Their own numbers are made in JavaScript, where a trace
 * would freeze them; the layers are replaced here only where there is a seed, and are otherwise as they were.
 */
import { tf } from '../tf.ts';
import { canDraw, dropout, random } from './draws.ts';

type Call = (inputs: tf.Tensor | tf.Tensor[], options: unknown) => unknown;
/** A layer's fields by name. */
type Fields = (name: string) => unknown;
type Noise = (input: tf.Tensor, field: Fields) => tf.Tensor;

/** Klambauer et al. 2017: dropped elements take the value at which SELU saturates, and mean and variance stay. */
const saturation = -1.6732632423543772 * 1.0507009873554805;

function alphaDropout(input: tf.Tensor, rate: number, shape: readonly number[]): tf.Tensor {
  const kept = tf.cast(tf.greaterEqual(random.uniform(shape), rate), 'float32');
  const scale = ((1 - rate) * (1 + rate * saturation ** 2)) ** -0.5;
  const filled = tf.add(tf.mul(input, kept), tf.mul(tf.sub(1, kept), saturation));
  return tf.add(tf.mul(filled, scale), -scale * saturation * rate);
}

const inSteps: Noise = (input, field) => dropout(input, rateOf(field), noiseShape(input, field));

const noises: Readonly<Record<string, Noise>> = {
  Dropout: inSteps,
  SpatialDropout1D: (input, field) => dropout(input, rateOf(field), [input.shape[0], 1, input.shape[2] ?? 1]),
  GaussianNoise: (input, field) => tf.add(input, tf.mul(Number(field('stddev')), random.normal(input.shape))),
  GaussianDropout: (input, field) => {
    const rate = rateOf(field);
    return tf.mul(input, tf.add(1, tf.mul(Math.sqrt(rate / (1 - rate)), random.normal(input.shape))));
  },
  AlphaDropout: (input, field) => alphaDropout(input, rateOf(field), noiseShape(input, field)),
};

const recurrentCells = ['SimpleRNNCell', 'GRUCell', 'LSTMCell'];

function rateOf(field: Fields): number {
  return Number(field('rate'));
}

/** As in tfjs: null stands for the input's own length. */
function noiseShape({ shape }: tf.Tensor, field: Fields): readonly number[] {
  const given = field('noiseShape');
  return Array.isArray(given)
    ? given.map((length, axis) => (length === null ? (shape[axis] ?? 1) : Number(length)))
    : shape;
}

function inTraining(options: unknown): boolean {
  return typeof options === 'object' && options !== null && Reflect.get(options, 'training') === true;
}

function replaceCall(layer: string, replacement: (self: object, own: Call) => Call): void {
  const entry = tf.serialization.SerializationMap.getMap().classNameMap[layer];
  const prototype: object = entry?.[0].prototype ?? {};
  const own: unknown = Reflect.get(prototype, 'call');
  if (typeof own !== 'function') throw new Error(`tf.layers has no layer ${layer}`);
  Reflect.set(prototype, 'call', function call(this: object, ...given: Parameters<Call>) {
    return replacement(this, (...passed) => Reflect.apply(own, this, passed))(...given);
  });
}

for (const [layer, noise] of Object.entries(noises)) {
  replaceCall(layer, (self, own) => (inputs, options) => {
    const field: Fields = (name) => Reflect.get(self, name);
    const rate = field('rate');
    // tfjs leaves the input as it is at a rate of 0, and at 1 too.
    const active = rate === undefined || (Number(rate) > 0 && Number(rate) < 1);
    if (!canDraw() || !inTraining(options) || !active) return own(inputs, options);
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    return input ? tf.tidy(() => noise(input, field)) : own(inputs, options);
  });
}

for (const cell of recurrentCells) {
  replaceCall(cell, (self, own) => (inputs, options) => {
    if (!canDraw() || Reflect.get(self, 'dropoutFunc')) return own(inputs, options);
    // Recurrent cells take the function that drops from outside.
    Reflect.set(self, 'dropoutFunc', dropout);
    try {
      return own(inputs, options);
    } finally {
      Reflect.set(self, 'dropoutFunc', undefined);
    }
  });
}
