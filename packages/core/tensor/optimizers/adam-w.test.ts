import { expect, test } from 'vitest';
import { tf } from '../tf.ts';
import { AdamW } from './adam-w.ts';

test('decayed weights shrink beside Adam’s own step, the others take that step alone', () => {
  const [decayed, free] = [tf.variable(tf.scalar(2)), tf.variable(tf.scalar(2))];
  const optimizer = new AdamW(0.1, 0.5, [decayed]);
  optimizer.minimize(() => tf.add(decayed, free), false, [decayed, free]);
  // Adam's first step is the learning rate, whatever the gradient; decay takes 0.1 × 0.5 of the weight.
  expect(free.dataSync()[0]).toBeCloseTo(2 - 0.1, 5);
  expect(decayed.dataSync()[0]).toBeCloseTo(2 * (1 - 0.05) - 0.1, 5);
});
