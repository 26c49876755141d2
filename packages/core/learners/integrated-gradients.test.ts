import { expect, test } from 'vitest';
import { tf } from '../tensor/index.ts';
import { integratedGradients } from './integrated-gradients.ts';

test('a product is shared between its factors, and rows do not mix', () => {
  // ∫ z₂α dα · z₁ = z₁z₂ / 2 for both factors, and 3 z₃ for a linear term.
  const model = (z: tf.Tensor2D) => {
    const [a, b, c] = tf.split(z, 3, 1);
    return tf.add(tf.mul(a, b), tf.mul(3, c));
  };
  const found = integratedGradients(
    model,
    tf.tensor2d([
      [2, 4, 1],
      [-1, 3, 0],
    ]),
  ).dataSync();
  for (const [index, expected] of [4, 4, 3, -1.5, -1.5, 0].entries()) {
    expect(found[index]).toBeCloseTo(expected, 5);
  }
});

test('what a bend in the model leaves over is less than one step’s share', () => {
  const model = (z: tf.Tensor2D) => tf.relu(tf.sub(z, 0.31));
  const [found] = integratedGradients(model, tf.tensor2d([[1]])).dataSync();
  expect(Math.abs(found - 0.69)).toBeLessThan(1 / 32);
});
