/**
 * The thread in which a browser runs a model: whatever goes in, its policy lets nothing out but messages to the page.
 * One thread, no shared memory: the page needs no isolation from other origins.
 */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { type Answer, type Request, request } from './messages.ts';

env.logLevel = 'error';
env.wasm.numThreads = 1;
env.wasm.proxy = false;

let session: Promise<InferenceSession> | null = null;

addEventListener('message', ({ data }) => {
  const asked = request.parse(data);
  void (asked.kind === 'open' ? open(asked) : run(asked)).then(
    (answer) => postMessage(answer),
    (error: unknown) => {
      const failed: Answer = {
        kind: 'failed',
        id: asked.kind === 'run' ? asked.id : null,
        code: error instanceof WebAssembly.CompileError ? 'noWebAssembly' : 'failed',
        message: String(error),
      };
      postMessage(failed);
    },
  );
});

async function open({ runtime, model }: Extract<Request, { kind: 'open' }>): Promise<Answer> {
  env.wasm.wasmBinary = runtime;
  session = InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 4 });
  await session;
  return { kind: 'opened' };
}

async function run({ id, inputs }: Extract<Request, { kind: 'run' }>): Promise<Answer> {
  const opened = await session;
  if (!opened) throw new Error('No model is open.');
  const feeds = Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      input.dtype === 'string'
        ? new Tensor(input.dtype, input.data, input.shape)
        : new Tensor(input.dtype, input.data, input.shape),
    ]),
  );
  const outputs: Extract<Answer, { kind: 'ran' }>['outputs'] = {};
  for (const [name, tensor] of Object.entries(await opened.run(feeds))) {
    const { data } = tensor;
    if (!(data instanceof Float32Array)) throw new Error(`The output ${name} is ${tensor.type}.`);
    outputs[name] = { shape: [...tensor.dims], dtype: 'float32', data: data.slice() };
  }
  return { kind: 'ran', id, outputs };
}
