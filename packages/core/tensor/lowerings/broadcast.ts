/** Operators that work element by element, on operands that broadcast to one shape. */
import { type Graph, uniform, type Value } from '../graph.ts';
import { sizeOf } from '../host.ts';
import { cast, fill, type KernelCall, type Lowering, operand } from './lowering.ts';

/** The shape that both operands broadcast to; tfjs has already refused those that do not fit. */
export function broadcastShape(...shapes: readonly (readonly number[])[]): readonly number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, at) =>
    shapes.reduce((size, shape) => {
      const own = shape[at - rank + shape.length] ?? 1;
      return own === 1 ? size : own;
    }, 1),
  );
}

/**
 * Operands of a broadcasting operator, none larger than it has to be: a constant filled with one number, or a value
 * that was only repeated along an axis, gives up each axis that another operand has anyway. That saves memory and keeps
 * the number of rows out of constants.
 */
function narrowed(graph: Graph, values: readonly Value[]): readonly Value[] {
  const shape = broadcastShape(...values.map((value) => value.shape));
  const result = [...values];
  values.forEach((value, at) => {
    const others = result.filter((_, index) => index !== at);
    const kept = shape.map((size, axisAt) => {
      const own = value.shape[axisAt - shape.length + value.shape.length] ?? 1;
      const covered = others.some(
        (other) => (other.shape[axisAt - shape.length + other.shape.length] ?? 1) === size,
      );
      return own !== 1 && covered ? 1 : own;
    });
    const filled = uniform(value);
    if (filled !== null) {
      const ranked = others.some((other) => other.shape.length === shape.length);
      const leading = kept.findIndex((size) => size !== 1);
      const small = leading === -1 ? [] : kept.slice(leading);
      result[at] = fill(graph, filled, ranked ? small : kept, value.type);
    } else if (value.source.kind === 'node' && value.source.node.op === 'Expand') {
      const [original] = value.source.node.inputs;
      const rest = original ? broadcastShape(original.shape, ...others.map((other) => other.shape)) : [];
      if (original && rest.length === shape.length && rest.every((size, index) => size === shape[index])) {
        result[at] = original;
      }
    }
  });
  return result;
}

/** A value before it was repeated along an axis. */
function unrepeated(graph: Graph, value: Value): Value {
  const filled = uniform(value);
  if (filled !== null) return fill(graph, filled, [], value.type);
  const original =
    value.source.kind === 'node' && value.source.node.op === 'Expand' ? value.source.node.inputs[0] : null;
  return original ?? value;
}

/**
 * Gradients of sums and means come repeated to the shape of what was summed. What is computed from repeated values alone
 * is computed once and repeated afterwards; the next operator mostly has no need of the repetition.
 */
function onceThenRepeated(
  graph: Graph,
  values: readonly Value[],
  shape: readonly number[],
  compute: (values: readonly Value[]) => Value,
): Value {
  const originals = values.map((value) => unrepeated(graph, value));
  const size = sizeOf(broadcastShape(...originals.map((original) => original.shape)));
  if (size >= sizeOf(shape)) return compute(values);
  const once = compute(originals);
  return graph.add('Expand', [once, graph.integers(shape)], { shape, type: once.type });
}

/** An operator of one operand. ONNX Runtime has most of them for float32 only: whole numbers go there and back. */
export function unary(op: string, result: 'same' | 'float32' | 'bool' = 'same'): Lowering {
  return (call) => {
    const x = operand(call, 'x');
    const type = result === 'same' ? x.type : result;
    const computed = call.graph.add(op, [cast(call.graph, x, 'float32')], {
      shape: x.shape,
      type: result === 'bool' ? 'bool' : 'float32',
    });
    return cast(call.graph, computed, type);
  };
}

/** An operator of one operand that ONNX Runtime has for whole numbers too. */
export function unaryAny(op: string): Lowering {
  return (call) => {
    const x = operand(call, 'x');
    return onceThenRepeated(call.graph, [x], x.shape, ([once = x]) => call.graph.add(op, [once], once));
  };
}

export type Pair = (call: KernelCall, a: Value, b: Value) => Value;

/** An operator of two operands of one type; tfjs has made their types match. */
export function binary(compute: Pair): Lowering {
  return (call) => {
    const operands = narrowed(call.graph, [operand(call, 'a'), operand(call, 'b')]);
    const shape = broadcastShape(...operands.map((value) => value.shape));
    return onceThenRepeated(call.graph, operands, shape, ([a, b]) => {
      if (!a || !b) throw new Error(`${call.kernel} needs two operands`);
      return compute(call, a, b);
    });
  };
}

/** ONNX Runtime's Where has no truth values: they travel as whole numbers. */
export function where(call: KernelCall, condition: Value, yes: Value, no: Value): Value {
  const { graph } = call;
  if (yes.type === 'bool') {
    return cast(graph, where(call, condition, cast(graph, yes, 'int32'), cast(graph, no, 'int32')), 'bool');
  }
  const shape = broadcastShape(condition.shape, yes.shape, no.shape);
  return graph.add('Where', narrowed(graph, [condition, yes, no]), { shape, type: yes.type });
}
