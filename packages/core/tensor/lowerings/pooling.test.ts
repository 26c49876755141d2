import fc from 'fast-check';
import { test } from 'vitest';
import { expectAgreement, floats, integers, onExamples } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -2, max: 2 };
const picture = (x: tf.Tensor): tf.Tensor4D =>
  tf.reshape(x, [x.shape[0] ?? 1, x.shape[1] ?? 1, x.shape[2] ?? 1, x.shape[3] ?? 1]);
const volume = (x: tf.Tensor): tf.Tensor5D =>
  tf.reshape(x, [x.shape[0] ?? 1, x.shape[1] ?? 1, x.shape[2] ?? 1, x.shape[3] ?? 1, x.shape[4] ?? 1]);

const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));

/** A picture, windows that fit into it, and how far they move: side by side, apart or overlapping. */
const pooled = (content: (shape: readonly number[]) => ReturnType<typeof floats>) =>
  fc
    .record({
      batch: fc.integer({ min: 1, max: 2 }),
      channels: fc.integer({ min: 1, max: 3 }),
      rest: pair(0, 5),
    })
    .chain(({ batch, channels, rest }) =>
      pair(1, 3).chain((size) =>
        fc.record({
          x: content([batch, size[0] + rest[0], size[1] + rest[1], channels]),
          size: fc.constant(size),
          strides: fc.oneof(fc.constant(size), pair(1, 3)),
        }),
      ),
    );

/** Each number several times, so that windows have more than one largest. */
const fewNumbers = (shape: readonly number[]) =>
  integers(shape, { min: -1, max: 1 }).map((tensor) => ({
    ...tensor,
    dtype: 'float32' as const,
    data: Float32Array.from(tensor.data),
  }));

test('the largest of windows, overlapping or not; its slope goes to the first of equals', async () => {
  const examples = fc.oneof(
    pooled((shape) => floats(shape, number)),
    pooled(fewNumbers),
  );
  await onExamples(examples, ({ x, size, strides }) => {
    const pool = (pad: 'same' | 'valid') => (given: Inputs) =>
      tf.maxPool(picture(given.x), size, strides, pad);
    const compute = { same: pool('same'), valid: pool('valid') };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});

test('the mean of windows, overlapping or not, with gradient', async () => {
  const examples = pooled((shape) => floats(shape, number));
  await onExamples(examples, ({ x, size, strides }) => {
    const pool = (pad: 'same' | 'valid') => (given: Inputs) =>
      tf.avgPool(picture(given.x), size, strides, pad);
    const compute = {
      same: pool('same'),
      valid: pool('valid'),
      global: (given: Inputs) => tf.avgPool(picture(given.x), [x.shape[1] ?? 1, x.shape[2] ?? 1], 1, 'valid'),
    };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});

test('windows with holes, and padding by a number', async () => {
  const compute = {
    holes: (given: Inputs) => tf.pool(picture(given.x), [2, 2], 'max', 'valid', [2, 2], 1),
    meanHoles: (given: Inputs) => tf.pool(picture(given.x), [2, 2], 'avg', 'valid', [2, 3], 1),
    padded: (given: Inputs) => tf.maxPool(picture(given.x), 3, 2, 1, 'floor'),
    ceiled: (given: Inputs) => tf.avgPool(picture(given.x), 3, 2, 1, 'ceil'),
  };
  const examples = floats([2, 7, 6, 2], number);
  await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute }), 5);
});

test('whole numbers stay whole', async () => {
  const compute = { largest: (given: Inputs) => tf.maxPool(picture(given.x), 2, 1, 'same') };
  const examples = integers([2, 4, 3, 2], { min: -9, max: 9 });
  await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute }), 5);
});

test('three dimensions, with gradient', async () => {
  // Without equals: of those the slope goes to the last in tfjs' kernel, to the first here as with two dimensions.
  const different = fc
    .shuffledSubarray([...Array(120).keys()], { minLength: 120 })
    .map((list) => ({ shape: [1, 4, 5, 3, 2], dtype: 'float32' as const, data: Float32Array.from(list) }));
  const examples = fc.tuple(different, fc.integer({ min: 1, max: 2 }));
  await onExamples(
    examples,
    ([x, stride]) => {
      const compute = {
        largest: (given: Inputs) => tf.maxPool3d(volume(given.x), 2, stride, 'same'),
        mean: (given: Inputs) => tf.avgPool3d(volume(given.x), [2, 3, 2], stride, 'same'),
      };
      return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
    },
    10,
  );
});
