import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Graph, type Value } from '../graph.ts';
import type { HostTensor } from '../host.ts';
import { broadcasting, floats, integers, onExamples, shapes, specials } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf, operatorsOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { simplifyArithmetic } from './arithmetic.ts';

const range = { min: -3, max: 3 };

test('products with 1, factors of factors and signs of neighbours are gone', () =>
  onExamples(
    shapes.chain((shape) => fc.record({ x: floats(shape, range), y: floats(shape, range) })),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        compute: ({ x, y }) => ({
          once: tf.div(tf.mul(tf.sin(x), 1), 1),
          factors: tf.mul(tf.mul(tf.cos(x), 3), 0.5),
          divided: tf.div(tf.mul(4, tf.tan(x)), 8),
          negative: tf.neg(tf.mul(tf.exp(x), 2)),
          added: tf.add(x, tf.neg(y)),
          turned: tf.add(tf.neg(tf.sin(y)), x),
          subtracted: tf.sub(x, tf.neg(tf.cos(y))),
          both: tf.add(tf.neg(tf.exp(x)), tf.neg(tf.exp(y))),
        }),
      });
      const { after } = await expectSameNumbers(graph, inputs, simplifyArithmetic);
      expect([after('Mul'), after('Div'), after('Neg')]).toEqual([3, 0, 1]);
    },
  ));

test('operands that broadcast give the same, in any order', () =>
  onExamples(
    broadcasting(2).chain(([a, b]) =>
      fc.record({ a: floats(a, range), b: floats(b, range), ones: fc.constant(filled(a, 1)) }),
    ),
    async (inputs) => {
      const ones = inputs.ones.data.slice();
      const graph = graphOf({
        inputs,
        gradients: ['a', 'b'],
        compute: ({ a, b }) => ({
          grown: tf.mul(b, tf.tensor(ones, [...inputs.ones.shape])),
          divided: tf.div(b, tf.tensor(ones, [...inputs.ones.shape])),
          difference: tf.add(tf.neg(a), tf.mul(b, 2)),
          sum: tf.sub(tf.mul(a, 3), tf.neg(b)),
          one: tf.sub(1, tf.neg(tf.sub(0.5, tf.neg(a)))),
        }),
      });
      await expectSameNumbers(graph, inputs, simplifyArithmetic);
    },
  ));

test('a factor that is read elsewhere stays, and whole numbers are left alone', () =>
  onExamples(
    shapes.chain((shape) =>
      fc.record({ x: floats(shape, range), whole: integers(shape, { min: -99, max: 99 }) }),
    ),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients: ['x'],
        compute: ({ x, whole }) => {
          const doubled = tf.mul(x, 2);
          return {
            doubled,
            more: tf.mul(doubled, 3),
            whole: tf.div(tf.mul(tf.div(whole, 2), 2), 1),
            product: tf.mul(tf.mul(whole, 3), 5),
            floor: tf.floorDiv(tf.mul(whole, 1), 3),
            sign: tf.sub(whole, tf.neg(tf.neg(whole))),
          };
        },
      });
      await expectSameNumbers(graph, inputs, simplifyArithmetic);
    },
  ));

test('NaN, infinities and zeros give what they gave', () =>
  onExamples(specials([6]), async (x) => {
    const graph = graphOf({
      inputs: { x },
      compute: (given) => ({
        once: tf.mul(given.x, 1),
        factors: tf.mul(tf.mul(given.x, -2), 0.25),
        divided: tf.div(tf.neg(given.x), 4),
        difference: tf.add(given.x, tf.neg(given.x)),
        nothing: tf.mul(tf.mul(given.x, 0), 5),
        undefined: tf.div(tf.mul(given.x, 3), 0),
      }),
    });
    await expectSameNumbers(graph, { x }, simplifyArithmetic);
  }));

describe('factors whose product float32 does not hold stay two', () => {
  const scalar = { shape: [], type: 'float32' } as const;
  const chain = (graph: Graph, ops: readonly (readonly ['Mul' | 'Div', number])[]): Value =>
    ops.reduce(
      (value, [op, by]) => graph.add(op, [value, graph.real(by)], scalar),
      graph.inputs.get('x') ?? graph.input('x', scalar),
    );
  const chains: Record<string, readonly (readonly ['Mul' | 'Div', number])[]> = {
    'too large': [
      ['Mul', 1e38],
      ['Mul', 1e38],
    ],
    'too small': [
      ['Mul', 1e-30],
      ['Mul', 1e-30],
    ],
    'without all its digits': [
      ['Div', 1e20],
      ['Div', 1e20],
    ],
    'divided by nothing': [
      ['Mul', 2],
      ['Div', 0],
    ],
    nothing: [
      ['Mul', 0],
      ['Mul', 2],
    ],
    'not a number': [
      ['Mul', Number.NaN],
      ['Mul', 2],
    ],
  };
  for (const [name, ops] of Object.entries(chains)) {
    test(name, async () => {
      const graph = new Graph();
      graph.output('y', chain(graph, ops));
      for (const number of [0, 1, -1e-30, 1e30, 1e-45, Infinity, Number.NaN]) {
        const x: HostTensor = { shape: [], dtype: 'float32', data: Float32Array.of(number) };
        await expectSameNumbers(graph, { x }, simplifyArithmetic);
      }
      const operators = operatorsOf(simplifyArithmetic(graph));
      expect(operators('Mul') + operators('Div')).toBe(2);
    });
  }
});

function filled(shape: readonly number[], number: number): HostTensor {
  const length = shape.reduce((size, axis) => size * axis, 1);
  return { shape, dtype: 'float32', data: new Float32Array(length).fill(number) };
}
