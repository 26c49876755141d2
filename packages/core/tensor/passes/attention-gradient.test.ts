import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '../graph.ts';
import { floats, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { sumOverValues } from './attention-gradient.ts';
import { withoutDeadCode } from './dead-code.ts';

const examples = fc
  .record({
    outer: fc.constantFrom([], [2], [2, 2]),
    queries: fc.integer({ min: 2, max: 4 }),
    keys: fc.integer({ min: 2, max: 4 }),
    width: fc.integer({ min: 2, max: 4 }),
  })
  .chain(({ outer, queries, keys, width }) =>
    fc.record({
      q: floats([...outer, queries, width], { min: -1, max: 1 }),
      k: floats([...outer, keys, width], { min: -1, max: 1 }),
      v: floats([...outer, keys, width], { min: -1, max: 1 }),
    }),
  );

test('attention has the same gradients by queries, keys and values, with and without a mask', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['q', 'k', 'v'],
      compute: ({ q, k, v }) => {
        const scores = tf.mul(tf.matMul(q, k, false, true), 0.5);
        return {
          plain: tf.matMul(tf.softmax(scores), v),
          masked: tf.tanh(tf.matMul(tf.softmax(tf.add(scores, tf.range(0, k.shape.at(-2) ?? 0))), v)),
        };
      },
    });
    await expectSameNumbers(graph, inputs, sumOverValues);
  }));

test('weights that are read elsewhere too, dropped out or transposed give the same', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['q', 'k', 'v'],
      compute: ({ q, k, v }) => {
        const weights = tf.softmax(tf.matMul(q, k, false, true));
        return {
          weights: tf.square(weights),
          mixed: tf.matMul(weights, v),
          dropped: tf.matMul(tf.mul(weights, tf.step(tf.sub(weights, 0.3))), v),
          turned: tf.matMul(weights, q, true),
        };
      },
    });
    await expectSameNumbers(graph, inputs, sumOverValues);
  }));

test('the row sums of attention go over the values', async () => {
  const shape = [2, 3, 2];
  const tensor = {
    shape,
    dtype: 'float32',
    data: Float32Array.from({ length: 12 }, (_, at) => Math.sin(at)),
  } as const;
  const inputs = { q: tensor, k: tensor, v: tensor };
  const graph = graphOf({
    inputs,
    gradients: ['q', 'k', 'v'],
    compute: ({ q, k, v }) => ({ mixed: tf.matMul(tf.softmax(tf.matMul(q, k, false, true)), v) }),
  });
  await expectSameNumbers(graph, inputs, sumOverValues);
  const summed = (of: Graph) =>
    withoutDeadCode(of).nodes.flatMap((node) => (node.op === 'ReduceSum' ? [node.inputs[0]?.shape] : []));
  expect(summed(graph)).toContainEqual([2, 3, 3]);
  expect(summed(sumOverValues(graph))).not.toContainEqual([2, 3, 3]);
});

test('sums of rows that are subtracted from columns stay as they are', () =>
  onExamples(
    fc.integer({ min: 2, max: 3 }).chain((size) => {
      const cube = floats([size, size, size], { min: -1, max: 1 });
      return fc.record({ scores: cube, values: cube, slopes: cube });
    }),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        compute: ({ scores, values, slopes }) => {
          const weights = tf.softmax(scores);
          const product = tf.mul(tf.matMul(slopes, values, false, true), weights);
          return {
            mixed: tf.matMul(weights, values),
            gradient: tf.sub(product, tf.mul(tf.sum(product, -1), weights)),
          };
        },
      });
      await expectSameNumbers(graph, inputs, sumOverValues);
    },
  ));
