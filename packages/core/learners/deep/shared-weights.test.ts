import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { tf } from '../../tensor/index.ts';
import { type Architecture, memberLogOdds } from '../network.ts';
import { bySharedWeight, firstWeights, sharedShapes, unfold } from './shared-weights.ts';
import { hostToTensor } from './training.ts';

const architecture: Architecture = {
  columns: 2,
  units: [{ column: 0, from: -1, to: 0 }],
  members: 3,
  hidden: [4, 3],
};

test('a member’s weight is the shared one times its own scale of input and of output', () => {
  const shapes = sharedShapes(architecture);
  const random = createRandom(4);
  const shared = bySharedWeight((name) => {
    const size = shapes[name].reduce((product, length) => product * length, 1);
    return tf.tensor(Float32Array.from({ length: size }, random.normal), [...shapes[name]]);
  });
  const at = (tensor: tf.Tensor, ...place: number[]) =>
    tensor.dataSync()[place.reduce((offset, index, axis) => offset * tensor.shape[axis] + index, 0)];
  const { first, second } = unfold(architecture, shared);
  for (let member = 0; member < 3; member++) {
    for (let unit = 0; unit < 4; unit++) {
      for (let input = 0; input < 3; input++) {
        const product =
          at(shared.firstIn, input, member, 0) *
          at(shared.first, input, 0, unit) *
          at(shared.firstOut, 0, member, unit);
        expect(at(first, input, member * 4 + unit)).toBeCloseTo(product, 6);
        const deeper =
          at(shared.secondIn, member, unit, 0) *
          at(shared.second, 0, unit, input) *
          at(shared.secondOut, member, 0, input);
        expect(at(second, member, unit, input)).toBeCloseTo(deeper, 6);
      }
    }
  }
});

test('first weights predict about the events’ share everywhere, members differ', () => {
  const first = firstWeights(architecture, -2, createRandom(1));
  const weights = unfold(
    architecture,
    bySharedWeight((name) => hostToTensor(first[name])),
  );
  const [logOdds] = tf.transpose(memberLogOdds(architecture, weights, tf.tensor2d([[0.5, 0.5]]))).arraySync();
  expect(new Set(logOdds).size).toBe(3);
  for (const value of logOdds) expect(Math.abs(value + 2)).toBeLessThan(1);
});
