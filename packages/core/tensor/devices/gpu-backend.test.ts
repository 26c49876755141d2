import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tf } from '../tf.ts';
import { gpuPackage, openGpuBackend } from './gpu-backend.ts';

let modules = '';
beforeEach(async () => {
  modules = await mkdtemp(join(tmpdir(), 'praxis-gpu-'));
});
afterEach(async () => {
  if (tf.findBackend('tensorflow')) tf.removeBackend('tensorflow');
  await rm(modules, { recursive: true });
});

const installed = (name: string) => JSON.stringify(createRequire(import.meta.url).resolve(name));

/** A stand-in for the package, which has no native library on a machine without a GPU; `program` is its `main`. */
async function fakePackage(program: string, library = true): Promise<void> {
  const folder = join(modules, gpuPackage);
  await mkdir(join(folder, 'lib', 'napi-v8'), { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: gpuPackage, main: 'main.js' }));
  await writeFile(join(folder, 'main.js'), program);
  if (library) await writeFile(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'), '');
}

/**
 * Does what the package does when it loads (dist/index.js of 4.22.0): brings all of tfjs along, registers its kernels, then
 * its backend, and makes it the one in use. The kernels are the CPU's; each asks `isNullOrUndefined` of Node, as the
 * package's do.
 */
const working = () => `
  const tf = require(${installed('@tensorflow/tfjs-core')});
  require(${installed('@tensorflow/tfjs-layers')});
  const { MathBackendCPU } = require(${installed('@tensorflow/tfjs-backend-cpu')});
  const { isNullOrUndefined } = require('node:util');
  for (const { kernelName, kernelFunc } of tf.getKernelsForBackend('cpu')) {
    tf.registerKernel({ kernelName, backendName: 'tensorflow', kernelFunc: (call) => {
      if (isNullOrUndefined(call)) throw new Error('a kernel without a call');
      return kernelFunc(call);
    } });
  }
  for (const kernelName of ['Cumsum', 'Maximum']) {
    tf.registerGradient({ kernelName, gradFunc: () => { throw new Error('not the mended gradient'); } });
  }
  class Backend extends MathBackendCPU { isUsingGpuDevice = true; }
  tf.registerBackend('tensorflow', () => new Backend(), 3);
  tf.setBackend('tensorflow');
`;

/** A model with both gradients that the engine mends. */
function slope(): number[] {
  return tf.tidy(() => {
    const x = tf.tensor2d([1, 4, 2, 3, 5, 0], [2, 3]);
    const loss = (given: tf.Tensor) => tf.sum(tf.maximum(tf.cumsum(given, 0), tf.scalar(2)));
    return [...tf.grad(loss)(x).dataSync()];
  });
}

test('a machine without the package is told so, and TensorFlow.js stays as it was', async () => {
  expect(await openGpuBackend([modules])).toMatchObject({ loaded: false, code: 'packageAbsent' });
  expect(tf.getBackend()).toBe('cpu');
});

test('the package that npm brought without its native library is never started', async () => {
  await fakePackage(`throw new Error('it was started')`, false);
  const answer = await openGpuBackend([modules]);
  expect(answer).toMatchObject({ loaded: false, code: 'libraryAbsent' });
});

test('a package that cannot load on this machine says why, and gradients and backend stay the engine’s', async () => {
  const before = slope();
  await fakePackage(`${working()}
    tf.removeBackend('tensorflow');
    throw new Error('libcudart.so.11.0: cannot open shared object file\\nmore');`);
  const answer = await openGpuBackend([modules]);
  expect(answer).toMatchObject({ loaded: false, code: 'loadFailed' });
  expect(answer.loaded ? '' : answer.why).toMatch(/does not load: libcudart\.so\.11\.0: cannot open [\w ]+$/);
  expect(tf.getBackend()).toBe('cpu');
  expect(slope()).toEqual(before);
});

test('a package that loads without a backend is not taken for one', async () => {
  await fakePackage('');
  expect(await openGpuBackend([modules])).toMatchObject({ loaded: false, code: 'loadFailed' });
});

describe('a package that loads', () => {
  test('computes the same model code once its backend is chosen; until then the CPU does', async () => {
    const onCpu = slope();
    await fakePackage(working());
    const answer = await openGpuBackend([modules]);
    expect(answer).toEqual({ loaded: true, backend: 'tensorflow', onGpu: true });
    expect(tf.getBackend()).toBe('cpu');
    if (answer.loaded) await tf.setBackend(answer.backend);
    expect(tf.getBackend()).toBe('tensorflow');
    expect(slope()).toEqual(onCpu);
    await tf.setBackend('cpu');
  });

  test('is found a second time', async () => {
    await fakePackage(working());
    const first = await openGpuBackend([modules]);
    expect(await openGpuBackend([modules])).toEqual(first);
  });
});

test('the real package shares the engine’s TensorFlow.js: one core, one list of kernels', () => {
  const require = createRequire(import.meta.url);
  const core: unknown = createRequire(require.resolve(`${gpuPackage}/package.json`))('@tensorflow/tfjs-core');
  expect(core).toHaveProperty('engine', tf.engine);
});
