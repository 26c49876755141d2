/** Random numbers as ONNX arithmetic on 32-bit words: the same bits as `random/counter.ts`. */

import type { Graph, Value } from '../graph.ts';
import { sizeOf } from '../host.ts';
import { goldenStep, mixing, tileOf } from '../random/counter.ts';
import { randomKernels, uniformBits } from '../random/kernels.ts';
import { broadcastShape } from './broadcast.ts';
import {
  cast,
  fill,
  type KernelCall,
  type Lowerings,
  number,
  numbers,
  operand,
  reshape,
  unsupported,
} from './lowering.ts';

// ONNX Runtime has these operators for uint32, on its CPU and in WebAssembly.
function pair(graph: Graph, op: string, a: Value, b: Value): Value {
  return graph.add(op, [a, b], { shape: broadcastShape(a.shape, b.shape), type: 'uint32' });
}

function words(graph: Graph, list: readonly number[], shape: readonly number[]): Value {
  return cast(graph, graph.constant(Int32Array.from(list), { shape, type: 'int32' }), 'uint32');
}

const word = (graph: Graph, value: number) => words(graph, [value], []);

function shifted(graph: Graph, value: Value, by: number): Value {
  return graph.add('BitShift', [value, word(graph, by)], value, { direction: 'RIGHT' });
}

function mixed(graph: Graph, value: Value, twist: Value | null): Value {
  const folded = (given: Value, by: number) => pair(graph, 'BitwiseXor', given, shifted(graph, given, by));
  const first = pair(graph, 'Mul', folded(value, mixing.firstShift), word(graph, mixing.firstFactor));
  const twisted = twist ? pair(graph, 'Add', first, twist) : first;
  return pair(graph, 'Mul', folded(twisted, mixing.secondShift), word(graph, mixing.secondFactor));
}

/** The words of one stream, in the kernel's shape. */
function randomWords(call: KernelCall): Value {
  const { graph } = call;
  const shape = numbers(call, 'shape');
  const size = sizeOf(shape);
  const { rows, columns } = tileOf(size);
  const keys = keysOf(call, 2 * (rows + columns));
  const cut = (from: number, length: number, tall: boolean) =>
    reshape(graph, slice(graph, keys, from, length), tall ? [length, 1] : [1, length]);
  const twice = (value: Value) => pair(graph, 'Add', value, value);
  const one = word(graph, 1);
  const sum = pair(graph, 'Add', cut(0, rows, true), cut(2 * rows, columns, false));
  const odd = pair(graph, 'Add', twice(cut(rows, rows, true)), one);
  const even = twice(cut(2 * rows + columns, columns, false));
  const product = pair(graph, 'Mul', sum, pair(graph, 'Add', odd, even));
  const tile = pair(graph, 'Mul', product, pair(graph, 'Add', twice(product), one));
  if (rows * columns === size) return reshape(graph, tile, shape);
  return reshape(graph, slice(graph, reshape(graph, tile, [rows * columns]), 0, size), shape);
}

/** Words that are hashed one by one. */
function keysOf(call: KernelCall, length: number): Value {
  const { graph } = call;
  const [seed, step] = [operand(call, 'seed'), operand(call, 'step')].map((value) =>
    cast(graph, value, 'uint32'),
  );
  if (!seed || !step) throw new Error('two operands were given');
  const run = mixed(graph, pair(graph, 'Add', seed, word(graph, goldenStep)), null);
  const turn = mixed(graph, pair(graph, 'Add', step, run), null);
  const stream = word(graph, Math.imul(number(call, 'stream'), goldenStep));
  const start = mixed(graph, pair(graph, 'Add', turn, stream), null);
  const twist = mixed(graph, pair(graph, 'Add', start, run), null);
  const multiples = Array.from({ length }, (_, position) => Math.imul(position, goldenStep));
  return mixed(graph, pair(graph, 'Add', words(graph, multiples, [length]), start), twist);
}

function slice(graph: Graph, list: Value, from: number, length: number): Value {
  const [start, end] = [graph.integers([from]), graph.integers([from + length])];
  return graph.add('Slice', [list, start, end], { shape: [length], type: list.type });
}

export const randoms: Lowerings = {
  [randomKernels.words]: (call) =>
    isEmpty(call)
      ? fill(call.graph, 0, numbers(call, 'shape'), 'int32')
      : cast(call.graph, randomWords(call), 'int32'),
  [randomKernels.uniform]: (call) => {
    const { graph } = call;
    if (isEmpty(call)) return fill(graph, 0, numbers(call, 'shape'), 'float32');
    const whole = cast(graph, shifted(graph, randomWords(call), 32 - uniformBits), 'float32');
    return graph.add('Mul', [whole, graph.real(2 ** -uniformBits)], whole);
  },
  Multinomial: (call) => {
    throw unsupported(
      call,
      'it draws its numbers outside the graph; compare random.uniform with running sums',
    );
  },
};

function isEmpty(call: KernelCall): boolean {
  return sizeOf(numbers(call, 'shape')) === 0;
}
