/** A tfjs backend that computes nothing: each kernel call is written into a graph. */
import { modelPlace, TraceError } from './errors.ts';
import { Graph, knownData, type Value } from './graph.ts';
import { copyAs, type Dtype, type HostData, type HostTensor, isDtype, type TensorSpec } from './host.ts';
import { alternatives } from './lowerings/alternatives.ts';
import { lowerings } from './lowerings/index.ts';
import type { KernelCall } from './lowerings/lowering.ts';
import { refuseOwnDraws } from './random/own-draws.ts';
import { tf } from './tf.ts';

type Stored = { readonly value: Value; references: number };

class TraceBackend extends tf.KernelBackend {
  /** The graph of the trace that is going on. */
  graph = new Graph();
  #stored = new Map<object, Stored>();
  #replaced = new Map<number, Value>();

  /** Forgets the last trace. */
  begin(): void {
    this.graph = new Graph();
    this.#stored = new Map();
    this.#replaced = new Map();
  }

  /** From now on a float32 scalar constant of this number is `value` instead. */
  replace(number: number, value: Value): void {
    this.#replaced.set(number, value);
  }

  /** A tfjs data id that stands for a value of the graph. */
  hold(value: Value): object {
    const id = {};
    this.#stored.set(id, { value, references: 1 });
    return id;
  }

  /** The value that a data id stands for; numbers that live on another backend become a constant. */
  valueFor(id: object, shape: readonly number[], dtype: string): Value {
    const stored = this.#stored.get(id);
    if (stored) return stored.value;
    const owner = tf.engine().state.tensorInfo.get(id)?.backend;
    if (!owner || owner === this) {
      throw new TraceError(
        'signature',
        'The model uses a tensor that belongs to another trace or was disposed.',
        {
          place: currentPlace(),
        },
      );
    }
    return this.#constant(owner.readSync(id), shape, dtype);
  }

  override write(values: unknown, shape: number[], dtype: string): object {
    refuseOwnDraws();
    return this.hold(this.#constant(values, shape, dtype));
  }

  #constant(values: unknown, shape: readonly number[], dtype: string): Value {
    if (!isDtype(dtype) || !isNumbers(values)) {
      throw new TraceError(
        'unsupported',
        `A tensor of type ${dtype} cannot be traced: use float32, int32 or bool.`,
        {
          place: currentPlace(),
        },
      );
    }
    const replacement = shape.length === 0 && dtype === 'float32' ? this.#replaced.get(values[0]) : undefined;
    return replacement ?? this.graph.constant(copyAs(dtype, values), { shape, type: dtype });
  }

  override readSync(id: object): HostData {
    const stored = this.#stored.get(id);
    const data = stored ? knownData(stored.value) : null;
    if (data && !(data instanceof BigInt64Array)) return data.slice();
    throw new TraceError(
      'valueRead',
      'The model reads the numbers of a tensor (dataSync, arraySync, or an operation that needs them, such as ' +
        'booleanMask or whereAsync) while it is traced, when there are none yet. Keep the choice inside the graph ' +
        'with tf.where, tf.gather or arithmetic.',
      { place: currentPlace() },
    );
  }

  override async read(id: object): Promise<HostData> {
    return this.readSync(id);
  }

  override refCount(id: object): number {
    return this.#stored.get(id)?.references ?? 0;
  }

  override incRef(id: object): void {
    const stored = this.#stored.get(id);
    if (stored) stored.references++;
  }

  /** True when the data is gone, as tfjs' own backends answer. */
  override disposeData(id: object, force = false): boolean {
    const stored = this.#stored.get(id);
    if (!stored) return true;
    stored.references--;
    if (!force && stored.references > 0) return false;
    this.#stored.delete(id);
    return true;
  }

  override numDataIds(): number {
    return this.#stored.size;
  }

  override memory() {
    return { unreliable: true, reasons: ['a trace holds no numbers'] };
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }

  override dispose(): void {
    this.begin();
  }

  /** A tensor of the graph as tfjs sees it. */
  tensor(value: Value, dtype: Dtype): tf.TensorInfo {
    return { dataId: this.hold(value), shape: [...value.shape], dtype };
  }

  input(name: string, spec: TensorSpec): tf.Tensor {
    const value = this.graph.input(name, { shape: spec.shape, type: spec.dtype });
    return tf.engine().makeTensorFromTensorInfo(this.tensor(value, spec.dtype), this);
  }
}

function isNumbers(values: unknown): values is ArrayLike<number> {
  return (
    values instanceof Float32Array ||
    values instanceof Int32Array ||
    values instanceof Uint8Array ||
    (Array.isArray(values) &&
      values.every((value) => typeof value === 'number' || typeof value === 'boolean'))
  );
}

function currentPlace(): string | null {
  return modelPlace(new Error().stack);
}

export const traceBackend = new TraceBackend();
tf.registerBackend('trace', () => traceBackend, 0);

for (const { kernelName } of tf.getKernelsForBackend('cpu')) {
  tf.registerKernel({
    kernelName,
    backendName: 'trace',
    kernelFunc: ({ inputs, attrs }) => record(kernelName, inputs, attrs ?? {}),
  });
}

function record(kernel: string, inputs: tf.NamedTensorInfoMap, attributes: tf.NamedAttrMap) {
  const operands = new Map<string, Value>();
  for (const [name, info] of Object.entries(inputs)) {
    if (info) operands.set(name, traceBackend.valueFor(info.dataId, info.shape, info.dtype));
  }
  const call: KernelCall = { graph: traceBackend.graph, kernel, operands, attributes };
  const lowering = Object.hasOwn(lowerings, kernel) ? lowerings[kernel] : undefined;
  // What depends on constants alone is computed now, by the backend that is the reference for all lowerings.
  if ([...operands.values()].every((value) => knownData(value))) {
    const results = computed(call, Array.isArray(inputs));
    return several(lowering ? remembered(lowering(call), results) : constants(results));
  }
  if (!lowering) {
    throw new TraceError(
      'unknownKernel',
      `No ONNX lowering is known for the TensorFlow.js kernel ${kernel}. ` +
        (alternatives[kernel] ??
          'Write it with operations of packages/core/tensor/lowerings, or add a lowering there.'),
      { kernel, place: currentPlace() },
    );
  }
  try {
    return several(lowering(call));
  } catch (error) {
    if (!(error instanceof TraceError) || error.place) throw error;
    throw new TraceError(error.code, error.message, { kernel, place: currentPlace() });
  }
}

function several(result: Value | readonly Value[]): tf.TensorInfo | tf.TensorInfo[] {
  return 'id' in result ? info(result) : result.map(info);
}

/**
 * Nodes are kept beside their known numbers: with another number of rows the numbers may have to be computed again.
 */
function remembered(result: Value | readonly Value[], numbers: Computed): Value | readonly Value[] {
  const values = 'id' in result ? [result] : result;
  const tensors = 'data' in numbers ? [numbers] : numbers;
  values.forEach((value, at) => {
    if (value.source.kind === 'node') value.known = tensors[at]?.data ?? null;
  });
  return result;
}

function constants(numbers: Computed): Value | readonly Value[] {
  const constant = ({ data, shape, dtype }: HostTensor) =>
    traceBackend.graph.constant(data, { shape, type: dtype });
  return 'data' in numbers ? constant(numbers) : numbers.map(constant);
}

/** One result or, from a kernel that gives several, a list. */
type Computed = HostTensor | readonly HostTensor[];

function info(value: Value): tf.TensorInfo {
  if (!isDtype(value.type)) throw new Error(`a lowering returned ${value.type}, which tfjs does not have`);
  return traceBackend.tensor(value, value.type);
}

/** Runs a kernel on the CPU backend. Kernels with a list of operands get a real array. */
function computed({ kernel, operands, attributes }: KernelCall, list: boolean): Computed {
  const cpu = tf.findBackend('cpu');
  const given = [...operands].map(([name, value]): [string, tf.TensorInfo] => {
    const data = knownData(value);
    if (!data || data instanceof BigInt64Array || !isDtype(value.type))
      throw new Error(`${kernel}: an operand is not known`);
    const shape = [...value.shape];
    return [name, { dataId: cpu.write(data.slice(), shape, value.type), shape, dtype: value.type }];
  });
  const inputs = list ? Object.assign([], Object.fromEntries(given)) : Object.fromEntries(given);
  const result = tf.getKernel(kernel, 'cpu').kernelFunc({ inputs, backend: cpu, attrs: { ...attributes } });
  const numbers = ({ dataId, shape, dtype }: tf.TensorInfo): HostTensor => {
    const values = cpu.readSync(dataId);
    if (!isDtype(dtype) || !isNumbers(values))
      throw new TraceError('unsupported', `${kernel} gives ${dtype}.`);
    return { shape, dtype, data: copyAs(dtype, values) };
  };
  const results = Array.isArray(result) ? result.map(numbers) : numbers(result);
  for (const { dataId } of [...given.map(([, operand]) => operand), result].flat())
    cpu.disposeData(dataId, true);
  return results;
}
