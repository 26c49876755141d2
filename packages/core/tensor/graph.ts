/** The graph that a trace fills: typed values, nodes and the names under which numbers go in and come out. */
import { createHash } from 'node:crypto';
import { copyAs, type Dtype, type HostData, isDtype } from './host.ts';

/** tfjs' element types, and those that only ONNX operators ask for. */
export type ElementType = Dtype | 'int64' | 'float64' | 'uint32' | 'uint8';
export type ConstantData = HostData | BigInt64Array;

/**
 * Whole numbers are written as they are; a real number is marked, since ONNX tells the two apart. A list that ONNX wants as
 * a tensor names its type.
 */
export type Attribute =
  | number
  | string
  | readonly number[]
  | { readonly real: number }
  | { readonly data: HostData; readonly type: ElementType };
export type Attributes = Readonly<Record<string, Attribute>>;

export interface ValueSpec {
  readonly shape: readonly number[];
  readonly type: ElementType;
}

export type Source =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'constant'; readonly data: ConstantData }
  | { readonly kind: 'node'; readonly node: Node; readonly output: number };

/** One tensor in the graph. Two values are the same exactly when they are the same object. */
export interface Value extends ValueSpec {
  readonly id: number;
  readonly source: Source;
  /** The numbers of a node's result, where they follow from constants alone. */
  known: ConstantData | null;
}

export interface Node {
  /** Operators that are not of the standard's own set have their domain before them: `ai.onnx.ml.TreeEnsemble`. */
  readonly op: string;
  /** null leaves an optional operand out. */
  readonly inputs: readonly (Value | null)[];
  readonly outputs: readonly Value[];
  readonly attributes: Attributes;
  /** A stack from when the node was made; read only when a message needs the model's line. */
  readonly made: Error | null;
}

export class Graph {
  readonly nodes: Node[] = [];
  readonly inputs = new Map<string, Value>();
  readonly outputs = new Map<string, Value>();
  readonly #constants = new Map<string, Value>();
  readonly #known = new Map<string, Node>();
  #values = 0;

  input(name: string, spec: ValueSpec): Value {
    const value = this.#value(spec, { kind: 'input', name });
    this.inputs.set(name, value);
    return value;
  }

  output(name: string, value: Value): void {
    this.outputs.set(name, value);
  }

  /** Identical constants are one value. */
  constant(data: ConstantData, spec: ValueSpec): Value {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const content = createHash('sha1').update(bytes).digest('base64');
    const key = `${spec.type}[${spec.shape.join()}]${content}`;
    const known = this.#constants.get(key);
    if (known) return known;
    const value = this.#value(spec, { kind: 'constant', data });
    this.#constants.set(key, value);
    return value;
  }

  /** A float32 scalar. */
  real(number: number): Value {
    return this.constant(Float32Array.of(number), { shape: [], type: 'float32' });
  }

  /** A list of whole numbers as ONNX wants axes, shapes and positions: int64, shape [list.length]. */
  integers(list: readonly number[]): Value {
    return this.constant(BigInt64Array.from(list, BigInt), { shape: [list.length], type: 'int64' });
  }

  /** Adds a node with one output. Operators have no effects, so an identical node is not made twice. */
  add(op: string, inputs: readonly (Value | null)[], output: ValueSpec, attributes: Attributes = {}): Value {
    const [value] = this.addMany(op, inputs, [output], attributes);
    if (!value) throw new Error(`${op} has no output`);
    return value;
  }

  addMany(
    op: string,
    inputs: readonly (Value | null)[],
    outputs: readonly ValueSpec[],
    attributes: Attributes = {},
    made: Error | null = new Error(op),
  ): readonly Value[] {
    const operands = inputs.map((input) => input?.id ?? null).join();
    const key = [op, operands, attributesKey(attributes), outputs.length].join(' ');
    const known = this.#known.get(key);
    if (known) return known.outputs;
    const results: Value[] = [];
    const node: Node = { op, inputs, outputs: results, attributes, made };
    outputs.forEach((spec, output) => {
      results.push(this.#value(spec, { kind: 'node', node, output }));
    });
    this.nodes.push(node);
    this.#known.set(key, node);
    return results;
  }

  #value(spec: ValueSpec, source: Source): Value {
    return { id: this.#values++, shape: [...spec.shape], type: spec.type, source, known: null };
  }
}

/** Equal for attributes that are alike to the last bit; JSON alone would take NaN and infinities for the same. */
export function attributesKey(attributes: Attributes): string {
  return JSON.stringify(attributes, (_, value) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  );
}

/** The numbers of a value that does not depend on any input, null for all others; where there are none, they are known. */
export function knownData(value: Value): ConstantData | null {
  if (value.shape.includes(0) && isDtype(value.type)) return copyAs(value.type, []);
  return value.source.kind === 'constant' ? value.source.data : value.known;
}

/** The one number that fills a known value, null where elements differ or there are none. */
export function uniform(value: Value): number | null {
  const data = knownData(value);
  if (!data || data instanceof BigInt64Array || data.length === 0) return null;
  const first = data[0] ?? Number.NaN;
  for (const element of data) if (!Object.is(element, first)) return null;
  return first;
}
