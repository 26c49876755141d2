/** Numbers as they enter and leave the engine: flat arrays in row-major order with a shape and an element type. */

export type Dtype = 'float32' | 'int32' | 'bool';

/** What a tensor looks like, without its numbers. */
export interface TensorSpec {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
}

/** float32 → Float32Array, int32 → Int32Array, bool → Uint8Array of 0 and 1. */
export type HostData = Float32Array | Int32Array | Uint8Array;

export interface HostTensor extends TensorSpec {
  readonly data: HostData;
}

/** Categories by name, as a session takes them. */
export interface StringTensor {
  readonly shape: readonly number[];
  readonly dtype: 'string';
  readonly data: readonly string[];
}

/** The number of elements of a shape; 1 for a scalar. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, dimension) => size * dimension, 1);
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((dimension, axis) => dimension === b[axis]);
}

/** A copy of the numbers in the array type that belongs to `dtype`. */
export function copyAs(dtype: Dtype, values: ArrayLike<number>): HostData {
  if (dtype === 'float32') return Float32Array.from(values);
  if (dtype === 'int32') return Int32Array.from(values);
  return Uint8Array.from(values);
}

export function holdsDtype(data: HostData, dtype: Dtype): boolean {
  if (dtype === 'float32') return data instanceof Float32Array;
  if (dtype === 'int32') return data instanceof Int32Array;
  return data instanceof Uint8Array;
}

export function isDtype(name: string): name is Dtype {
  return name === 'float32' || name === 'int32' || name === 'bool';
}

/** How a person reads a spec, as in `float32[64, 3]`. */
export function describe(spec: TensorSpec | StringTensor): string {
  return `${spec.dtype}[${spec.shape.join(', ')}]`;
}
