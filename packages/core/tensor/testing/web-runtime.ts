/** For tests: ONNX Runtime as WebAssembly, as browsers have it, in Node. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { type HostTensor, isDtype, type StringTensor } from '../host.ts';

env.logLevel = 'error';
env.wasm.numThreads = 1;

/** All outputs of a model for one set of inputs. */
export async function runOnWeb(
  model: Uint8Array,
  inputs: Readonly<Record<string, HostTensor | StringTensor>>,
): Promise<Record<string, HostTensor>> {
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  try {
    const feeds = Object.entries(inputs).map(([name, tensor]): [string, Tensor] => [name, wrapped(tensor)]);
    const outputs = await session.run(Object.fromEntries(feeds));
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { type, dims, data }]) => {
        const numbers =
          data instanceof Float32Array || data instanceof Int32Array || data instanceof Uint8Array;
        if (!isDtype(type) || !numbers) throw new Error(`${name} is a tensor of ${type}`);
        return [name, { shape: dims, dtype: type, data }];
      }),
    );
  } finally {
    await session.release();
  }
}

function wrapped(tensor: HostTensor | StringTensor): Tensor {
  if (tensor.dtype === 'string') return new Tensor('string', tensor.data, tensor.shape);
  return new Tensor(tensor.dtype, tensor.data, tensor.shape);
}
