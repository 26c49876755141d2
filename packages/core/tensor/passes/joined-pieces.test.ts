import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { joinPieces } from './joined-pieces.ts';

const examples = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 3, max: 6 }), cut: fc.nat(1) })
  .chain(({ rows, columns, cut }) =>
    fc.record({ x: floats([rows, columns], { min: -2, max: 2 }), cut: fc.constant(cut + 1) }),
  );

test('the gradients of slices that cover a tensor are laid side by side, in any order, beside other terms', () =>
  onExamples(examples, async ({ x, cut }) => {
    const [rows, columns] = x.shape;
    const graph = graphOf({
      inputs: { x },
      gradients: ['x'],
      compute: (inputs) => {
        const left = tf.slice(inputs.x, [0, 0], [rows, cut]);
        const right = tf.slice(inputs.x, [0, cut], [rows, columns - cut]);
        return { right: tf.exp(right), left: tf.sin(left), whole: tf.square(inputs.x) };
      },
    });
    const { before, after } = await expectSameNumbers(graph, { x }, joinPieces);
    expect(before('Pad')).toBe(2);
    expect(after('Pad')).toBe(0);
  }));

test('slices that overlap, leave a gap or cut along another axis stay as they are', () =>
  onExamples(examples, async ({ x }) => {
    const [rows, columns] = x.shape;
    const graph = graphOf({
      inputs: { x },
      gradients: ['x'],
      compute: (inputs) => ({
        first: tf.exp(tf.slice(inputs.x, [0, 0], [rows, 2])),
        overlapping: tf.sin(tf.slice(inputs.x, [0, 1], [rows, columns - 1])),
        inner: tf.square(tf.slice(inputs.x, [0, 1], [rows, 1])),
      }),
    });
    const { before, after } = await expectSameNumbers(graph, { x }, joinPieces);
    expect(after('Pad')).toBe(before('Pad'));
  }));
