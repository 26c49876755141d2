/** Kernels that fold axes away, or run along one. */
import type { Value } from '../graph.ts';
import {
  axes,
  axis,
  cast,
  flag,
  type KernelCall,
  type Lowering,
  type Lowerings,
  operand,
  reshape,
} from './lowering.ts';
import { pad, reversed, slice } from './shape.ts';

function reducedShape(shape: readonly number[], over: readonly number[], keep: boolean): readonly number[] {
  return keep
    ? shape.map((size, at) => (over.includes(at) ? 1 : size))
    : shape.filter((_, at) => !over.includes(at));
}

function reduce(call: KernelCall, op: string, x: Value, over: readonly number[], keep: boolean): Value {
  if (over.length === 0) return x;
  const spec = { shape: reducedShape(x.shape, over, keep), type: x.type };
  return call.graph.add(op, [x, call.graph.integers(over)], spec, { keepdims: keep ? 1 : 0 });
}

/** Sums and products; truth values count as 0 and 1. */
function reduction(op: string): Lowering {
  return (call) => {
    const given = operand(call, 'x');
    const x = given.type === 'bool' ? cast(call.graph, given, 'int32') : given;
    return reduce(call, op, x, axes(call, 'axis', x.shape.length), flag(call, 'keepDims'));
  };
}

/** ONNX Runtime's extremes lose a NaN that is not in the first place; tfjs' are NaN where any element is. */
function extreme(op: string, attribute: string): Lowering {
  return (call) => {
    const { graph } = call;
    const x = operand(call, 'x');
    const over = axes(call, attribute, x.shape.length);
    const keep = flag(call, 'keepDims');
    const found = reduce(call, op, x, over, keep);
    if (x.type !== 'float32' || over.length === 0) return found;
    const missing = cast(graph, graph.add('IsNaN', [x], { shape: x.shape, type: 'bool' }), 'int32');
    const anyMissing = cast(graph, reduce(call, 'ReduceMax', missing, over, keep), 'bool');
    return graph.add('Where', [anyMissing, graph.real(Number.NaN), found], found);
  };
}

/** All and Any of truth values are the smallest and the largest of their 0s and 1s. */
function truth(op: string): Lowering {
  return (call) => {
    const x = cast(call.graph, operand(call, 'x'), 'int32');
    return cast(
      call.graph,
      reduce(call, op, x, axes(call, 'axis', x.shape.length), flag(call, 'keepDims')),
      'bool',
    );
  };
}

/** The first position of the largest or smallest; ONNX gives int64, tfjs int32. */
function position(op: string): Lowering {
  return (call) => {
    const x = operand(call, 'x');
    const over = axes(call, 'axis', x.shape.length)[0] ?? 0;
    const found = call.graph.add(
      op,
      [x.type === 'bool' ? cast(call.graph, x, 'int32') : x],
      { shape: reducedShape(x.shape, [over], false), type: 'int64' },
      { axis: over, keepdims: 0 },
    );
    return cast(call.graph, found, 'int32');
  };
}

const cumulativeSum: Lowering = (call) => {
  const { graph } = call;
  const given = operand(call, 'x');
  const x = given.type === 'bool' ? cast(graph, given, 'int32') : given;
  const along = axis(call, 'axis', x.shape.length);
  const attributes = { exclusive: flag(call, 'exclusive') ? 1 : 0, reverse: flag(call, 'reverse') ? 1 : 0 };
  return graph.add('CumSum', [x, reshape(graph, graph.integers([along]), [])], x, attributes);
};

/**
 * ONNX has no running product: each round multiplies with what lies twice as far behind (Hillis and Steele 1986), so a
 * length of n takes log2 n of them.
 */
const cumulativeProduct: Lowering = (call) => {
  const given = operand(call, 'x');
  const x = given.type === 'bool' ? cast(call.graph, given, 'int32') : given;
  const along = axis(call, 'axis', x.shape.length);
  const backwards = flag(call, 'reverse') ? [along] : [];
  const length = x.shape[along] ?? 1;
  const behind = (value: Value, by: number) => {
    const begin = value.shape.map(() => 0);
    const rest = slice(call, value, begin, value.shape.with(along, length - by));
    return pad(call, rest, [...begin.slice(0, along).map(() => [0, 0] as const), [by, 0]], 1);
  };
  const turned = reversed(call, x, backwards);
  let product = flag(call, 'exclusive') ? behind(turned, 1) : turned;
  for (let by = 1; by < length; by *= 2) {
    product = call.graph.add('Mul', [product, behind(product, by)], product);
  }
  return reversed(call, product, backwards);
};

const softmax: Lowering = (call) => {
  const logits = cast(call.graph, operand(call, 'logits'), 'float32');
  return call.graph.add('Softmax', [logits], logits, { axis: axis(call, 'dim', logits.shape.length) });
};

export const reductions: Lowerings = {
  Sum: reduction('ReduceSum'),
  Prod: reduction('ReduceProd'),
  Mean: (call) => {
    const x = cast(call.graph, operand(call, 'x'), 'float32');
    return reduce(call, 'ReduceMean', x, axes(call, 'axis', x.shape.length), flag(call, 'keepDims'));
  },
  Max: extreme('ReduceMax', 'reductionIndices'),
  Min: extreme('ReduceMin', 'axis'),
  All: truth('ReduceMin'),
  Any: truth('ReduceMax'),
  ArgMax: position('ArgMax'),
  ArgMin: position('ArgMin'),
  Cumsum: cumulativeSum,
  Cumprod: cumulativeProduct,
  Softmax: softmax,
};
