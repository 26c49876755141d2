/** Runs ONNX graphs. Only this file and devices/provider.ts know onnxruntime-node. */
import { env, InferenceSession, Tensor } from 'onnxruntime-node';
import { deviceInUse } from './devices/provider.ts';
import { SessionError } from './errors.ts';
import { explainFailure } from './failure.ts';
import {
  type Dtype,
  describe,
  type HostTensor,
  holdsDtype,
  isDtype,
  type StringTensor,
  sizeOf,
  type TensorSpec,
} from './host.ts';

// Before the first session: warnings about hardware discovery and graph rewrites are of no use to the caller.
env.logLevel = 'error';

/** The release of onnxruntime-node. */
export const runtimeVersion = env.versions.node ?? env.versions.common;

export interface SessionOptions {
  /** Threads that share one operator, 1 unless told: models here are small, and one thread is reproducible. */
  readonly threads?: number;
}

/** One named input or output; a named length is chosen at run time, the same wherever the name stands. */
export interface Slot<Type extends Dtype | 'string' = Dtype | 'string'> {
  readonly name: string;
  readonly shape: readonly (number | string)[];
  readonly dtype: Type;
}

/** What a model takes and gives. */
export interface Signature {
  readonly inputs: readonly Slot[];
  readonly outputs: readonly Slot<Dtype>[];
}

export interface Session {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly signature: Signature;
  /**
   * Computes all outputs on the calling thread; categories go in by name. Never end the thread or the process while it is
   * pending.
   * @throws SessionError `inputMismatch` where an input is missing, unknown, or of another type or shape than the
   * model's, `outOfMemory` where it needs more than there is, and `failed` where an operator refuses the numbers.
   */
  run(inputs: Record<string, HostTensor | StringTensor>): Promise<Record<string, HostTensor>>;
  release(): Promise<void>;
}

/**
 * @param model the bytes or the path of an ONNX file.
 * @throws SessionError `unreadableModel`, `versionTooNew`, `unknownOperator` or `outOfMemory` where this runtime cannot run
 * it.
 */
export async function openSession(
  model: Uint8Array | string,
  options: SessionOptions = {},
): Promise<Session> {
  const runtime = await openRuntime(model, options);
  const signature = await signatureOf(runtime);
  const { inputs, outputs } = signature;
  const inputNames = inputs.map(({ name }) => name);
  return {
    inputs: inputNames,
    outputs: outputs.map(({ name }) => name),
    signature,
    async run(given) {
      checkNames(inputNames, given);
      const feeds: Record<string, RuntimeTensor> = {};
      const chosen = new Map<string, Chosen>();
      for (const slot of inputs) {
        const tensor = given[slot.name];
        if (tensor) feeds[slot.name] = feed(slot, tensor, chosen);
      }
      const results = await runtime.run(feeds);
      const tensors: Record<string, HostTensor> = {};
      for (const { name, dtype } of outputs) tensors[name] = hostTensor(name, dtype, results[name]);
      return tensors;
    },
    release: runtime.release,
  };
}

/** Numbers in the runtime's wrapping; `data` are the very numbers that it reads and writes. */
export type RuntimeTensor = Tensor;

/** A session whose caller manages the buffers: outputs are written into `fetches` where given. */
export interface Runtime {
  readonly inputs: readonly InferenceSession.ValueMetadata[];
  readonly outputs: readonly InferenceSession.ValueMetadata[];
  run(
    feeds: Record<string, RuntimeTensor>,
    fetches?: Record<string, RuntimeTensor>,
  ): Promise<Readonly<Record<string, RuntimeTensor>>>;
  release(): Promise<void>;
}

export async function openRuntime(
  model: Uint8Array | string,
  { threads = 1 }: SessionOptions,
): Promise<Runtime> {
  const session = await create(model, {
    executionProviders: [deviceInUse().provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // What fails is thrown; the log would say it once more.
    logSeverityLevel: 4,
  });
  let released = false;
  return {
    inputs: session.inputMetadata,
    outputs: session.outputMetadata,
    async run(feeds, fetches) {
      if (released) throw new SessionError('released', 'The session was released.');
      try {
        if (!fetches) return await session.run(feeds);
        letGo(await session.run(feeds, fetches), fetches);
        return fetches;
      } catch (error) {
        throw explainFailure(error);
      }
    },
    async release() {
      if (released) return;
      released = true;
      await session.release();
    },
  };
}

/**
 * The binding wraps the numbers that it wrote into the caller's buffers once more. V8 counts each wrapping as memory and
 * would collect garbage every few steps, a tenth of the time of small ones; detached, it is gone at once.
 */
function letGo(results: InferenceSession.ReturnType, fetches: Readonly<Record<string, RuntimeTensor>>): void {
  for (const [name, { data }] of Object.entries(results)) {
    const own = fetches[name]?.data;
    if (!ArrayBuffer.isView(data) || !(data.buffer instanceof ArrayBuffer)) continue;
    if (ArrayBuffer.isView(own) && own.buffer !== data.buffer) data.buffer.transfer(0);
  }
}

async function create(model: Uint8Array | string, options: InferenceSession.SessionOptions) {
  try {
    return typeof model === 'string'
      ? await InferenceSession.create(model, options)
      : await InferenceSession.create(model, options);
  } catch (error) {
    // Loaded when it is needed: a scoring thread does without the reader of ONNX files.
    const { explainRefusal } = await import('./refusal.ts');
    throw await explainRefusal(model, error, { name: `ONNX Runtime ${runtimeVersion}`, opens });
  }
}

async function opens(model: Uint8Array): Promise<boolean> {
  const session = await InferenceSession.create(model, { logSeverityLevel: 4 }).catch(() => null);
  await session?.release();
  return session !== null;
}

/** What goes in and comes out; a model of other types is released before it is refused. */
async function signatureOf(runtime: Runtime): Promise<Signature> {
  try {
    return {
      inputs: slots(runtime.inputs, (type) => type === 'string' || isDtype(type)),
      outputs: slots(runtime.outputs, isDtype),
    };
  } catch (error) {
    await runtime.release();
    throw error;
  }
}

function slots<Type extends Dtype | 'string'>(
  metadata: readonly InferenceSession.ValueMetadata[],
  takes: (type: string) => type is Type,
): readonly Slot<Type>[] {
  return metadata.map((slot) => {
    if (!slot.isTensor || !takes(slot.type)) {
      throw new SessionError('notTensor', `${slot.name} is not a tensor of float32, int32 or bool.`);
    }
    return { name: slot.name, shape: slot.shape, dtype: slot.type };
  });
}

/** How a person reads a slot, as in `float32[any, 3]`. */
export function describeSlot({ dtype, shape }: Slot): string {
  return `${dtype}[${shape.map((size) => (typeof size === 'string' ? 'any' : size)).join(', ')}]`;
}

/** Every expected name is there, and no other. */
export function checkNames(expected: readonly string[], given: Readonly<Record<string, unknown>>): void {
  const found = expected.reduce((count, name) => (given[name] === undefined ? count : count + 1), 0);
  if (found === expected.length && found === Object.keys(given).length) return;
  const missing = expected.filter((name) => given[name] === undefined);
  const unknown = Object.keys(given).filter((name) => !expected.includes(name));
  if (missing.length > 0)
    throw new SessionError('inputMismatch', `Inputs are missing: ${missing.join(', ')}.`);
  if (unknown.length > 0) {
    throw new SessionError(
      'inputMismatch',
      `There are no inputs ${unknown.join(', ')}; known: ${expected.join(', ')}.`,
    );
  }
}

/** A length that an input has chosen for a name. */
interface Chosen {
  readonly length: number;
  readonly input: string;
}

function feed(
  slot: Slot<Dtype | 'string'>,
  tensor: HostTensor | StringTensor,
  chosen: Map<string, Chosen>,
): RuntimeTensor {
  const { name } = slot;
  const fits =
    tensor.dtype === slot.dtype &&
    tensor.shape.length === slot.shape.length &&
    slot.shape.every((size, axis) => typeof size === 'string' || size === tensor.shape[axis]);
  if (!fits) {
    const message = `The input ${name} is ${describe(tensor)}, the model takes ${describeSlot(slot)}.`;
    throw new SessionError('inputMismatch', message);
  }
  slot.shape.forEach((size, axis) => {
    if (typeof size === 'number') return;
    const length = tensor.shape[axis] ?? 0;
    const first = chosen.get(size) ?? { length, input: name };
    chosen.set(size, first);
    // The runtime would repeat a single row to fit the others.
    if (first.length !== length) {
      const message = `The inputs ${first.input} and ${name} have ${first.length} and ${length} rows.`;
      throw new SessionError('inputMismatch', message);
    }
  });
  if (tensor.dtype !== 'string') return runtimeTensor(name, tensor, tensor.data);
  if (tensor.data.length !== sizeOf(tensor.shape)) {
    const message = `The input ${name} is ${describe(tensor)}, but its data are ${tensor.data.length} names.`;
    throw new SessionError('inputMismatch', message);
  }
  return new Tensor('string', tensor.data, tensor.shape);
}

/** Wraps the numbers without copying them. */
export function runtimeTensor(name: string, spec: TensorSpec, data: HostTensor['data']): RuntimeTensor {
  if (!holdsDtype(data, spec.dtype) || data.length !== sizeOf(spec.shape)) {
    const kind = `${data.constructor.name} of ${data.length}`;
    throw new SessionError(
      'inputMismatch',
      `The input ${name} is ${describe(spec)}, but its data is a ${kind}.`,
    );
  }
  return new Tensor(spec.dtype, data, spec.shape);
}

function hostTensor(name: string, dtype: Dtype, tensor: RuntimeTensor | undefined): HostTensor {
  const data = tensor?.data;
  if (
    !tensor ||
    !(data instanceof Float32Array || data instanceof Int32Array || data instanceof Uint8Array)
  ) {
    throw new SessionError('notTensor', `The output ${name} is not a tensor of float32, int32 or bool.`);
  }
  return { shape: tensor.dims, dtype, data };
}
