import fc from 'fast-check';
import { test } from 'vitest';
import { expectAgreement, floats, onExamples } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -4, max: 4 };
const picture = (x: tf.Tensor): tf.Tensor4D =>
  tf.reshape(x, [x.shape[0] ?? 1, x.shape[1] ?? 1, x.shape[2] ?? 1, x.shape[3] ?? 1]);

test('space cut into batches and put together again, with gradient', async () => {
  const examples = fc.record({
    x: floats([2, 3, 4, 2], number),
    blocks: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    before: fc.tuple(fc.nat(2), fc.nat(2)),
  });
  await onExamples(
    examples,
    ({ x, blocks, before }) => {
      const edges = blocks.map((block, at) => {
        const length = (x.shape[at + 1] ?? 1) + before[at];
        return [before[at], Math.ceil(length / block) * block - length];
      });
      const apart = ({ x }: Inputs) => tf.spaceToBatchND(x, [...blocks], edges);
      const compute = {
        apart,
        together: (given: Inputs) => tf.batchToSpaceND(tf.mul(apart(given), 2), [...blocks], edges),
        alongOne: ({ x }: Inputs) => tf.spaceToBatchND(x, [3], [[0, 0]]),
      };
      return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
    },
    15,
  );
});

test('depth to space', async () => {
  const compute = { spread: ({ x }: Inputs) => tf.depthToSpace(picture(x), 2) };
  await onExamples(floats([2, 3, 2, 8], number), (x) => expectAgreement({ inputs: { x }, compute }), 5);
});
