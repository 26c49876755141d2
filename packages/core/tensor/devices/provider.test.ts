import { afterEach, describe, expect, test } from 'vitest';
import { exportGraph } from '../export.ts';
import { openSession } from '../session.ts';
import { tf } from '../tf.ts';
import { deviceInUse, listedProviders, type ProviderProbe, useDevice } from './provider.ts';

afterEach(() => useDevice('cpu'));

/** Stands for a machine with a GPU, or for one where something is missing. */
const machine = (listed: readonly string[], fault: string | null): ProviderProbe => ({
  listed: () => listed,
  cudaFault: async () => fault,
});

describe('what computes', () => {
  test('CUDA where it is listed and works, asked for by name or not', async () => {
    for (const setting of ['auto', 'cuda'] as const) {
      expect(await useDevice(setting, machine(['cpu', 'cuda'], null))).toMatchObject({ provider: 'cuda' });
      expect(deviceInUse().provider).toBe('cuda');
    }
  });

  test('the CPU where it is asked for, even beside a GPU', async () => {
    expect(await useDevice('cpu', machine(['cpu', 'cuda'], null))).toMatchObject({ provider: 'cpu' });
  });

  test.each([
    ['is not listed', machine(['cpu'], null), 'has no CUDA provider'],
    ['does not load', machine(['cpu', 'cuda'], 'libcublas is missing'), 'libcublas is missing'],
  ])('the CPU, with the reason, where CUDA %s', async (_, probe, why) => {
    const choice = await useDevice('auto', probe);
    expect(choice.provider).toBe('cpu');
    expect(choice.why).toContain(why);
  });

  test('asked for by name and not there is an error that says how to mend it; the choice before stays', async () => {
    await useDevice('auto', machine(['cpu', 'cuda'], null));
    const asked = useDevice('cuda', machine(['cpu', 'cuda'], 'libcublas is missing'));
    await expect(asked).rejects.toMatchObject({
      code: 'deviceUnavailable',
      message: expect.stringContaining('libcublas is missing'),
      mend: expect.stringContaining('npm run gpu:install'),
    });
    expect(deviceInUse().provider).toBe('cuda');
  });
});

describe('on this machine', () => {
  test('the runtime lists the CPU', () => {
    expect(listedProviders()).toContain('cpu');
  });

  test('sessions compute on what was chosen', async () => {
    const { provider, why } = await useDevice('auto');
    if (provider === 'cpu') expect(why).toMatch(/not installed|does not work|no CUDA provider/);
    const session = await openSession(
      exportGraph({
        inputs: { x: { shape: [2], dtype: 'float32' } },
        outputs: ({ x }) => ({ y: tf.mul(x, 2) }),
      }),
    );
    const { y } = await session.run({ x: { shape: [2], dtype: 'float32', data: Float32Array.of(1, 2) } });
    expect([...y.data]).toEqual([2, 4]);
    await session.release();
  });

  test('a session on a provider that does not work here is refused, not moved to the CPU', async () => {
    const { provider } = await useDevice('auto');
    if (provider === 'cuda') return;
    await useDevice('cuda', machine(['cuda'], null));
    const model = exportGraph({
      inputs: { x: { shape: [2], dtype: 'float32' } },
      outputs: ({ x }) => ({ y: tf.neg(x) }),
    });
    await expect(openSession(model)).rejects.toMatchObject({ name: 'SessionError' });
  });
});
