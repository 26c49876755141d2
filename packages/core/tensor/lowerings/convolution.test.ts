import fc from 'fast-check';
import { describe, test } from 'vitest';
import { expectAgreement, floats, onExamples } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -2, max: 2 };

/** tfjs' types want shapes of fixed rank; each of these is the identity. */
const picture = (x: tf.Tensor): tf.Tensor4D =>
  tf.reshape(x, [x.shape[0] ?? 1, x.shape[1] ?? 1, x.shape[2] ?? 1, x.shape[3] ?? 1]);
const sequence = (x: tf.Tensor): tf.Tensor3D =>
  tf.reshape(x, [x.shape[0] ?? 1, x.shape[1] ?? 1, x.shape[2] ?? 1]);
const volume = (x: tf.Tensor): tf.Tensor5D =>
  tf.reshape(x, [x.shape[0] ?? 1, x.shape[1] ?? 1, x.shape[2] ?? 1, x.shape[3] ?? 1, x.shape[4] ?? 1]);

type Pair = [number, number];
const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
const strides = pair(1, 3);
/** Explicit padding of both spatial axes, never as wide as the smallest window. */
const edges = fc
  .tuple(pair(0, 2), pair(0, 2))
  .map(([rows, columns]): [Pair, Pair, Pair, Pair] => [[0, 0], rows, columns, [0, 0]]);
const channels = fc.integer({ min: 1, max: 3 });

/** A picture, a filter that fits into it, strides, and padding. */
const convolving = fc
  .record({ batch: channels, inside: channels, outside: channels, kernel: pair(1, 3), rest: pair(0, 5) })
  .chain(({ batch, inside, outside, kernel: [height, width], rest }) =>
    fc.record({
      x: floats([batch, height + rest[0], width + rest[1], inside], number),
      filter: floats([height, width, inside, outside], number),
      strides,
      edges,
    }),
  );

describe('two dimensions', () => {
  test('convolution with any stride and padding, with gradient', async () => {
    await onExamples(convolving, ({ x, filter, strides, edges }) => {
      const convolve = (pad: 'same' | 'valid' | typeof edges) => (given: Inputs) =>
        tf.conv2d(picture(given.x), picture(given.filter), strides, pad);
      const compute = { same: convolve('same'), valid: convolve('valid'), edged: convolve(edges) };
      return expectAgreement({ inputs: { x, filter }, compute, gradients: ['x', 'filter'] });
    });
  });

  test('a filter of one element', async () => {
    const examples = fc.tuple(floats([2, 3, 4, 3], number), floats([1, 1, 3, 2], number));
    const convolve = (stride: number) => (given: Inputs) =>
      tf.conv2d(picture(given.x), picture(given.filter), stride, 'same');
    const compute = { each: convolve(1), second: convolve(2) };
    await onExamples(
      examples,
      ([x, filter]) => expectAgreement({ inputs: { x, filter }, compute, gradients: ['x', 'filter'] }),
      5,
    );
  });

  test('holes in the filter, with gradient', async () => {
    const examples = fc.record({
      x: floats([2, 7, 6, 2], number),
      filter: floats([3, 2, 2, 3], number),
      each: floats([3, 2, 2, 2], number),
      holes: pair(1, 3),
      edges,
    });
    await onExamples(examples, ({ x, filter, each, holes, edges }) => {
      const convolve = (pad: 'same' | typeof edges) => (given: Inputs) =>
        tf.conv2d(picture(given.x), picture(given.filter), 1, pad, 'NHWC', holes);
      const compute = {
        same: convolve('same'),
        edged: convolve(edges),
        depthwise: (given: Inputs) =>
          tf.depthwiseConv2d(picture(given.x), picture(given.each), 1, 'same', 'NHWC', holes),
      };
      return expectAgreement({ inputs: { x, filter, each }, compute, gradients: ['x', 'filter', 'each'] });
    });
  });

  test('padding by one number, with the rounding that it asks for', async () => {
    const examples = fc.tuple(floats([1, 6, 7, 2], number), floats([3, 3, 2, 2], number));
    const convolve = (stride: number, rounding: 'floor' | 'round' | 'ceil') => (given: Inputs) =>
      tf.conv2d(picture(given.x), picture(given.filter), stride, 1, 'NHWC', [1, 1], rounding);
    const compute = {
      floor: convolve(2, 'floor'),
      round: convolve(2, 'round'),
      ceil: convolve(3, 'ceil'),
    };
    await onExamples(examples, ([x, filter]) => expectAgreement({ inputs: { x, filter }, compute }), 5);
  });

  test('channels in front', async () => {
    const examples = fc.tuple(floats([2, 3, 5, 6], number), floats([3, 2, 3, 4], number));
    const compute = {
      convolved: (given: Inputs) =>
        tf.conv2d(picture(given.x), picture(given.filter), [1, 2], 'same', 'NCHW'),
    };
    await onExamples(
      examples,
      ([x, filter]) => expectAgreement({ inputs: { x, filter }, compute, gradients: ['x', 'filter'] }),
      5,
    );
  });

  test('one filter a channel, and a mixing of the channels behind it, with gradient', async () => {
    const examples = convolving.chain(({ x, filter, strides, edges }) =>
      fc.record({
        x: fc.constant(x),
        filter: fc.constant(filter),
        mix: floats([1, 1, (filter.shape[2] ?? 1) * (filter.shape[3] ?? 1), 2], number),
        // tfjs' CPU kernels have one stride for both axes here.
        stride: fc.constant(strides[0]),
        edges: fc.constant(edges),
      }),
    );
    await onExamples(examples, ({ x, filter, mix, stride, edges }) => {
      const convolve = (pad: 'same' | 'valid' | typeof edges) => (given: Inputs) =>
        tf.depthwiseConv2d(picture(given.x), picture(given.filter), stride, pad);
      const compute = {
        same: convolve('same'),
        valid: convolve('valid'),
        edged: convolve(edges),
        separable: (given: Inputs) =>
          tf.separableConv2d(picture(given.x), picture(given.filter), picture(given.mix), stride, 'same'),
      };
      return expectAgreement({ inputs: { x, filter, mix }, compute, gradients: ['x', 'filter', 'mix'] });
    });
  });

  test('transposed convolution, with gradient', async () => {
    await onExamples(convolving, ({ x, filter, strides }) => {
      const [batch = 1, height = 1, width = 1, inside = 1] = x.shape;
      const [rows, columns, , outside = 1] = filter.shape;
      const small = (given: Inputs): tf.Tensor4D =>
        tf.conv2d(picture(given.x), tf.ones([rows, columns, inside, outside]), strides, 'same');
      const compute = {
        grown: (given: Inputs) =>
          tf.conv2dTranspose(
            small(given),
            picture(given.filter),
            [batch, height, width, inside],
            strides,
            'same',
          ),
      };
      return expectAgreement({ inputs: { x, filter }, compute, gradients: ['x', 'filter'] });
    });
  });

  test('a fused layer: convolution, bias and activation, with gradient', async () => {
    const examples = fc.tuple(
      floats([2, 5, 4, 3], number),
      floats([3, 3, 3, 2], number),
      floats([3, 3, 3, 1], number),
      floats([2], number),
      floats([3], number),
    );
    const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'] as const;
    const compute = Object.fromEntries(
      activations.flatMap((activation) => {
        const leakyreluAlpha = 0.1;
        const rest = { strides: 1, pad: 'same' as const, activation, leakyreluAlpha };
        return [
          [
            activation,
            ({ x, filter, bias }: Inputs) =>
              tf.fused.conv2d({ x: picture(x), filter: picture(filter), bias, ...rest }),
          ],
          [
            `${activation} depthwise`,
            ({ x, each, eachBias: bias }: Inputs) =>
              tf.fused.depthwiseConv2d({ x: picture(x), filter: picture(each), bias, ...rest }),
          ],
        ];
      }),
    );
    const prelu = ({ x, filter, bias }: Inputs) =>
      tf.fused.conv2d({
        x: picture(x),
        filter: picture(filter),
        bias,
        strides: 1,
        pad: 'valid',
        activation: 'prelu',
        preluActivationWeights: bias,
      });
    const inFront = ({ x, filter, bias }: Inputs) =>
      tf.fused.conv2d({
        x: tf.transpose(picture(x), [0, 3, 1, 2]),
        filter: picture(filter),
        bias,
        strides: 1,
        pad: 'same',
        dataFormat: 'NCHW',
      });
    await onExamples(
      examples,
      ([x, filter, each, bias, eachBias]) =>
        expectAgreement({
          inputs: { x, filter, each, bias, eachBias },
          compute,
          gradients: ['x', 'filter', 'each', 'bias', 'eachBias'],
        }).then(() => expectAgreement({ inputs: { x, filter, bias }, compute: { prelu, inFront } })),
      5,
    );
  });
});

test('one dimension: strides, holes, causal padding, with gradient', async () => {
  const examples = fc
    .record({ batch: channels, inside: channels, outside: channels, kernel: fc.integer({ min: 1, max: 3 }) })
    .chain(({ batch, inside, outside, kernel }) =>
      fc.record({
        x: floats([batch, 8, inside], number),
        filter: floats([kernel, inside, outside], number),
        by: fc.integer({ min: 1, max: 3 }),
      }),
    );
  await onExamples(examples, ({ x, filter, by }) => {
    const past = ((filter.shape[0] ?? 1) - 1) * by;
    const compute = {
      strided: (given: Inputs) => tf.conv1d(sequence(given.x), sequence(given.filter), by, 'same'),
      valid: (given: Inputs) => tf.conv1d(sequence(given.x), sequence(given.filter), by, 'valid'),
      causal: (given: Inputs) => {
        const padded = tf.pad(sequence(given.x), [
          [0, 0],
          [past, 0],
          [0, 0],
        ]);
        return tf.conv1d(padded, sequence(given.filter), 1, 'valid', 'NWC', by);
      },
    };
    return expectAgreement({ inputs: { x, filter }, compute, gradients: ['x', 'filter'] });
  });
});

test('three dimensions, with gradient', async () => {
  const examples = fc.record({
    x: floats([2, 3, 5, 4, 2], number),
    filter: floats([2, 3, 2, 2, 3], number),
    stride: fc.integer({ min: 1, max: 2 }),
  });
  await onExamples(
    examples,
    ({ x, filter, stride }) => {
      const convolve = (pad: 'same' | 'valid') => (given: Inputs) =>
        tf.conv3d(volume(given.x), volume(given.filter), stride, pad);
      const compute = { same: convolve('same'), valid: convolve('valid') };
      return expectAgreement({ inputs: { x, filter }, compute, gradients: ['x', 'filter'] });
    },
    10,
  );
});
