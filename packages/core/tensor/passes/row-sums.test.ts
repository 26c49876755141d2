import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats, integers, onExamples, specials } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { sumRowsByProduct } from './row-sums.ts';

const length = fc.integer({ min: 1, max: 4 });
const range = { min: -3, max: 3 };

test('the gradients of biases, behind one axis and behind several, are products', () =>
  onExamples(
    fc.tuple(length, length, length).chain(([batch, steps, width]) =>
      fc.record({
        x: floats([batch + 1, width + 1], range),
        sequence: floats([batch + 1, steps, width + 1], range),
        bias: floats([width + 1], range),
      }),
    ),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients: ['bias'],
        compute: ({ x, sequence, bias }) => ({
          flat: tf.tanh(tf.add(x, bias)),
          deep: tf.tanh(tf.add(sequence, bias)),
          kept: tf.sum(x, 0, true),
          row: tf.sum(sequence, [0, 1]),
        }),
      });
      const { before, after } = await expectSameNumbers(graph, inputs, sumRowsByProduct);
      expect(before('Gemm')).toBe(0);
      expect(after('Gemm')).toBe(4);
    },
  ));

test('sums over other axes, of whole numbers, of one row or of one column stay sums', () =>
  onExamples(
    fc.tuple(length, length, length).chain(([a, b, c]) =>
      fc.record({
        x: floats([a, b, c], range),
        square: floats([3, 3], range),
        whole: integers([a + 1, b + 1], { min: -9, max: 9 }),
        row: floats([1, c], range),
        column: floats([a, 1], range),
        line: floats([c], range),
      }),
    ),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        compute: ({ x, square, whole, row, column, line }) => ({
          first: tf.sum(x, 0),
          middle: tf.sum(x, 1),
          last: tf.sum(x, -1),
          ends: tf.sum(x, [0, 2]),
          all: tf.sum(x),
          columns: tf.sum(square, 1),
          mean: tf.mean(square, 0),
          whole: tf.sum(whole, 0),
          row: tf.sum(row, 0),
          column: tf.sum(column, 0),
          line: tf.sum(line, 0),
        }),
      });
      const { after } = await expectSameNumbers(graph, inputs, sumRowsByProduct);
      expect(after('Gemm')).toBe(0);
    },
  ));

test('NaN and infinities stay in their columns', () =>
  onExamples(specials([5, 3]), async (x) => {
    const inputs = { x };
    const graph = graphOf({ inputs, compute: (given) => ({ sum: tf.sum(given.x, 0) }) });
    const { after } = await expectSameNumbers(graph, inputs, sumRowsByProduct);
    expect(after('Gemm')).toBe(1);
  }));
