/** Makes tfjs' WebAssembly backend the one in use. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type BackendWasm, getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { tf } from '../../../packages/core/tensor/index.ts';

/** @returns what the backend has chosen */
export async function startWasm(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(entry), '/'));
  registerSegmentSum();
  if (!(await tf.setBackend('wasm'))) throw new Error('The WebAssembly backend does not start.');
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const threads = await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
  return [simd ? 'SIMD' : 'no SIMD', threads ? `${getThreadsCount()} threads` : '1 thread'].join(', ');
}

/** The backend lacks the gradient of a gather, without which no embedding learns: a plain loop over its memory. */
function registerSegmentSum(): void {
  tf.registerKernel({
    kernelName: 'UnsortedSegmentSum',
    backendName: 'wasm',
    kernelFunc({ inputs: { x, segmentIds }, attrs, backend }) {
      if (!isWasm(backend) || !x || !segmentIds) throw new Error('the kernel was called in another way');
      const segments = Number(attrs?.numSegments);
      const sum = backend.makeOutput([segments, ...x.shape.slice(1)], x.dtype);
      const [from, ids, to] = [x, segmentIds, sum].map((tensor) => backend.typedArrayFromHeap(tensor));
      const width = to.length / segments;
      to.fill(0);
      for (let row = 0; row < ids.length; row++) {
        const start = ids[row] * width;
        for (let column = 0; column < width; column++) to[start + column] += from[row * width + column];
      }
      return sum;
    },
  });
}

function isWasm(backend: unknown): backend is BackendWasm {
  return typeof backend === 'object' && backend !== null && 'typedArrayFromHeap' in backend;
}
