/**
 * Running sums and products. tfjs turns the gradient of a running sum along another axis than the last (silently, where
 * the shape is square), has none for a running product, and calls methods that the engine does not load for a product.
 */
import { type Attributes, listOf, single, type Tensor, type TensorFlow } from './gradient.ts';

export function mendRunning(tf: TensorFlow): void {
  tf.registerGradient({
    kernelName: 'Cumsum',
    gradFunc: (dy, _saved, { axis, exclusive, reverse }) => ({
      x: () => tf.cumsum(single(dy), Number(axis), exclusive === true, reverse !== true),
    }),
  });
  tf.registerGradient({
    kernelName: 'Cumprod',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attributes) => ({ x: () => byFactors(tf, x, single(dy), attributes) }),
  });
  tf.registerGradient({
    kernelName: 'Prod',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attributes) => ({
      x: () =>
        byFactor(
          tf,
          x,
          single(dy),
          attributes.axis === undefined || attributes.axis === null ? null : listOf(attributes, 'axis'),
        ),
    }),
  });
}

/**
 * By factor i: Σ dy[j] × the product of all factors up to j but i, which is the product of those before i, times
 * S[i] = dy[i] + x[i + 1] × S[i + 1]. That recurrence is solved by doubling (Hillis and Steele 1986), so that a factor
 * of 0 needs no division.
 */
function byFactors(tf: TensorFlow, x: Tensor, dy: Tensor, { axis, exclusive, reverse }: Attributes): Tensor {
  const along = (Number(axis) + x.rank) % x.rank;
  const turned = (value: Tensor) => (reverse === true ? tf.reverse(value, along) : value);
  const length = x.shape[along];
  /** Moves everything `by` places towards the start and fills the end. */
  const ahead = (value: Tensor, by: number, filling: number) => {
    const begin = value.shape.map((_, at) => (at === along ? by : 0));
    const edges = value.shape.map((_, at): [number, number] => [0, at === along ? by : 0]);
    return tf.pad(tf.slice(value, begin), edges, filling);
  };
  const factors = turned(x);
  let sum = exclusive === true ? ahead(turned(dy), 1, 0) : turned(dy);
  let product = ahead(factors, 1, 1);
  for (let by = 1; by < length; by *= 2) {
    sum = tf.add(sum, tf.mul(product, ahead(sum, by, 0)));
    product = tf.mul(product, ahead(product, by, 1));
  }
  return turned(tf.mul(tf.cumprod(factors, along, true), sum));
}

/** By one factor: the product of all others, those before it times those behind. */
function byFactor(tf: TensorFlow, x: Tensor, dy: Tensor, over: readonly number[] | null): Tensor {
  const axes = x.shape.map((_, at) => at);
  const folded = over === null ? axes : over.map((axis) => (axis + x.rank) % x.rank);
  const kept = axes.filter((axis) => !folded.includes(axis));
  const order = [...kept, ...folded];
  const rows = kept.map((axis) => x.shape[axis]);
  const moved = tf.transpose(x, order);
  const flat = tf.reshape(moved, [...rows, -1]);
  const others = tf.mul(tf.cumprod(flat, rows.length, true), tf.cumprod(flat, rows.length, true, true));
  const slopes = tf.mul(tf.reshape(dy, [...rows, 1]), others);
  return tf.transpose(
    tf.reshape(slopes, moved.shape),
    axes.map((axis) => order.indexOf(axis)),
  );
}
