/** The random kernels that TensorFlow.js lacks, for its eager backends; the traced ones are in `lowerings/random.ts`. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { randomWords } from './counter.ts';

/** Inputs `seed` and `step`, attributes `shape` and `stream`: random words as int32, or uniform in [0, 1). */
export const randomKernels = { words: 'CounterWords', uniform: 'CounterUniform' } as const;

/** Step of the uniform numbers: as fine as float32 is just below 1. */
export const uniformBits = 24;

/** `tf` is given so that this file comes before the door. */
export function registerRandomKernels(tf: typeof tfjs): void {
  const register = (kernelName: string, dtype: 'int32' | 'float32', finish: (word: number) => number) => {
    for (const backendName of ['cpu', 'wasm', 'tensorflow']) {
      tf.registerKernel({
        kernelName,
        backendName,
        kernelFunc: ({ inputs, attrs, backend }) => {
          if (!(backend instanceof tf.KernelBackend)) throw new Error(`${kernelName} runs on no backend`);
          const scalar = (name: string) => Number(backend.readSync(inputs[name]?.dataId ?? {})[0]);
          const given = attrs?.shape;
          const shape = Array.isArray(given) ? given.map(Number) : [];
          const stream = { seed: scalar('seed'), step: scalar('step'), stream: Number(attrs?.stream) };
          const words = randomWords(stream, tf.util.sizeFromShape(shape));
          const values =
            dtype === 'int32' ? Int32Array.from(words, finish) : Float32Array.from(words, finish);
          return { dataId: backend.write(values, shape, dtype), shape, dtype };
        },
      });
    }
  };
  register(randomKernels.words, 'int32', (word) => word | 0);
  register(randomKernels.uniform, 'float32', (word) => (word >>> (32 - uniformBits)) * 2 ** -uniformBits);
}
