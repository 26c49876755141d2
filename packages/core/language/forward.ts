/** The transformer in plain TensorFlow.js, for training: sequences of one length, no cache. */
import { tf } from '../tensor/index.ts';
import { type BlockWeight, type LanguageArchitecture, normalisationEpsilon } from './architecture.ts';

export type LanguageTensors = Readonly<Record<string, tf.Tensor>>;

/**
 * @param symbols int32 [sequences, length]
 * @returns the log-odds of the next symbol, [sequences · length, vocabulary]
 */
export function languageLogits(
  architecture: LanguageArchitecture,
  weights: LanguageTensors,
  symbols: tf.Tensor,
  drop: (x: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  const { width, blocks } = architecture;
  const [sequences = 0, length = 0] = symbols.shape;
  const places = tf.slice(weightNamed(weights, 'places'), [0, 0], [length, width]);
  const read = tf.add(tf.gather(weightNamed(weights, 'symbols'), symbols), places);
  const mask = causalMask(length);
  let x: tf.Tensor = drop(tf.reshape(read, [sequences * length, width]));
  for (let index = 0; index < blocks; index++) {
    const of = (name: BlockWeight) => weightNamed(weights, `${index}.${name}`);
    const before = normalised(x, of('gainA'), of('shiftA'));
    const joined = tf.add(tf.matMul(before, of('joined')), of('joinedBias'));
    const looked = attention(architecture, joined, mask, sequences, length);
    x = tf.add(x, drop(tf.add(tf.matMul(looked, of('mixed')), of('mixedBias'))));
    const after = normalised(x, of('gainB'), of('shiftB'));
    const up = tf.relu(tf.add(tf.matMul(after, of('up')), of('upBias')));
    x = tf.add(x, drop(tf.add(tf.matMul(up, of('down')), of('downBias'))));
  }
  const end = normalised(x, weightNamed(weights, 'gainEnd'), weightNamed(weights, 'shiftEnd'));
  return tf.matMul(end, weightNamed(weights, 'symbols'), false, true);
}

function weightNamed(weights: LanguageTensors, name: string): tf.Tensor {
  const weight = weights[name];
  if (weight === undefined) throw new Error(`the weight ${name} is missing`);
  return weight;
}

function normalised(x: tf.Tensor, gain: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, normalisationEpsilon))), gain), shift);
}

/** softmax(QKᵀ/√d + mask)V of every head (Vaswani et al. 2017), laid side by side again. */
function attention(
  { width, heads }: LanguageArchitecture,
  joined: tf.Tensor,
  mask: tf.Tensor,
  sequences: number,
  length: number,
): tf.Tensor {
  const parts = tf.reshape(joined, [sequences, length, 3, heads, width / heads]);
  const [query, key, value] = tf.unstack(tf.transpose(parts, [2, 0, 3, 1, 4]));
  if (query === undefined || key === undefined || value === undefined)
    throw new Error('three parts are joined');
  const scores = tf.mul(tf.matMul(query, key, false, true), 1 / Math.sqrt(width / heads));
  const looked = tf.matMul(tf.softmax(tf.add(scores, mask)), value);
  return tf.reshape(tf.transpose(looked, [0, 2, 1, 3]), [sequences * length, width]);
}

/** A finite number instead of −∞: ∞ − ∞ in the softmax would be NaN. */
function causalMask(length: number): tf.Tensor {
  const mask = Float32Array.from({ length: length * length }, (_, place) =>
    place % length > Math.floor(place / length) ? -1e9 : 0,
  );
  return tf.tensor2d(mask, [length, length]);
}
