/**
 * The gradient of relu asks its result instead of its argument where it was positive: the argument is then needed by
 * relu alone, which ONNX Runtime computes inside the product before it. And it chooses instead of multiplying with a
 * computed 0 or 1.
 */
import type { Graph, Value } from '../graph.ts';
import { eitherWay, filling, madeBy, operandsOf } from './pattern.ts';
import { type Rule, rewrite } from './rewrite.ts';

export function chooseReluGradient(graph: Graph): Graph {
  const rectified = new Map<Value, Value>();
  const choose: Rule = (node, { graph: made, at }) => {
    const [argument] = node.inputs;
    const [result] = node.outputs;
    if (!argument || !result) return null;
    if (node.op === 'Relu') rectified.set(argument, result);
    const match = node.op === 'Mul' ? eitherWay(operandsOf(result, 'Mul'), steppedFrom) : null;
    const relu = match && rectified.get(match.found);
    if (!relu) return null;
    const condition = { shape: relu.shape, type: 'bool' } as const;
    const zero = made.real(0);
    return made.add(
      'Where',
      [made.add('Greater', [at(relu), zero], condition), at(match.other), zero],
      result,
    );
  };
  return rewrite(graph, choose);
}

/** The argument of the derivative of relu, as its lowering writes it. */
function steppedFrom(value: Value): Value | null {
  const [enlarged, low, high] = madeBy(value, 'Clip')?.inputs ?? [];
  if (filling(low) !== 0 || filling(high) !== 1) return null;
  const [once, by] = operandsOf(enlarged, 'Mul') ?? [];
  const [argument, same] = operandsOf(once, 'Mul') ?? [];
  return argument && (filling(by) ?? 0) > 1e37 && by === same ? argument : null;
}
