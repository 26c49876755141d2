/**
 * Resizing of pictures [batch, rows, columns, channels]: along each axis a new element is a fixed mixture of old ones, so it
 * is a product with a constant matrix, and the gradient one with the matrix transposed.
 */
import type { Value } from '../graph.ts';
import {
  cast,
  flag,
  type KernelCall,
  type Lowering,
  type Lowerings,
  numbers,
  operand,
  reshape,
} from './lowering.ts';

/** How much of each old element is in a new one. */
type Mixture = (
  call: KernelCall,
  before: number,
  after: number,
  position: number,
) => readonly (readonly [number, number])[];

/** How many old elements lie between two new ones. */
function ratio(call: KernelCall, before: number, after: number): number {
  const aligned = flag(call, 'alignCorners') && after > 1;
  return aligned ? (before - 1) / (after - 1) : before / after;
}

/** tfjs' formulas (backend-cpu, ResizeBilinear.ts). */
const bilinear: Mixture = (call, before, after, position) => {
  const scale = ratio(call, before, after);
  const source = flag(call, 'halfPixelCenters') ? scale * (position + 0.5) - 0.5 : scale * position;
  const [floor, ceiling] = [Math.max(0, Math.floor(source)), Math.min(before - 1, Math.ceil(source))];
  return [
    [floor, 1 - (source - floor)],
    [ceiling, source - floor],
  ];
};

/** And ResizeNearestNeighbor.ts. */
const nearest: Mixture = (call, before, after, position) => {
  const source = ratio(call, before, after) * (flag(call, 'halfPixelCenters') ? position + 0.5 : position);
  const rounded = flag(call, 'alignCorners') ? Math.round(source) : Math.floor(source);
  return [[Math.min(before - 1, rounded), 1]];
};

function matrix(call: KernelCall, mixture: Mixture, before: number, after: number): Value {
  const weights = new Float32Array(before * after);
  for (let position = 0; position < after; position++) {
    for (const [from, weight] of mixture(call, before, after, position)) {
      weights[position * before + from] += weight;
    }
  }
  return call.graph.constant(weights, { shape: [after, before], type: 'float32' });
}

/** Multiplies an axis, whose matrix stands in front of all that lies behind the axis. */
function mixed(call: KernelCall, x: Value, at: number, weights: Value): Value {
  const before = x.shape.slice(0, at).reduce((a, b) => a * b, 1);
  const behind = x.shape.slice(at + 1).reduce((a, b) => a * b, 1);
  const length = weights.shape[0] ?? 1;
  const flat = reshape(call.graph, x, [before, x.shape[at] ?? 1, behind]);
  const product = call.graph.add('MatMul', [weights, flat], {
    shape: [before, length, behind],
    type: 'float32',
  });
  return reshape(call.graph, product, x.shape.with(at, length));
}

function resizing(mixture: Mixture): Lowering {
  return (call) => {
    const given = operand(call, 'images');
    const size = numbers(call, 'size');
    const x = cast(call.graph, given, 'float32');
    const resized = [1, 2].reduce((picture, at) => {
      const [before, after] = [picture.shape[at] ?? 1, size[at - 1] ?? 1];
      return mixed(call, picture, at, matrix(call, mixture, before, after));
    }, x);
    return mixture === nearest ? cast(call.graph, resized, given.type) : resized;
  };
}

export const resizings: Lowerings = {
  ResizeBilinear: resizing(bilinear),
  ResizeNearestNeighbor: resizing(nearest),
};
