import { expect, test } from 'vitest';
import { tf } from '../tf.ts';
import { alternatives } from './alternatives.ts';
import { lowerings } from './index.ts';

test('advice stands for kernels that tfjs has and no lowering exists for', () => {
  const known = tf.getKernelsForBackend('cpu').map(({ kernelName }) => kernelName);
  for (const [kernel, advice] of Object.entries(alternatives)) {
    expect(known).toContain(kernel);
    expect(lowerings).not.toHaveProperty(kernel);
    expect(advice).toMatch(/^[A-Z].*\.$/);
  }
});
