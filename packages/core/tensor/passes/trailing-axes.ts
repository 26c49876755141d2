/**
 * ONNX Runtime computes an operator that broadcasts a number over a tensor row by row of the last axis: where that has one
 * element, as a column of log-odds has, ten times slower than over the same elements in one row. So they are put into
 * one row. For graphs of fixed shapes only.
 */
import type { Graph, Value } from '../graph.ts';
import { sizeOf } from '../host.ts';
import { reshape } from '../lowerings/lowering.ts';
import { type Rule, rewrite } from './rewrite.ts';

const elementwise = new Set([
  'Abs',
  'Add',
  'Cast',
  'Clip',
  'Div',
  'Equal',
  'Exp',
  'Greater',
  'GreaterOrEqual',
  'HardSigmoid',
  'IsNaN',
  'Less',
  'LessOrEqual',
  'Log',
  'Max',
  'Min',
  'Mul',
  'Neg',
  'Pow',
  'Relu',
  'Sigmoid',
  'Softplus',
  'Sqrt',
  'Sub',
  'Where',
]);

export function dropTrailingAxes(graph: Graph): Graph {
  // The old values of which there is a row already.
  const rows = new Map<Value, Value>();
  const rule: Rule = (node, { graph: made, at }) => {
    const [result] = node.outputs;
    if (!result || !elementwise.has(node.op) || !isColumn(result)) return null;
    const size = sizeOf(result.shape);
    const operands = node.inputs.flatMap((input) => input ?? []);
    if (operands.length < node.inputs.length) return null;
    if (!operands.every(({ shape }) => sizeOf(shape) === 1 || shape.join() === result.shape.join()))
      return null;
    const row = made.add(
      node.op,
      operands.map((input) =>
        sizeOf(input.shape) === 1
          ? reshape(made, at(input), [])
          : (rows.get(input) ?? reshape(made, at(input), [size])),
      ),
      { shape: [size], type: result.type },
      node.attributes,
    );
    rows.set(result, row);
    return reshape(made, row, result.shape);
  };
  return rewrite(graph, rule);
}

function isColumn({ shape }: Value): boolean {
  return shape.length > 1 && shape.at(-1) === 1 && sizeOf(shape) > 1;
}
