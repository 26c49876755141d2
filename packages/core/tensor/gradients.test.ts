import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broadcasting, floats, onExamples, shapesWithAxis } from './testing/agreement.ts';
import { tf } from './tf.ts';

const number = { min: -4, max: 4 };

/** The slope of a weighted sum of the results, from two points beside each element. */
function slopes(compute: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): number[] {
  const apart = 1 / 64;
  const values = x.dataSync();
  const score = (numbers: Float32Array) =>
    tf.tidy(() => {
      const result = Array.from(compute(tf.tensor(numbers, x.shape)).dataSync());
      return result.reduce((sum, value, at) => sum + value * (1 + (at % 3)), 0);
    });
  return Array.from(values, (value, at) => {
    const moved = (by: number) => score(Float32Array.from(values).fill(value + by, at, at + 1));
    return (moved(apart) - moved(-apart)) / (2 * apart);
  });
}

function gradient(compute: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): number[] {
  const score = (given: tf.Tensor) => {
    const result = compute(given);
    const weights = Float32Array.from({ length: result.size }, (_, at) => 1 + (at % 3));
    return tf.sum(tf.mul(result, tf.tensor(weights, result.shape)));
  };
  return Array.from(tf.tidy(() => tf.grad(score)(x)).dataSync());
}

function expectSlopes(compute: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): void {
  const wanted = slopes(compute, x);
  gradient(compute, x).forEach((slope, at) => {
    // Values reach 200, differences of them carry 1e-5 of that, divided by 1/32.
    expect(slope).toBeCloseTo(wanted[at], 1);
  });
}

test('a running sum along any axis has the slopes that its values show', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(
      floats(shape, number),
      fc.constant(axis < 0 ? axis + shape.length : axis),
      fc.boolean(),
      fc.boolean(),
    ),
  );
  await onExamples(examples, async ([{ data, shape }, axis, exclusive, reverse]) => {
    tf.tidy(() => {
      expectSlopes((x) => tf.cumsum(x, axis, exclusive, reverse), tf.tensor(data, [...shape]));
    });
  });
});

test('a running sum along the first axis of a square is not turned', () => {
  tf.tidy(() => {
    const weights = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const gradients = tf.grad((x) => tf.sum(tf.mul(tf.cumsum(x, 0), weights)))(tf.zeros([2, 2]));
    expect(Array.from(gradients.dataSync())).toEqual([4, 6, 3, 4]);
  });
});

test('the squared difference of broadcast tensors has the slopes that its values show', async () => {
  const examples = broadcasting(2).chain(([a = [], b = []]) =>
    fc.tuple(floats(a, number), floats(b, number)),
  );
  await onExamples(examples, async ([a, b]) => {
    tf.tidy(() => {
      const [first, second] = [tf.tensor(a.data, [...a.shape]), tf.tensor(b.data, [...b.shape])];
      expectSlopes((x) => tf.squaredDifference(x, second), first);
      expectSlopes((x) => tf.squaredDifference(first, x), second);
    });
  });
});

test('the larger and the smaller of broadcast tensors pass their gradient to the one that was taken', () => {
  tf.tidy(() => {
    const [row, column] = [tf.tensor1d([1, 5, 3]), tf.tensor2d([2, 4], [2, 1])];
    const [byRow, byColumn] = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.maximum(a, b))([row, column]);
    expect(Array.from(byRow.dataSync())).toEqual([0, 2, 1]);
    expect(Array.from(byColumn.dataSync())).toEqual([1, 2]);
    const [least] = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.minimum(a, b))([row, column]);
    expect(Array.from(least.dataSync())).toEqual([2, 0, 1]);
  });
});
