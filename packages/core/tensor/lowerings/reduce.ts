/** Kernels that fold axes away, or run along one. */
import type { ElementType, Value } from '../graph.ts';
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

/** `numeric` turns truth values into 0 and 1 (a count comes out), as tfjs does for sums and products. */
function reduction(op: string, attribute = 'axis', numeric: ElementType | null = null): Lowering {
  return (call) => {
    const given = operand(call, 'x');
    const x = numeric && given.type === 'bool' ? cast(call.graph, given, numeric) : given;
    return reduce(call, op, x, axes(call, attribute, x.shape.length), flag(call, 'keepDims'));
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

const softmax: Lowering = (call) => {
  const logits = cast(call.graph, operand(call, 'logits'), 'float32');
  return call.graph.add('Softmax', [logits], logits, { axis: axis(call, 'dim', logits.shape.length) });
};

export const reduceLowerings: Lowerings = {
  Sum: reduction('ReduceSum', 'axis', 'int32'),
  Prod: reduction('ReduceProd', 'axis', 'int32'),
  Mean: (call) => {
    const x = cast(call.graph, operand(call, 'x'), 'float32');
    return reduce(call, 'ReduceMean', x, axes(call, 'axis', x.shape.length), flag(call, 'keepDims'));
  },
  Max: reduction('ReduceMax', 'reductionIndices'),
  Min: reduction('ReduceMin'),
  All: truth('ReduceMin'),
  Any: truth('ReduceMax'),
  ArgMax: position('ArgMax'),
  ArgMin: position('ArgMin'),
  Cumsum: cumulativeSum,
  Softmax: softmax,
};
