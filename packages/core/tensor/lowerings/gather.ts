/** Kernels that read or write at positions held in a tensor. */
import type { Value } from '../graph.ts';
import { sizeOf } from '../host.ts';
import {
  axis,
  cast,
  fill,
  type KernelCall,
  type Lowering,
  type Lowerings,
  number,
  numbers,
  operand,
  reshape,
  text,
  unsupported,
} from './lowering.ts';
import { slice, transpose } from './shape.ts';

const gather: Lowering = (call) => {
  const [x, indices] = [operand(call, 'x'), operand(call, 'indices')];
  const along = axis(call, 'axis', x.shape.length);
  const shared = Number(call.attributes.batchDims ?? 0);
  if (shared !== 0) return gatherByRow(call, along, shared < 0 ? shared + indices.shape.length : shared);
  const shape = x.shape.toSpliced(along, 1, ...indices.shape);
  return call.graph.add(
    'Gather',
    [x, cast(call.graph, indices, 'int32')],
    { shape, type: x.type },
    { axis: along },
  );
};

/**
 * Along `along`, where the first `shared` axes of x and of the indices go together. ONNX' GatherND reads the axis right
 * behind those, so the axes between them move to the back and return.
 */
function gatherByRow(call: KernelCall, along: number, shared: number): Value {
  const [x, indices] = [operand(call, 'x'), operand(call, 'indices')];
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  const [rank, between, places] = [x.shape.length, along - shared, indices.shape.length - shared];
  const order = [...range(0, shared), along, ...range(shared, along), ...range(along + 1, rank)];
  const moved = transpose(call, x, order);
  const shape = [...indices.shape, ...moved.shape.slice(shared + 1)];
  const spec = { shape, type: x.type };
  const read = call.graph.add('GatherND', [moved, positions(call.graph, indices)], spec, {
    batch_dims: shared,
  });
  const end = shared + places;
  const back = [
    ...range(0, shared),
    ...range(end, end + between),
    ...range(shared, end),
    ...range(end + between, shape.length),
  ];
  return transpose(call, read, back);
}

/** Each index becomes a position of one coordinate, as ScatterND wants it: shape [..., 1], int64. */
function positions(graph: Parameters<typeof cast>[0], indices: Value): Value {
  const wide = cast(graph, indices, 'int64');
  return graph.add('Unsqueeze', [wide, graph.integers([-1])], { shape: [...wide.shape, 1], type: 'int64' });
}

/**
 * Sums rows that share a segment: the gradient of gather. Rows of no segment (below 0 or too large, the same once read
 * without a sign) go into one more, which is cut off. Whole numbers become real ones, as in tfjs.
 */
const unsortedSegmentSum: Lowering = (call) => {
  const { graph } = call;
  const x = cast(graph, operand(call, 'x'), 'float32');
  const segments = cast(graph, operand(call, 'segmentIds'), 'int32');
  const count = number(call, 'numSegments');
  const rest = x.shape.slice(segments.shape.length);
  const last = cast(graph, fill(graph, count, [], 'int32'), 'uint32');
  const unsigned = cast(graph, segments, 'uint32');
  const kept = graph.add('Min', [unsigned, last], unsigned);
  const spec = { shape: [count + 1, ...rest], type: x.type };
  const zeros = graph.add('Expand', [graph.real(0), graph.integers(spec.shape)], spec);
  const sums = graph.add('ScatterND', [zeros, positions(graph, kept), x], spec, { reduction: 'add' });
  return slice(call, sums, [0, ...rest.map(() => 0)], [count, ...rest]);
};

const gatherNd: Lowering = (call) => {
  const [x, indices] = [operand(call, 'params'), operand(call, 'indices')];
  const depth = indices.shape.at(-1) ?? 0;
  const shape = [...indices.shape.slice(0, -1), ...x.shape.slice(depth)];
  return call.graph.add('GatherND', [x, cast(call.graph, indices, 'int64')], { shape, type: x.type });
};

const scatterNd: Lowering = (call) => {
  const [indices, updates] = [operand(call, 'indices'), operand(call, 'updates')];
  const spec = { shape: numbers(call, 'shape'), type: updates.type };
  const zeros = fill(call.graph, 0, spec.shape, updates.type);
  return call.graph.add('ScatterND', [zeros, cast(call.graph, indices, 'int64'), updates], spec, {
    reduction: 'add',
  });
};

/** Writes updates over what is there; of several for one place the last stays. */
const tensorScatterUpdate: Lowering = (call) => {
  const [x, indices, updates] = [operand(call, 'tensor'), operand(call, 'indices'), operand(call, 'updates')];
  return call.graph.add('ScatterND', [x, cast(call.graph, indices, 'int64'), updates], x);
};

/** Compares with 0 … depth - 1 rather than using ONNX' OneHot, which counts a negative index from the end. */
const oneHot: Lowering = (call) => {
  const { graph } = call;
  const indices = operand(call, 'indices');
  const depth = number(call, 'depth');
  const type = text(call, 'dtype');
  if (type !== 'float32' && type !== 'int32' && type !== 'bool')
    throw unsupported(call, `there is no type ${type}`);
  const classes = graph.constant(
    Int32Array.from({ length: depth }, (_, index) => index),
    { shape: [depth], type: 'int32' },
  );
  const wide = graph.add('Unsqueeze', [cast(graph, indices, 'int32'), graph.integers([-1])], {
    shape: [...indices.shape, 1],
    type: 'int32',
  });
  const shape = [...indices.shape, depth];
  const hit = graph.add('Equal', [wide, classes], { shape, type: 'bool' });
  // ONNX Runtime's Where has no truth values.
  const stored = type === 'bool' ? 'int32' : type;
  const value = (name: string) => fill(graph, number(call, name), [], stored);
  const chosen = graph.add('Where', [hit, value('onValue'), value('offValue')], { shape, type: stored });
  return cast(graph, chosen, type);
};

/** [a, b] to [a, b, a, b]: each element where its own place meets itself, 0 elsewhere. */
const diagonal: Lowering = (call) => {
  const { graph } = call;
  const x = operand(call, 'x');
  const size = sizeOf(x.shape);
  const same = Uint8Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  const shape = [size, size];
  const eye = graph.constant(same, { shape, type: 'bool' });
  const rows = reshape(graph, x.type === 'bool' ? cast(graph, x, 'int32') : x, [size, 1]);
  const zero = fill(graph, 0, [], rows.type);
  const placed = graph.add('Where', [eye, rows, zero], { shape, type: rows.type });
  return cast(graph, reshape(graph, placed, [...x.shape, ...x.shape]), x.type);
};

export const gathers: Lowerings = {
  GatherV2: gather,
  UnsortedSegmentSum: unsortedSegmentSum,
  GatherNd: gatherNd,
  ScatterNd: scatterNd,
  TensorScatterUpdate: tensorScatterUpdate,
  OneHot: oneHot,
  Diag: diagonal,
};
