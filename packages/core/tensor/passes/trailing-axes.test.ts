import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { dropTrailingAxes } from './trailing-axes.ts';

const columns = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 5 }), fc.boolean())
  .map(([outer, rows, deep]) => (deep ? [outer, rows, 1] : [rows, 1]));

test('the loss of a column of log-odds is computed in one row, with its gradient', () =>
  onExamples(
    columns.chain((shape) =>
      fc.record({ x: floats(shape, { min: -4, max: 4 }), y: floats(shape, { min: 0, max: 1 }) }),
    ),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients: ['x'],
        compute: ({ x, y }) => ({
          loss: tf.losses.sigmoidCrossEntropy(y, x, undefined, undefined, tf.Reduction.NONE),
          chosen: tf.where(tf.greater(y, 0.5), tf.mul(x, 3), y),
          half: tf.div(tf.cast(tf.less(y, 0.3), 'float32'), 2),
        }),
      });
      const { after } = await expectSameNumbers(graph, inputs, dropTrailingAxes);
      // Into one row once an input, and back once an output.
      expect(after('Reshape')).toBeGreaterThan(0);
    },
  ));

test('tensors with longer last axes, single numbers and columns that broadcast keep their shape', () =>
  onExamples(
    fc.record({
      wide: floats([3, 4], { min: -2, max: 2 }),
      column: floats([3, 1], { min: -2, max: 2 }),
      row: floats([1, 4], { min: -2, max: 2 }),
      one: floats([1, 1], { min: -2, max: 2 }),
    }),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients: ['wide', 'row'],
        compute: ({ wide, column, row, one }) => ({
          wide: tf.add(tf.mul(wide, column), row),
          one: tf.exp(one),
          outer: tf.mul(column, row),
        }),
      });
      const { before, after } = await expectSameNumbers(graph, inputs, dropTrailingAxes);
      expect(after('Reshape')).toBe(before('Reshape'));
    },
  ));
