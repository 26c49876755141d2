import fc from 'fast-check';
import { test } from 'vitest';
import { expectAgreement, floats, onExamples, shapesWithAxis } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -3, max: 3 };
const positive = { min: 0.1, max: 3 };

test('batch normalisation by given moments, of rank 1 to 4, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape]) => {
    const own = shape.slice(-1);
    return fc.record({
      x: floats(shape, number),
      mean: floats(own, number),
      variance: floats(own, positive),
      scale: floats(own, number),
      offset: floats(own, number),
    });
  });
  const list = (x: tf.Tensor): tf.Tensor1D => tf.reshape(x, [x.size]);
  const compute = {
    full: ({ x, mean, variance, offset, scale }: Inputs) =>
      tf.batchNorm(x, list(mean), list(variance), list(offset), list(scale), 1e-3),
  };
  await onExamples(examples, (inputs) =>
    expectAgreement({ inputs, compute, gradients: ['x', 'mean', 'variance', 'scale', 'offset'] }),
  );
  // tfjs has no gradient where the scale or the offset is left out.
  const bare = { bare: ({ x, mean, variance }: Inputs) => tf.batchNorm(x, list(mean), list(variance)) };
  await onExamples(examples, ({ x, mean, variance }) =>
    expectAgreement({ inputs: { x, mean, variance }, compute: bare }),
  );
});

test('normalisation by neighbouring channels', async () => {
  const examples = fc.record({ x: floats([2, 2, 3, 5], number), radius: fc.integer({ min: 1, max: 3 }) });
  await onExamples(examples, ({ x, radius }) => {
    const picture = ({ x }: Inputs): tf.Tensor4D => tf.reshape(x, [2, 2, 3, 5]);
    const compute = {
      normalised: (given: Inputs) => tf.localResponseNormalization(picture(given), radius, 1, 0.3, 0.75),
    };
    return expectAgreement({ inputs: { x }, compute });
  });
});
