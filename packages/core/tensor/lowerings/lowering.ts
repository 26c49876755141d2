/** What a lowering is: one tfjs kernel call in, ONNX nodes out. */
import { TraceError } from '../errors.ts';
import type { ElementType, Graph, Value } from '../graph.ts';
import type { tf } from '../tf.ts';

/** One kernel call with its operands as graph values. */
export interface KernelCall {
  readonly graph: Graph;
  readonly kernel: string;
  /** Operands by tfjs' name for them; kernels with a list of operands number them. */
  readonly operands: ReadonlyMap<string, Value>;
  readonly attributes: tf.NamedAttrMap;
}

export type Lowering = (call: KernelCall) => Value | readonly Value[];
/** Kernel name → lowering. */
export type Lowerings = Readonly<Record<string, Lowering>>;

export function operand(call: KernelCall, name: string): Value {
  const value = call.operands.get(name);
  if (!value) throw new Error(`${call.kernel} was called without ${name}`);
  return value;
}

export function unsupported(call: KernelCall, why: string): TraceError {
  return new TraceError('unsupported', `${call.kernel} cannot be traced: ${why}.`, { kernel: call.kernel });
}

export function number(call: KernelCall, name: string): number {
  const value = call.attributes[name];
  if (typeof value !== 'number') throw unsupported(call, `its attribute ${name} is not a number`);
  return value;
}

export function flag(call: KernelCall, name: string): boolean {
  return call.attributes[name] === true;
}

export function text(call: KernelCall, name: string): string {
  const value = call.attributes[name];
  if (typeof value !== 'string') throw unsupported(call, `its attribute ${name} is not a text`);
  return value;
}

/** A list of numbers; a single number counts as a list of one. */
export function numbers(call: KernelCall, name: string): readonly number[] {
  const value = call.attributes[name];
  if (typeof value === 'number') return [value];
  if (Array.isArray(value) && value.every((element): element is number => typeof element === 'number'))
    return value;
  throw unsupported(call, `its attribute ${name} is not a list of numbers`);
}

/** Axes from 0 upwards, sorted; null or undefined means all of them, as in tfjs. */
export function axes(call: KernelCall, name: string, rank: number): readonly number[] {
  const given = call.attributes[name];
  const list =
    given === undefined || given === null
      ? Array.from({ length: rank }, (_, axis) => axis)
      : numbers(call, name);
  return list.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
}

export function axis(call: KernelCall, name: string, rank: number): number {
  const given = number(call, name);
  return given < 0 ? given + rank : given;
}

/** Composes a kernel from another's lowering; operands that are not given stay those of the call. */
export function apply(
  call: KernelCall,
  lowering: Lowering | undefined,
  operands: Readonly<Record<string, Value>>,
): Value {
  const value = lowering?.({ ...call, operands: new Map([...call.operands, ...Object.entries(operands)]) });
  if (!value || !('id' in value)) throw new Error(`${call.kernel} is composed of a kernel with one result`);
  return value;
}

/** ONNX' numbers for element types (onnx.proto, TensorProto.DataType). */
export const elementTypeCode: Readonly<Record<ElementType, number>> = {
  float32: 1,
  uint8: 2,
  int32: 6,
  int64: 7,
  bool: 9,
  float64: 11,
  uint32: 12,
};

export function cast(graph: Graph, value: Value, type: ElementType): Value {
  if (value.type === type) return value;
  return graph.add('Cast', [value], { shape: value.shape, type }, { to: elementTypeCode[type] });
}

export function reshape(graph: Graph, value: Value, shape: readonly number[]): Value {
  if (value.shape.length === shape.length && value.shape.every((size, at) => size === shape[at]))
    return value;
  return graph.add('Reshape', [value, graph.integers(shape)], { shape, type: value.type });
}

/** A constant of one number. */
export function fill(graph: Graph, filling: number, shape: readonly number[], type: ElementType): Value {
  const size = shape.reduce((product, dimension) => product * dimension, 1);
  if (type === 'float32') return graph.constant(new Float32Array(size).fill(filling), { shape, type });
  if (type === 'int32') return graph.constant(new Int32Array(size).fill(filling), { shape, type });
  if (type === 'bool') return graph.constant(new Uint8Array(size).fill(filling), { shape, type });
  throw new Error(`a constant of type ${type} is not filled from a number`);
}
