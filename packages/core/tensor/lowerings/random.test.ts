import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportGraph } from '../export.ts';
import { randomKernels } from '../random/kernels.ts';
import { openSession } from '../session.ts';
import { onExamples } from '../testing/agreement.ts';
import { runOnWeb } from '../testing/web-runtime.ts';
import { tf } from '../tf.ts';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const examples = fc.record({
  seed: int32,
  step: int32,
  stream: fc.nat(2000),
  shape: fc.oneof(
    fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
    fc.constantFrom([70_000], [1, 4096], [4096, 1], [33, 100]),
  ),
});

function draw(kernel: string, inputs: Record<string, tf.Tensor>, attributes: tf.NamedAttrMap): tf.Tensor {
  return tf.engine().runKernel<tf.Tensor>(kernel, { seed: inputs.seed, step: inputs.step }, attributes);
}

test('a graph draws the same bits as the CPU backend, in Node and in browsers, whatever the seed, the step and the shape', async () => {
  await onExamples(examples, async ({ seed, step, stream, shape }) => {
    const scalar = { shape: [], dtype: 'int32' } as const;
    const outputs = (inputs: Record<string, tf.Tensor>) => ({
      words: draw(randomKernels.words, inputs, { shape, stream }),
      uniform: draw(randomKernels.uniform, inputs, { shape, stream }),
    });
    const model = exportGraph({ inputs: { seed: scalar, step: scalar }, outputs });
    const given = {
      seed: { ...scalar, data: Int32Array.of(seed) },
      step: { ...scalar, data: Int32Array.of(step) },
    };
    const session = await openSession(model);
    const drawn = await session.run(given);
    await session.release();
    expect(await runOnWeb(model, given)).toEqual(drawn);
    tf.tidy(() => {
      const wanted = outputs({ seed: tf.scalar(seed, 'int32'), step: tf.scalar(step, 'int32') });
      for (const [name, tensor] of Object.entries(wanted)) {
        expect(drawn[name], name).toEqual({ shape, dtype: tensor.dtype, data: tensor.dataSync() });
      }
    });
  });
});

test('uniform numbers start at 0 and stay below 1', () => {
  tf.tidy(() => {
    const scalar = (value: number) => tf.scalar(value, 'int32');
    const shape = [1 << 18];
    const numbers = draw(randomKernels.uniform, { seed: scalar(3), step: scalar(1) }, { shape, stream: 0 });
    expect(tf.min(numbers).dataSync()[0]).toBeGreaterThanOrEqual(0);
    expect(tf.max(numbers).dataSync()[0]).toBeLessThan(1);
  });
});
