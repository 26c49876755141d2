/** Products of matrices. */
import type { Value } from '../graph.ts';
import { activated } from './activations.ts';
import { broadcastShape } from './broadcast.ts';
import { apply, flag, type KernelCall, type Lowering, type Lowerings, operand, text } from './lowering.ts';
import { transpose } from './shape.ts';

function lastTwo(x: Value, swapped: boolean): readonly [number, number] {
  const [rows = 1, columns = 1] = x.shape.slice(-2);
  return swapped ? [columns, rows] : [rows, columns];
}

function swapLastTwo(call: KernelCall, x: Value): Value {
  const rank = x.shape.length;
  const permutation = [...Array(rank - 2).keys(), rank - 1, rank - 2];
  return transpose(call, x, permutation);
}

/** Two matrices of float32 become one Gemm, which transposes as it reads (1.4 times Transpose and MatMul). */
const batchMatMul: Lowering = (call) => {
  const [a, b] = [operand(call, 'a'), operand(call, 'b')];
  const [transA, transB] = [flag(call, 'transposeA'), flag(call, 'transposeB')];
  const [rows] = lastTwo(a, transA);
  const [, columns] = lastTwo(b, transB);
  const flat = a.shape.length === 2 && b.shape.length === 2;
  if (flat && a.type === 'float32') {
    const attributes = { transA: transA ? 1 : 0, transB: transB ? 1 : 0 };
    return call.graph.add('Gemm', [a, b], { shape: [rows, columns], type: a.type }, attributes);
  }
  const left = transA ? swapLastTwo(call, a) : a;
  const right = transB ? swapLastTwo(call, b) : b;
  const outer = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  return call.graph.add('MatMul', [left, right], { shape: [...outer, rows, columns], type: a.type });
};

/** tf.fused.matMul: the product, then a bias, then an activation. */
const fusedMatMul: Lowering = (call) => activated(call, apply(call, batchMatMul, {}), 0);

const einsum: Lowering = (call) => {
  const operands = [...call.operands.values()];
  const equation = text(call, 'equation').replaceAll(' ', '');
  const [terms = '', result = ''] = equation.split('->');
  const sizes = new Map<string, number>();
  terms.split(',').forEach((term, at) => {
    [...term].forEach((letter, index) => {
      sizes.set(letter, operands[at]?.shape[index] ?? 1);
    });
  });
  const shape = [...result].map((letter) => sizes.get(letter) ?? 1);
  return call.graph.add('Einsum', operands, { shape, type: operands[0]?.type ?? 'float32' }, { equation });
};

export const products: Lowerings = { BatchMatMul: batchMatMul, _FusedMatMul: fusedMatMul, Einsum: einsum };
