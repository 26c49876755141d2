/** Comparisons, truth values and choices. */
import type { ElementType, Value } from '../graph.ts';
import { binary, broadcastShape, type Pair, unary, where } from './broadcast.ts';
import { apply, cast, type KernelCall, type Lowering, type Lowerings, operand } from './lowering.ts';

/** ONNX compares numbers; truth values become 0 and 1 first. */
const comparison =
  (op: string): Pair =>
  ({ graph }, a, b) => {
    const type: ElementType = a.type === 'bool' ? 'int32' : a.type;
    return graph.add(op, [cast(graph, a, type), cast(graph, b, type)], {
      shape: broadcastShape(a.shape, b.shape),
      type: 'bool',
    });
  };

const logical =
  (op: string): Pair =>
  ({ graph }, a, b) =>
    graph.add(op, [cast(graph, a, 'bool'), cast(graph, b, 'bool')], {
      shape: broadcastShape(a.shape, b.shape),
      type: 'bool',
    });

function not(call: KernelCall, value: Value): Value {
  return call.graph.add('Not', [value], { shape: value.shape, type: 'bool' });
}

const select: Lowering = (call) => {
  const { graph } = call;
  const [condition, yes, no] = [operand(call, 'condition'), operand(call, 't'), operand(call, 'e')];
  const rows = condition.shape.length === 1 && yes.shape.length > 1;
  const fitted = rows
    ? graph.add('Reshape', [condition, graph.integers([-1, ...yes.shape.slice(1).fill(1)])], {
        shape: [...condition.shape, ...yes.shape.slice(1).fill(1)],
        type: 'bool',
      })
    : condition;
  return where(call, cast(graph, fitted, 'bool'), yes, no);
};

export const logic: Lowerings = {
  Equal: binary(comparison('Equal')),
  NotEqual: (call) => not(call, apply(call, binary(comparison('Equal')), {})),
  Greater: binary(comparison('Greater')),
  GreaterEqual: binary(comparison('GreaterOrEqual')),
  Less: binary(comparison('Less')),
  LessEqual: binary(comparison('LessOrEqual')),
  LogicalAnd: binary(logical('And')),
  LogicalOr: binary(logical('Or')),
  Select: select,

  IsNan: unary('IsNaN', 'bool'),
  IsInf: unary('IsInf', 'bool'),
  IsFinite: (call) => {
    const missing = apply(call, unary('IsNaN', 'bool'), {});
    const infinite = apply(call, unary('IsInf', 'bool'), {});
    return not(call, call.graph.add('Or', [missing, infinite], { shape: missing.shape, type: 'bool' }));
  },
  LogicalNot: (call) => not(call, operand(call, 'x')),
};
