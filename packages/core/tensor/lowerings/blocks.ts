/** Kernels that cut space into blocks and lay them out along another axis. */
import {
  type Lowering,
  type Lowerings,
  number,
  numbers,
  operand,
  reshape,
  text,
  unsupported,
} from './lowering.ts';
import { pad, paddingPairs, slice, transpose } from './shape.ts';

const product = (list: readonly number[]) => list.reduce((a, b) => a * b, 1);

/** Each element of a block becomes a picture of its own: [batch, …space] to [block × batch, …space / block]. */
const spaceToBatch: Lowering = (call) => {
  const { graph } = call;
  const blocks = numbers(call, 'blockShape');
  const given = operand(call, 'x');
  const edges = [[0, 0] as const, ...paddingPairs(call, 'paddings')];
  const x = pad(call, given, edges, 0);
  const [batch = 1, ...space] = x.shape;
  const rest = space.slice(blocks.length);
  const counts = blocks.map((block, at) => (space[at] ?? 1) / block);
  const cut = reshape(graph, x, [batch, ...blocks.flatMap((block, at) => [counts[at] ?? 1, block]), ...rest]);
  const inside = blocks.map((_, at) => 2 * at + 2);
  const outside = blocks.map((_, at) => 2 * at + 1);
  const behind = rest.map((_, at) => 2 * blocks.length + 1 + at);
  const turned = transpose(call, cut, [...inside, 0, ...outside, ...behind]);
  return reshape(graph, turned, [product(blocks) * batch, ...counts, ...rest]);
};

const batchToSpace: Lowering = (call) => {
  const { graph } = call;
  const blocks = numbers(call, 'blockShape');
  const x = operand(call, 'x');
  const [pictures = 1, ...space] = x.shape;
  const rest = space.slice(blocks.length);
  const counts = space.slice(0, blocks.length);
  const batch = pictures / product(blocks);
  const apart = reshape(graph, x, [...blocks, batch, ...space]);
  const outside = blocks.map((_, at) => blocks.length + 1 + at);
  const behind = rest.map((_, at) => 2 * blocks.length + 1 + at);
  const order = [blocks.length, ...outside.flatMap((axis, at) => [axis, at]), ...behind];
  const lengths = counts.map((count, at) => count * (blocks[at] ?? 1));
  const joined = reshape(graph, transpose(call, apart, order), [batch, ...lengths, ...rest]);
  const crops = paddingPairs(call, 'crops');
  const kept = lengths.map((length, at) => length - (crops[at]?.[0] ?? 0) - (crops[at]?.[1] ?? 0));
  const begin = [0, ...crops.map(([before]) => before), ...rest.map(() => 0)];
  return slice(call, joined, begin, [batch, ...kept, ...rest]);
};

/** Channels become blocks of space: ONNX' operator in its order of depth, column, row. */
const depthToSpace: Lowering = (call) => {
  const { graph } = call;
  const block = number(call, 'blockSize');
  if (text(call, 'dataFormat') !== 'NHWC') throw unsupported(call, 'the channels have to be the last axis');
  const x = transpose(call, operand(call, 'x'), [0, 3, 1, 2]);
  const [batch = 1, channels = 1, height = 1, width = 1] = x.shape;
  const shape = [batch, channels / block ** 2, height * block, width * block];
  const spread = graph.add('DepthToSpace', [x], { shape, type: x.type }, { blocksize: block, mode: 'DCR' });
  return transpose(call, spread, [0, 2, 3, 1]);
};

export const blocks: Lowerings = {
  SpaceToBatchND: spaceToBatch,
  BatchToSpaceND: batchToSpace,
  DepthToSpace: depthToSpace,
};
