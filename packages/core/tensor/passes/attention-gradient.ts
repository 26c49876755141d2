/**
 * The gradient of softmax needs, for each row, the sum of its results times their gradients. Where the softmax weighs
 * values, as attention does (O = P·V, so dP = dO·Vᵀ), that sum is also Σ O·dO over the values (Dao and others 2022,
 * "FlashAttention", appendix B.2): as many numbers as there are values instead of as many as there are pairs.
 */
import type { Graph, Node, Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { eitherWay, isByRow, madeBy, operandsOf, reducedRows } from './pattern.ts';
import { type Rule, rewrite } from './rewrite.ts';

export function sumOverValues(graph: Graph): Graph {
  const weighings = new Map<Value, Node[]>();
  const rule: Rule = (node, { graph: made, at }) => {
    const [left] = node.inputs;
    const [result] = node.outputs;
    if (!left || !result) return null;
    if (node.op === 'MatMul' && madeBy(left, 'Softmax')) {
      weighings.set(left, [...(weighings.get(left) ?? []), node]);
    }
    const gradient = node.op === 'Sub' ? softmaxGradient(node) : null;
    if (!gradient) return null;
    const { weights, byWeights, sum } = gradient;
    const [byOutput, transposed] = operandsOf(byWeights, 'MatMul') ?? [];
    const values = transposed && swapped(transposed);
    const weighing = weighings.get(weights)?.find(({ inputs }) => inputs[1] === values);
    const output = weighing?.outputs[0];
    if (!byOutput || !output || !sameShape(byOutput.shape, output.shape)) return null;
    const products = made.add('Mul', [at(output), at(byOutput)], output);
    const axes = made.integers([output.shape.length - 1]);
    const rows = made.add('ReduceSum', [products, axes], sum, { keepdims: 1 });
    return made.add('Mul', [made.add('Sub', [at(byWeights), rows], result), at(weights)], result);
  };
  return rewrite(graph, rule);
}

/** Of dP·P − Σ(dP·P)·P over the last axis: P, dP and the sum. */
function softmaxGradient({ inputs: [product, subtracted] }: Node) {
  const factors = operandsOf(product, 'Mul');
  const match = eitherWay(operandsOf(subtracted, 'Mul'), (value) =>
    reducedRows(value, 'ReduceSum') === product ? value : null,
  );
  const weights = match?.other;
  const byWeights = factors?.find((factor) => factor !== weights);
  if (!match || !product || !weights || !byWeights || !factors?.includes(weights)) return null;
  if (!isByRow(match.found, product)) return null;
  return { weights, byWeights, sum: match.found };
}

/** What a value was before its last two axes were exchanged. */
function swapped(value: Value): Value | null {
  const node = madeBy(value, 'Transpose');
  const rank = value.shape.length;
  const order = [...Array(rank - 2).keys(), rank - 1, rank - 2];
  return node && JSON.stringify(node.attributes.perm) === JSON.stringify(order)
    ? (node.inputs[0] ?? null)
    : null;
}
