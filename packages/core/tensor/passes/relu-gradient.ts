/**
 * The gradient of relu asks its result instead of its argument where it was positive: the argument is then needed by
 * relu alone, which ONNX Runtime computes inside the product before it. The 0 or 1 comes from one operator instead of
 * three; only for a result below 3e-39, the last of float32's numbers without full digits, it is in between.
 */
import type { Graph, Value } from '../graph.ts';
import { eitherWay, filling, madeBy, operandsOf } from './pattern.ts';
import { type Rule, rewrite } from './rewrite.ts';

const steepest = 3.4e38;

export function simplifyReluGradient(graph: Graph): Graph {
  const rectified = new Map<Value, Value>();
  const simplify: Rule = (node, { graph: made, at }) => {
    const [argument] = node.inputs;
    const [result] = node.outputs;
    if (!argument || !result) return null;
    if (node.op === 'Relu') rectified.set(argument, result);
    const match = node.op === 'Mul' ? eitherWay(operandsOf(result, 'Mul'), steppedFrom) : null;
    const relu = match && rectified.get(match.found);
    if (!relu) return null;
    const slope = made.add('HardSigmoid', [at(relu)], relu, { alpha: { real: steepest }, beta: { real: 0 } });
    return made.add('Mul', [slope, at(match.other)], result);
  };
  return rewrite(graph, simplify);
}

/** The argument of the derivative of relu, as its lowering writes it. */
function steppedFrom(value: Value): Value | null {
  const [enlarged, low, high] = madeBy(value, 'Clip')?.inputs ?? [];
  if (filling(low) !== 0 || filling(high) !== 1) return null;
  const [once, by] = operandsOf(enlarged, 'Mul') ?? [];
  const [argument, same] = operandsOf(once, 'Mul') ?? [];
  return argument && (filling(by) ?? 0) > 1e37 && by === same ? argument : null;
}
