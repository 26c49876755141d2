/** Kernels that move elements without changing them. */
import type { Value } from '../graph.ts';
import { sameShape, sizeOf } from '../host.ts';
import { tf } from '../tf.ts';
import {
  axes,
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

/** For ONNX' Slice: the end of a walk backwards that includes the first element. */
const beforeFirst = -(2 ** 31);

/** A shape with at most one -1, filled in. */
function inferred(shape: readonly number[], size: number): readonly number[] {
  const known = shape.reduce((product, dimension) => (dimension === -1 ? product : product * dimension), 1);
  return shape.map((dimension) => (dimension === -1 ? size / known : dimension));
}

function squeezedAt(shape: readonly number[], at: number): readonly number[] {
  return shape.filter((_, index) => index !== at);
}

function expandedAt(shape: readonly number[], at: number): readonly number[] {
  return shape.toSpliced(at, 0, 1);
}

export function transpose(call: KernelCall, x: Value, permutation: readonly number[]): Value {
  if (permutation.every((from, to) => from === to)) return x;
  const shape = permutation.map((from) => x.shape[from] ?? 1);
  return call.graph.add('Transpose', [x], { shape, type: x.type }, { perm: permutation });
}

/** Repeats along an axis: of one element by Expand, which later operators can see through, of several by Tile. */
const tile: Lowering = (call) => {
  const x = operand(call, 'x');
  const reps = numbers(call, 'reps');
  const shape = x.shape.map((size, at) => size * (reps[at] ?? 1));
  if (sameShape(shape, x.shape)) return x;
  const spec = { shape, type: x.type };
  if (!x.shape.every((size, at) => size === 1 || reps[at] === 1)) {
    return call.graph.add('Tile', [x, call.graph.integers(reps)], spec);
  }
  // 1 leaves an axis as it is, so that an axis that is not repeated does not put its length into the graph.
  const target = shape.map((size, at) => (reps[at] === 1 ? 1 : size));
  return call.graph.add('Expand', [x, call.graph.integers(target)], spec);
};

/** Cuts [begin, begin + size); axes that stay whole are not named, so their length does not enter the graph. */
export function slice(call: KernelCall, x: Value, begin: readonly number[], size: readonly number[]): Value {
  const cut = x.shape.flatMap((whole, at) => (size[at] === whole ? [] : [at]));
  if (cut.length === 0) return x;
  const starts = cut.map((at) => begin[at] ?? 0);
  const ends = cut.map((at) => (begin[at] ?? 0) + (size[at] ?? 0));
  const { graph } = call;
  return graph.add('Slice', [x, graph.integers(starts), graph.integers(ends), graph.integers(cut)], {
    shape: size,
    type: x.type,
  });
}

/** `begin` and `size` may be one number, `size` may be missing, and -1 in it means up to the end. */
const sliceLowering: Lowering = (call) => {
  const x = operand(call, 'x');
  const given = numbers(call, 'begin');
  const begin = x.shape.map((_, at) => given[at] ?? 0);
  const sizes =
    call.attributes.size === undefined || call.attributes.size === null ? [] : numbers(call, 'size');
  const size = x.shape.map((whole, at) => {
    const wanted = sizes[at] ?? -1;
    return wanted === -1 ? whole - (begin[at] ?? 0) : wanted;
  });
  return slice(call, x, begin, size);
};

/** Masks and positions from behind are resolved by tfjs; what is left are a begin, an end and a step on each axis. */
const stridedSlice: Lowering = (call) => {
  const { graph } = call;
  const x = operand(call, 'x');
  const list = (name: string) => [...numbers(call, name)];
  const cut = tf.slice_util.sliceInfo(
    [...x.shape],
    list('begin'),
    list('end'),
    list('strides'),
    number(call, 'beginMask'),
    number(call, 'endMask'),
    number(call, 'ellipsisMask'),
    number(call, 'newAxisMask'),
    number(call, 'shrinkAxisMask'),
  );
  // Going backwards, tfjs' -1 is the place before the first element; ONNX would read it as the last.
  const ends = cut.end.map((end, at) => ((cut.strides[at] ?? 1) < 0 && end < 0 ? beforeFirst : end));
  const lists = [cut.begin, ends, x.shape.map((_, at) => at), cut.strides];
  const length = (at: number) =>
    Math.ceil(((cut.end[at] ?? 0) - (cut.begin[at] ?? 0)) / (cut.strides[at] ?? 1));
  const spec = { shape: x.shape.map((_, at) => Math.max(0, length(at))), type: x.type };
  const sliced = graph.add('Slice', [x, ...lists.map((positions) => graph.integers(positions))], spec);
  return reshape(graph, sliced, cut.finalShape);
};

const split: Lowering = (call) => {
  const x = operand(call, 'x');
  const along = axis(call, 'axis', x.shape.length);
  const whole = x.shape[along] ?? 1;
  const given = call.attributes.numOrSizeSplits;
  const sizes =
    typeof given === 'number'
      ? Array.from({ length: given }, () => whole / given)
      : inferredSizes(numbers(call, 'numOrSizeSplits'), whole);
  if (sizes.length === 1) return [x];
  return call.graph.addMany(
    'Split',
    [x, call.graph.integers(sizes)],
    sizes.map((size) => ({ shape: x.shape.with(along, size), type: x.type })),
    { axis: along },
  );
};

/** Split sizes with at most one -1, filled in. */
function inferredSizes(sizes: readonly number[], whole: number): readonly number[] {
  const known = sizes.reduce((sum, size) => (size === -1 ? sum : sum + size), 0);
  return sizes.map((size) => (size === -1 ? whole - known : size));
}

function concat(call: KernelCall, parts: readonly Value[], along: number): Value {
  const [first] = parts;
  if (!first) throw unsupported(call, 'it has no operands');
  const length = parts.reduce((sum, part) => sum + (part.shape[along] ?? 0), 0);
  const spec = { shape: first.shape.with(along, length), type: first.type };
  const filled = parts.filter((part) => sizeOf(part.shape) > 0);
  const [only] = filled;
  if (!only) return fill(call.graph, 0, spec.shape, spec.type);
  return filled.length === 1 ? only : call.graph.add('Concat', filled, spec, { axis: along });
}

const unpack: Lowering = (call) => {
  const x = operand(call, 'value');
  const along = axis(call, 'axis', x.shape.length);
  const count = x.shape[along] ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const begin = x.shape.map((_, at) => (at === along ? index : 0));
    return reshape(call.graph, slice(call, x, begin, x.shape.with(along, 1)), squeezedAt(x.shape, along));
  });
};

/** An attribute that says how much to add or take away before and after each axis. */
export function paddingPairs(call: KernelCall, name: string): readonly (readonly [number, number])[] {
  const given: unknown = call.attributes[name];
  if (!Array.isArray(given)) throw unsupported(call, `its attribute ${name} is not a list`);
  return given.map((pair: unknown) => {
    if (!Array.isArray(pair) || typeof pair[0] !== 'number' || typeof pair[1] !== 'number') {
      throw unsupported(call, `its attribute ${name} is not a list of pairs`);
    }
    return [pair[0], pair[1]] as const;
  });
}

/** Pads with one number; axes without a pair stay. ONNX Runtime's Pad has no truth values: they travel as whole numbers. */
export function pad(
  call: KernelCall,
  given: Value,
  pairs: readonly (readonly [number, number])[],
  filling: number,
): Value {
  const { graph } = call;
  const edges = given.shape.map((_, at) => pairs[at] ?? ([0, 0] as const));
  if (edges.every(([before, after]) => before === 0 && after === 0)) return given;
  const x = given.type === 'bool' ? cast(graph, given, 'int32') : given;
  const shape = x.shape.map((size, at) => size + (edges[at]?.[0] ?? 0) + (edges[at]?.[1] ?? 0));
  const amounts = graph.integers([...edges.map(([before]) => before), ...edges.map(([, after]) => after)]);
  const number = fill(graph, filling, [], x.type);
  return cast(graph, graph.add('Pad', [x, amounts, number], { shape, type: x.type }), given.type);
}

/** ONNX' Pad has one of tfjs' two mirrors, so both are gathered by a list of positions. */
const mirrorPad: Lowering = (call) => {
  const { graph } = call;
  const edge = text(call, 'mode') === 'symmetric' ? 1 : 0;
  return paddingPairs(call, 'paddings').reduce(
    (x, [before, after], along) => {
      if (before === 0 && after === 0) return x;
      const size = x.shape[along] ?? 1;
      const indices = Int32Array.from({ length: before + size + after }, (_, position) => {
        const at = position - before;
        if (at < 0) return -at - edge;
        return at < size ? at : 2 * (size - 1) - at + edge;
      });
      const positions = graph.constant(indices, { shape: [indices.length], type: 'int32' });
      const spec = { shape: x.shape.with(along, indices.length), type: x.type };
      return graph.add('Gather', [x, positions], spec, { axis: along });
    },
    operand(call, 'x'),
  );
};

/** Turns the order along the axes around. */
export function reversed({ graph }: KernelCall, x: Value, over: readonly number[]): Value {
  if (over.length === 0) return x;
  const lists = [over.map(() => -1), over.map(() => beforeFirst), [...over], over.map(() => -1)];
  return graph.add('Slice', [x, ...lists.map((list) => graph.integers(list))], x);
}

export const shapes: Lowerings = {
  Reshape: (call) => {
    const x = operand(call, 'x');
    return reshape(call.graph, x, inferred(numbers(call, 'shape'), sizeOf(x.shape)));
  },
  ExpandDims: (call) => {
    const x = operand(call, 'input');
    const at = number(call, 'dim');
    return reshape(call.graph, x, expandedAt(x.shape, at < 0 ? at + x.shape.length + 1 : at));
  },
  Transpose: (call) => transpose(call, operand(call, 'x'), numbers(call, 'perm')),
  Tile: tile,
  Slice: sliceLowering,
  StridedSlice: stridedSlice,
  SplitV: split,
  Concat: (call) => {
    const parts = [...call.operands.values()];
    return concat(call, parts, axis(call, 'axis', parts[0]?.shape.length ?? 0));
  },
  Pack: (call) => {
    const parts = [...call.operands.values()];
    const along = axis(call, 'axis', (parts[0]?.shape.length ?? 0) + 1);
    const expanded = parts.map((part) => reshape(call.graph, part, expandedAt(part.shape, along)));
    return concat(call, expanded, along);
  },
  Unpack: unpack,
  PadV2: (call) =>
    pad(call, operand(call, 'x'), paddingPairs(call, 'paddings'), number(call, 'constantValue')),
  MirrorPad: mirrorPad,
  Reverse: (call) => {
    const x = operand(call, 'x');
    return reversed(call, x, axes(call, 'dims', x.shape.length));
  },
  FlipLeftRight: (call) => reversed(call, operand(call, 'image'), [2]),
  ZerosLike: (call) => filledLike(operand(call, 'x'), call, 0),
  OnesLike: (call) => filledLike(operand(call, 'x'), call, 1),
};

function filledLike(x: Value, call: KernelCall, filling: number): Value {
  return fill(call.graph, filling, x.shape, x.type);
}
