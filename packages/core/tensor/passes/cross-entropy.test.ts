import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floats, integers, onExamples, specials } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf, run } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { fuseCrossEntropy } from './cross-entropy.ts';

const examples = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 7 }))
  .chain(([rows, classes]) =>
    fc.record({
      logits: floats([rows, classes], { min: -6, max: 6 }),
      // Some are outside: tfjs makes rows of zeros of them.
      labels: integers([rows], { min: -2, max: classes + 1 }),
      soft: floats([rows, classes], { min: 0, max: 1 }),
      weights: floats([rows], { min: 0, max: 2 }),
    }),
  );

const lengthOf = ({ shape }: tf.Tensor) => shape.at(-1) ?? 0;

function oneHot(labels: tf.Tensor, like: tf.Tensor, type: 'int32' | 'float32' | 'bool' = 'int32'): tf.Tensor {
  return tf.oneHot(tf.cast(labels, 'int32'), lengthOf(like), 1, 0, type);
}

describe('with labels of one class a row', () => {
  const ways: Record<string, (logits: tf.Tensor, labels: tf.Tensor, weights: tf.Tensor) => tf.Tensor> = {
    'the mean': (logits, labels) => tf.losses.softmaxCrossEntropy(oneHot(labels, logits), logits),
    'labels of float32': (logits, labels) =>
      tf.losses.softmaxCrossEntropy(oneHot(labels, logits, 'float32'), logits),
    'labels that were cast': (logits, labels) =>
      tf.losses.softmaxCrossEntropy(tf.cast(oneHot(labels, logits, 'bool'), 'float32'), logits),
    'a weight for each row': (logits, labels, weights) =>
      tf.losses.softmaxCrossEntropy(oneHot(labels, logits), logits, weights),
    'a list, not summed up': (logits, labels) =>
      tf.losses.softmaxCrossEntropy(oneHot(labels, logits), logits, undefined, 0, tf.Reduction.NONE),
  };
  for (const [name, compute] of Object.entries(ways)) {
    test(`${name} is one logarithm of softmax, from which one number a row is gathered`, () =>
      onExamples(
        examples,
        async (inputs) => {
          const graph = graphOf({
            inputs,
            gradients: ['logits'],
            compute: ({ logits, labels, weights }) => ({ loss: compute(logits, labels, weights) }),
          });
          const { after } = await expectSameNumbers(graph, inputs, fuseCrossEntropy);
          expect(['LogSoftmax', 'GatherElements', 'Log', 'ReduceMax'].map(after)).toEqual([1, 1, 0, 0]);
        },
        12,
      ));
  }

  test('written by hand it is the same', () =>
    onExamples(examples, async (inputs) => {
      const compute = ({ logits, labels }: Record<string, tf.Tensor>) => {
        const logarithm = tf.sub(logits, tf.logSumExp(logits, -1, true));
        return { loss: tf.neg(tf.sum(tf.mul(logarithm, oneHot(labels, logits, 'float32')), -1)) };
      };
      const { after } = await expectSameNumbers(graphOf({ inputs, compute }), inputs, fuseCrossEntropy);
      expect(['LogSoftmax', 'GatherElements', 'Log', 'ReduceMax'].map(after)).toEqual([1, 1, 0, 0]);
      await expectSameNumbers(graphOf({ inputs, compute, gradients: ['logits'] }), inputs, fuseCrossEntropy);
    }));

  test('a class that −∞ rules out does not make the loss NaN, as its product with 0 would', async () => {
    const inputs = {
      logits: { shape: [2, 3], dtype: 'float32', data: Float32Array.of(1, -Infinity, 1, -Infinity, 2, 2) },
      labels: { shape: [2], dtype: 'int32', data: Int32Array.of(0, 1) },
    } as const;
    const graph = graphOf({
      inputs,
      gradients: ['logits'],
      compute: ({ logits, labels }) => ({
        loss: tf.losses.softmaxCrossEntropy(oneHot(labels, logits), logits),
      }),
    });
    const results = await run(fuseCrossEntropy(graph), inputs);
    expect(results['result loss'].data[0]).toBeCloseTo(Math.log(2), 5);
    // The loss is a mean over two rows, and weighs 0.5 in what is differentiated.
    const gradient = [-0.5, 0, 0.5, 0, -0.5, 0.5].map((number) => expect.closeTo(number / 4, 5));
    expect([...results['gradient by logits'].data]).toEqual(gradient);
  });

  test('the gradient subtracts one number a row', async () => {
    const [inputs] = fc.sample(examples, { numRuns: 1, seed: 1 });
    const graph = graphOf({
      inputs,
      gradients: ['logits'],
      compute: ({ logits, labels }) => ({
        loss: tf.losses.softmaxCrossEntropy(oneHot(labels, logits), logits),
      }),
    });
    const { after } = await expectSameNumbers(graph, inputs, fuseCrossEntropy);
    expect(after('ScatterElements')).toBe(1);
  });

  test('rows of a sequence, rank 3', () =>
    onExamples(
      fc
        .record({ batch: fc.integer({ min: 1, max: 3 }), steps: fc.integer({ min: 1, max: 3 }) })
        .chain(({ batch, steps }) =>
          fc.record({
            logits: floats([batch, steps, 3], { min: -6, max: 6 }),
            labels: integers([batch, steps], { min: -1, max: 3 }),
          }),
        ),
      async (inputs) => {
        const graph = graphOf({
          inputs,
          gradients: ['logits'],
          compute: ({ logits, labels }) => ({
            loss: tf.losses.softmaxCrossEntropy(oneHot(labels, logits), logits),
            each: tf.sum(tf.mul(tf.sin(logits), oneHot(labels, logits, 'float32')), -1),
          }),
        });
        const { after } = await expectSameNumbers(graph, inputs, fuseCrossEntropy);
        expect([after('LogSoftmax'), after('GatherElements'), after('ScatterElements')]).toEqual([1, 2, 1]);
      },
    ));
});

test('soft labels keep their product, smoothed ones too', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['logits'],
      compute: ({ logits, soft, labels }) => ({
        soft: tf.losses.softmaxCrossEntropy(soft, logits),
        smoothed: tf.losses.softmaxCrossEntropy(oneHot(labels, logits, 'float32'), logits, undefined, 0.1),
      }),
    });
    const { after } = await expectSameNumbers(graph, inputs, fuseCrossEntropy);
    expect([after('LogSoftmax'), after('GatherElements'), after('ScatterElements')]).toEqual([1, 0, 0]);
  }));

test('the logarithm of softmax as tfjs has it is one operator, of rows alone', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['logits'],
      compute: ({ logits, labels }) => ({
        all: tf.logSoftmax(logits),
        labelled: tf.sum(tf.mul(tf.logSoftmax(logits), oneHot(labels, logits)), -1),
        exponential: tf.sub(tf.exp(logits), oneHot(labels, logits)),
        columns: tf.logSoftmax(tf.transpose(tf.mul(logits, 2)), -1),
      }),
    });
    const { after } = await expectSameNumbers(graph, inputs, fuseCrossEntropy);
    expect([after('LogSoftmax'), after('Log')]).toEqual([2, 0]);
  }));

test('NaN and infinities in the logits stay in their rows', () =>
  onExamples(
    fc.integer({ min: 2, max: 20 }).chain((classes) =>
      fc.record({
        logits: specials([3, classes]),
        one: fc.nat(classes - 1).chain((at) =>
          floats([3, classes], { min: -1, max: 1 }).map((tensor) => ({
            ...tensor,
            data: tensor.data.map((number, index) => (index === classes + at ? Number.NaN : number)),
          })),
        ),
      }),
    ),
    async (inputs) => {
      const logarithm = (x: tf.Tensor) => tf.sub(x, tf.logSumExp(x, -1, true));
      const graph = graphOf({
        inputs,
        compute: ({ logits, one }) => ({ logits: logarithm(logits), one: logarithm(one) }),
      });
      const { after } = await expectSameNumbers(graph, inputs, fuseCrossEntropy);
      expect(after('LogSoftmax')).toBe(2);
    },
    60,
  ));

test('a row of NaN has a loss and a gradient of NaN, also where its class is outside', async () => {
  const inputs = {
    logits: { shape: [3, 2], dtype: 'float32', data: Float32Array.of(1, 2, Number.NaN, 1, Number.NaN, 3) },
    labels: { shape: [3], dtype: 'int32', data: Int32Array.of(1, 1, 7) },
  } as const;
  const graph = graphOf({
    inputs,
    gradients: ['logits'],
    compute: ({ logits, labels }) => ({
      loss: tf.losses.softmaxCrossEntropy(oneHot(labels, logits), logits, undefined, 0, tf.Reduction.NONE),
    }),
  });
  await expectSameNumbers(graph, inputs, fuseCrossEntropy);
});

describe('what only looks like it gives the same', () => {
  const square = fc.integer({ min: 2, max: 5 }).chain((length) =>
    fc.record({
      x: floats([length, length], { min: -6, max: 6 }),
      other: floats([length, length], { min: -6, max: 6 }),
      labels: integers([length], { min: -1, max: length }),
      one: integers([1], { min: 0, max: length - 1 }),
      real: floats([length], { min: 0, max: length }),
      wholeReal: integers([length], { min: 0, max: length }).map((tensor) => ({
        ...tensor,
        dtype: 'float32' as const,
        data: Float32Array.from(tensor.data),
      })),
    }),
  );
  type Given = Record<'x' | 'other' | 'labels' | 'one' | 'real' | 'wholeReal', tf.Tensor>;
  const hot = (labels: tf.Tensor, depth: number) =>
    tf.oneHot(tf.cast(labels, 'int32'), depth, 1, 0, 'float32');
  const counted = (x: tf.Tensor) => tf.range(0, lengthOf(x), 1, 'float32');
  const first = (labels: tf.Tensor) => tf.cast(tf.equal(tf.expandDims(labels, -1), [0]), 'float32');
  const nearMisses: Record<string, (given: Given) => tf.Tensor> = {
    'logarithms of rows, subtracted from columns': ({ x }) => tf.sub(x, tf.logSumExp(x, -1)),
    'logarithms of rows, turned': ({ x }) => tf.sub(x, tf.reshape(tf.logSumExp(x, -1), [1, -1])),
    'logarithms of columns': ({ x }) => tf.sub(x, tf.logSumExp(x, 0, true)),
    'logarithms of all': ({ x }) => tf.sub(x, tf.logSumExp(x)),
    'logarithms of another value': ({ x, other }) => tf.sub(x, tf.logSumExp(other, -1, true)),
    'shifted by the largest of columns': ({ x }) => {
      const largest = tf.max(x, -1);
      const logarithm = tf.log(tf.sum(tf.exp(tf.sub(x, largest)), -1, true));
      return tf.sub(x, tf.add(logarithm, tf.reshape(largest, [-1, 1])));
    },
    'shifted by the smallest': ({ x }) => {
      const smallest = tf.min(x, -1, true);
      const logarithm = tf.log(tf.sum(tf.exp(tf.sub(x, smallest)), -1, true));
      return tf.sub(x, tf.add(logarithm, smallest));
    },
    'shifted by another value': ({ x, other }) => {
      const largest = tf.max(x, -1, true);
      const logarithm = tf.log(tf.sum(tf.exp(tf.sub(x, largest)), -1, true));
      return tf.sub(x, tf.add(logarithm, tf.max(other, -1, true)));
    },
    'one label for all rows': ({ x, one }) => tf.sum(tf.mul(x, hot(one, lengthOf(x))), -1),
    'one label for all rows, in the gradient': ({ x, one }) => tf.sub(tf.exp(x), hot(one, lengthOf(x))),
    'a single class': ({ x, labels }) => tf.sum(tf.mul(x, first(labels)), -1),
    'a single class, in the gradient': ({ x, labels }) => tf.sub(tf.exp(x), first(labels)),
    'more rows than labels': ({ x, other, labels }) =>
      tf.sum(tf.mul(tf.stack([x, other]), hot(labels, lengthOf(x))), -1),
    'more labels than rows': ({ x, labels }) =>
      tf.sum(tf.mul(tf.slice(x, 0, 1), hot(labels, lengthOf(x))), -1),
    'classes over the first axis': ({ x, labels }) =>
      tf.sum(tf.mul(x, tf.transpose(hot(labels, lengthOf(x)))), -1),
    'summed over the first axis': ({ x, labels }) => tf.sum(tf.mul(x, hot(labels, lengthOf(x))), 0),
    'summed over all': ({ x, labels }) => tf.sum(tf.mul(x, hot(labels, lengthOf(x)))),
    'kept axes': ({ x, labels }) => tf.sum(tf.mul(x, hot(labels, lengthOf(x))), -1, true),
    'other numbers than 0 and 1': ({ x, labels }) =>
      tf.sum(tf.mul(x, tf.oneHot(tf.cast(labels, 'int32'), lengthOf(x), 2, -1, 'float32')), -1),
    'zeros for ones': ({ x, labels }) =>
      tf.sub(tf.exp(x), tf.oneHot(tf.cast(labels, 'int32'), lengthOf(x), 0, 1, 'float32')),
    'positions of float32 that are no classes': ({ x, real }) =>
      tf.sum(tf.mul(x, tf.cast(tf.equal(tf.expandDims(real, -1), counted(x)), 'float32')), -1),
    'classes of float32': ({ x, wholeReal }) =>
      tf.sum(tf.mul(x, tf.cast(tf.equal(tf.expandDims(wholeReal, -1), counted(x)), 'float32')), -1),
    'classes of float32, in the gradient': ({ x, wholeReal }) =>
      tf.sub(tf.exp(x), tf.cast(tf.equal(tf.expandDims(wholeReal, -1), counted(x)), 'float32')),
    'other classes in each row': ({ x, labels }) => {
      const size = lengthOf(x);
      const classes = tf.reshape(tf.range(0, size * size, 1, 'int32'), [size, size]);
      const equal = tf.equal(tf.cast(tf.expandDims(labels, -1), 'int32'), classes);
      return tf.sum(tf.mul(x, tf.cast(equal, 'float32')), -1);
    },
    'classes counted from 1': ({ x, labels }) => {
      const classes = tf.range(1, lengthOf(x) + 1, 1, 'int32');
      const equal = tf.equal(tf.cast(tf.expandDims(labels, -1), 'int32'), classes);
      return tf.sum(tf.mul(x, tf.cast(equal, 'float32')), -1);
    },
    'all but the class': ({ x, labels }) => {
      const classes = tf.range(0, lengthOf(x), 1, 'int32');
      const other = tf.notEqual(tf.cast(tf.expandDims(labels, -1), 'int32'), classes);
      return tf.sum(tf.mul(x, tf.cast(other, 'float32')), -1);
    },
    'classes of the columns': ({ x, labels }) => {
      const classes = tf.reshape(tf.range(0, lengthOf(x), 1, 'int32'), [-1, 1]);
      return tf.sum(tf.mul(x, tf.cast(tf.equal(tf.cast(labels, 'int32'), classes), 'float32')), -1);
    },
  };
  for (const [name, compute] of Object.entries(nearMisses)) {
    test(name, () =>
      onExamples(
        square,
        async (inputs) => {
          const graph = graphOf({
            inputs,
            gradients: ['x'],
            compute: ({ x, other, labels, one, real, wholeReal }) => ({
              y: compute({ x, other, labels, one, real, wholeReal }),
            }),
          });
          await expectSameNumbers(graph, inputs, fuseCrossEntropy);
        },
        8,
      ),
    );
  }
});
