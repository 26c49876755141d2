/** A tfjs backend that computes nothing: each kernel call is written into a graph. */
import { modelPlace, TraceError } from './errors.ts';
import { type ConstantData, constantData, Graph, type Value } from './graph.ts';
import { copyAs, type Dtype, isDtype, type TensorSpec } from './host.ts';
import { lowerings } from './lowerings/index.ts';
import { tf } from './tf.ts';

type Stored = { readonly value: Value; references: number };

export class TraceBackend extends tf.KernelBackend {
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

  override readSync(id: object): ConstantData & (Float32Array | Int32Array | Uint8Array) {
    const stored = this.#stored.get(id);
    const data = stored ? constantData(stored.value) : null;
    if (data && !(data instanceof BigInt64Array)) return data;
    throw new TraceError(
      'valueRead',
      'The model reads the numbers of a tensor (dataSync, arraySync, or an operation that needs them, such as ' +
        'booleanMask or whereAsync) while it is traced, when there are none yet. Keep the choice inside the graph ' +
        'with tf.where, tf.gather or arithmetic.',
      { place: currentPlace() },
    );
  }

  override async read(id: object): Promise<Float32Array | Int32Array | Uint8Array> {
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
  // What depends on constants alone is computed now, by the backend that is the reference for all lowerings.
  if ([...operands.values()].every((value) => value.source.kind === 'constant')) {
    return computed(kernel, inputs, operands, attributes);
  }
  const lowering = Object.hasOwn(lowerings, kernel) ? lowerings[kernel] : undefined;
  if (!lowering) {
    throw new TraceError(
      'unknownKernel',
      `No ONNX lowering is known for the TensorFlow.js kernel ${kernel}. Write it with operations of ` +
        'packages/core/tensor/lowerings, or add a lowering there.',
      { kernel, place: currentPlace() },
    );
  }
  try {
    const result = lowering({ graph: traceBackend.graph, kernel, operands, attributes });
    return 'id' in result ? info(result) : result.map(info);
  } catch (error) {
    if (!(error instanceof TraceError) || error.place) throw error;
    throw new TraceError(error.code, error.message, { kernel, place: currentPlace() });
  }
}

function info(value: Value): tf.TensorInfo {
  if (!isDtype(value.type)) throw new Error(`a lowering returned ${value.type}, which tfjs does not have`);
  return traceBackend.tensor(value, value.type);
}

/** Runs a kernel on the CPU backend and brings its results into the graph as constants. */
function computed(
  kernel: string,
  inputs: tf.NamedTensorInfoMap,
  operands: ReadonlyMap<string, Value>,
  attributes: tf.NamedAttrMap,
) {
  const cpu = tf.findBackend('cpu');
  const held: object[] = [];
  const onCpu = ([name, value]: [string, Value]): [string, tf.TensorInfo] => {
    const data = constantData(value);
    if (!data || data instanceof BigInt64Array || !isDtype(value.type))
      throw new Error(`${kernel}: not a constant`);
    const dataId = cpu.write(data.slice(), [...value.shape], value.type);
    held.push(dataId);
    return [name, { dataId, shape: [...value.shape], dtype: value.type }];
  };
  const entries = [...operands].map(onCpu);
  // Kernels with a list of operands get a real array.
  const given = Array.isArray(inputs)
    ? Object.assign([], Object.fromEntries(entries))
    : Object.fromEntries(entries);
  const result = tf.getKernel(kernel, 'cpu').kernelFunc({ inputs: given, backend: cpu, attrs: attributes });
  const results = Array.isArray(result) ? result : [result];
  const constants = results.map((output) => ({
    dataId: traceBackend.write(cpu.readSync(output.dataId), output.shape, output.dtype),
    shape: output.shape,
    dtype: output.dtype,
  }));
  for (const id of new Set([...held, ...results.map((output) => output.dataId)])) cpu.disposeData(id, true);
  return Array.isArray(result) ? constants : (constants[0] ?? []);
}
