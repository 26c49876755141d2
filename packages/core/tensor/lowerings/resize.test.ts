import fc from 'fast-check';
import { test } from 'vitest';
import { expectAgreement, floats, onExamples } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const picture = (x: tf.Tensor): tf.Tensor4D =>
  tf.reshape(x, [x.shape[0] ?? 1, x.shape[1] ?? 1, x.shape[2] ?? 1, x.shape[3] ?? 1]);

const length = fc.integer({ min: 1, max: 6 });
const examples = fc
  .record({ rows: length, columns: length, size: fc.tuple(length, length) })
  .chain(({ rows, columns, size }) =>
    fc.record({ x: floats([2, rows, columns, 2], { min: -4, max: 4 }), size: fc.constant(size) }),
  );

test('pictures grow and shrink, with corners or centres of elements in line, with gradient', async () => {
  await onExamples(
    examples,
    ({ x, size }) => {
      const compute = {
        bilinear: ({ x }: Inputs) => tf.image.resizeBilinear(picture(x), size),
        bilinearCorners: ({ x }: Inputs) => tf.image.resizeBilinear(picture(x), size, true),
        bilinearCentres: ({ x }: Inputs) => tf.image.resizeBilinear(picture(x), size, false, true),
        nearest: ({ x }: Inputs) => tf.image.resizeNearestNeighbor(picture(x), size),
        nearestCorners: ({ x }: Inputs) => tf.image.resizeNearestNeighbor(picture(x), size, true),
        nearestCentres: ({ x }: Inputs) => tf.image.resizeNearestNeighbor(picture(x), size, false, true),
      };
      return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
    },
    15,
  );
});

test('pictures are mirrored', async () => {
  const compute = { flipped: ({ x }: Inputs) => tf.image.flipLeftRight(picture(x)) };
  await onExamples(
    floats([2, 3, 4, 2], { min: -4, max: 4 }),
    (x) => expectAgreement({ inputs: { x }, compute }),
    5,
  );
});
