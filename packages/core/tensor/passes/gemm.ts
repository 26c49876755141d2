/** Lets Gemm transpose its operands as it reads them, and add the bias as it writes. */
import type { Graph, Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { eitherWay, madeBy } from './pattern.ts';
import { type Rewriting, type Rule, rewrite } from './rewrite.ts';

export function fuseGemm(graph: Graph): Graph {
  return rewrite(rewrite(graph, transposing), withBias);
}

const transposing: Rule = (node, { graph, at }) => {
  const [a, b, ...bias] = node.inputs;
  const [result] = node.outputs;
  if (node.op !== 'Gemm' || !a || !b || !result) return null;
  const [left, right] = [untransposed(a), untransposed(b)];
  if (!left && !right) return null;
  const flag = (name: 'transA' | 'transB', flipped: Value | null) =>
    Number(node.attributes[name] ?? 0) === (flipped ? 1 : 0) ? 0 : 1;
  const attributes = { ...node.attributes, transA: flag('transA', left), transB: flag('transB', right) };
  const operands = [left ?? a, right ?? b, ...bias].map((value) => value && at(value));
  return graph.add('Gemm', operands, result, attributes);
};

function untransposed(value: Value): Value | null {
  return value.shape.length === 2 ? (madeBy(value, 'Transpose')?.inputs[0] ?? null) : null;
}

const withBias: Rule = (node, rewriting) => {
  const [result] = node.outputs;
  if (node.op !== 'Add' || !result) return null;
  const [a, b] = node.inputs;
  if (!a || !b) return null;
  const match = eitherWay([a, b], (value) =>
    sameShape(value.shape, result.shape) ? plainGemm(value, rewriting) : null,
  );
  if (!match || !isBias(match.other, result)) return null;
  const { graph, at } = rewriting;
  const operands = [...match.found.inputs, match.other].map((value) => value && at(value));
  return graph.add('Gemm', operands, result, match.found.attributes);
};

/** A product without a bias that nothing else reads. */
function plainGemm(value: Value, { uses }: Rewriting) {
  const node = madeBy(value, 'Gemm');
  return node?.inputs.length === 2 && uses(value) === 1 ? node : null;
}

/** One number a column, [columns] or [1, columns], or one an element. */
function isBias({ shape }: Value, result: Value): boolean {
  const columns = result.shape[1];
  const single = shape.length === 1 || (shape.length === 2 && shape[0] === 1);
  return (single && shape.at(-1) === columns) || sameShape(shape, result.shape);
}
