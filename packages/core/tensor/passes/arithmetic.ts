/** Sums and factors that cost nothing: products with 1, factors of factors, and signs that a neighbour can carry. */
import type { Graph, Node, Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { filling, operandsOf } from './pattern.ts';
import { type Rule, rewrite } from './rewrite.ts';

export function simplifyArithmetic(graph: Graph): Graph {
  return rewrite(graph, simplify);
}

/** A value that is `factor` times `of`. */
interface Scaled {
  readonly of: Value;
  readonly factor: number;
}

function scaled(node: Node): Scaled | null {
  const [a, b] = node.inputs;
  const [result] = node.outputs;
  if (!a || result?.type !== 'float32') return null;
  if (node.op === 'Neg') return { of: a, factor: -1 };
  if (!b || (node.op !== 'Mul' && node.op !== 'Div')) return null;
  const [left, right] = [filling(a), filling(b)];
  if (right !== null && sameShape(a.shape, result.shape)) {
    return { of: a, factor: node.op === 'Mul' ? right : 1 / right };
  }
  if (left !== null && node.op === 'Mul' && sameShape(b.shape, result.shape)) return { of: b, factor: left };
  return null;
}

const simplify: Rule = (node, { graph, at, uses }) => {
  const [result] = node.outputs;
  if (!result) return null;
  const scale = scaled(node);
  if (scale?.factor === 1) return at(scale.of);
  if (scale && scale.of.source.kind === 'node' && uses(scale.of) === 1) {
    const inner = scaled(scale.of.source.node);
    const factor = Math.fround(scale.factor * (inner?.factor ?? 0));
    if (inner && isNormal(factor)) return graph.add('Mul', [at(inner.of), graph.real(factor)], result);
  }
  if (node.op === 'Add' || node.op === 'Sub') {
    const [a, b] = node.inputs;
    const [negated] = operandsOf(b, 'Neg') ?? [];
    if (a && negated) return graph.add(node.op === 'Add' ? 'Sub' : 'Add', [at(a), at(negated)], result);
    const [first] = operandsOf(a, 'Neg') ?? [];
    if (b && first && node.op === 'Add') return graph.add('Sub', [at(b), at(first)], result);
  }
  return null;
};

/**
 * Neither infinite nor so small that float32 loses digits: two such factors are chained on purpose. Of two that make an
 * ordinary one, a product in between that was too large or too small for float32 no longer is.
 */
function isNormal(factor: number): boolean {
  return Number.isFinite(factor) && Math.abs(factor) >= 1.2e-38;
}
