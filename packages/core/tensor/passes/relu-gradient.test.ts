import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats, onExamples, shapes } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { simplifyReluGradient } from './relu-gradient.ts';

const range = { min: -2, max: 2 };
const examples = shapes.chain((shape) =>
  fc.record({ x: floats(shape, range), by: floats(shape, range), one: floats([], range) }),
);

test('the gradient is read from the result, also where the argument is read elsewhere or relu twice', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['x'],
      compute: ({ x, by }) => ({
        y: tf.mul(tf.relu(x), by),
        deep: tf.relu(tf.sub(tf.relu(tf.mul(x, by)), 0.5)),
        argument: tf.sin(x),
      }),
    });
    const { before, after } = await expectSameNumbers(graph, inputs, simplifyReluGradient);
    expect([before('Clip'), before('HardSigmoid')]).toEqual([3, 0]);
    expect([after('Clip'), after('HardSigmoid')]).toEqual([0, 3]);
  }));

test('a factor of another shape, a number, and the derivative times itself give the same', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      compute: ({ x, by, one }) => ({
        relu: tf.relu(x),
        larger: tf.mul(tf.step(x), tf.stack([by, by])),
        number: tf.mul(one, tf.step(x)),
        itself: tf.square(tf.step(x)),
        scalar: tf.mul(tf.step(one), tf.add(tf.relu(one), x)),
      }),
    });
    const { after } = await expectSameNumbers(graph, inputs, simplifyReluGradient);
    // The derivative that is multiplied with itself is what is chosen.
    expect(after('Clip')).toBe(1);
  }));

test('the smallest numbers above and below zero, zeros and infinities have the slope that they had', async () => {
  const numbers = [-1e-45, 1e-38, -1e-38, 0, -0, 3e38, -3e38, Infinity, -Infinity];
  const inputs = {
    x: { shape: [numbers.length], dtype: 'float32', data: Float32Array.from(numbers) },
  } as const;
  const graph = graphOf({ inputs, gradients: ['x'], compute: ({ x }) => ({ y: tf.relu(x) }) });
  const { after } = await expectSameNumbers(graph, inputs, simplifyReluGradient);
  expect(after('HardSigmoid')).toBe(1);
});

test('what only looks like it stays as it is', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['x'],
      compute: ({ x, by }) => ({
        relu: tf.relu(tf.add(x, 1)),
        leaky: tf.leakyRelu(x, 0.1),
        step: tf.mul(tf.step(x), by),
        slope: tf.mul(tf.step(tf.add(x, 1), 0.5), by),
        clipped: tf.mul(tf.clipByValue(tf.mul(tf.mul(tf.add(x, 1), 2), 2), 0, 1), by),
        wider: tf.mul(tf.clipByValue(tf.mul(tf.mul(tf.add(x, 1), 1e38), 1e38), 0, 2), by),
      }),
    });
    const { before, after } = await expectSameNumbers(graph, inputs, simplifyReluGradient);
    // Only the gradient of relu itself.
    expect(after('HardSigmoid')).toBe(before('HardSigmoid') + 1);
  }));
