/** Where the windows of a convolution or of pooling stand, as tfjs counts them; and the two layouts of pictures. */
import type { Value } from '../graph.ts';
import { tf } from '../tf.ts';
import { type KernelCall, unsupported } from './lowering.ts';
import { transpose } from './shape.ts';

/** The windows along one spatial axis. */
export interface Windows {
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Elements that are missing before the first window's start, and after the last one's end; below 0 if some are left. */
  readonly before: number;
  readonly after: number;
}

interface WindowOptions {
  readonly depthwise?: boolean;
  /** Kernels of gradients, and of pooling, ignore the attribute. */
  readonly dilated?: boolean;
}

type Padding = Parameters<typeof tf.backend_util.computeConv2DInfo>[4];
type Rounding = Parameters<typeof tf.backend_util.computeConv2DInfo>[5];

/**
 * One entry a spatial axis.
 * @param input the shape of what the windows move over
 * @param kernel the windows' lengths, and for a convolution its channels in and out
 */
export function windowsOf(
  call: KernelCall,
  input: readonly number[],
  kernel: readonly number[],
  { depthwise = false, dilated = false }: WindowOptions = {},
): readonly Windows[] {
  const dilations = dilated ? lengths(call, 'dilations', kernel) : kernel.map(() => 1);
  const found =
    input.length === 5
      ? windows3d(call, input, kernel, dilations)
      : windows2d(call, input, kernel, dilations, depthwise);
  // tfjs' padding of three dimensions so that the output has the same size starts inside where windows stand apart.
  if (found.some(({ before }) => before < 0))
    throw unsupported(call, 'its strides are larger than its windows');
  return found;
}

function windows2d(
  call: KernelCall,
  [batch = 0, a = 0, b = 0, c = 0]: readonly number[],
  [height = 1, width = 1, inside = 1, outside = inside]: readonly number[],
  [dilationHeight = 1, dilationWidth = 1]: readonly number[],
  depthwise: boolean,
): readonly Windows[] {
  const [strideHeight = 1, strideWidth = 1] = lengths(call, 'strides', [0, 0]);
  const found = tf.backend_util.computeConv2DInfo(
    [batch, a, b, c],
    [height, width, inside, outside],
    [strideHeight, strideWidth],
    [dilationHeight, dilationWidth],
    padding(call),
    rounding(call),
    depthwise,
    channelsAreFirst(call) ? 'channelsFirst' : 'channelsLast',
  );
  return [
    windows(found.inHeight, found.outHeight, height, strideHeight, dilationHeight, found.padInfo.top),
    windows(found.inWidth, found.outWidth, width, strideWidth, dilationWidth, found.padInfo.left),
  ];
}

function windows3d(
  call: KernelCall,
  [batch = 0, a = 0, b = 0, c = 0, d = 0]: readonly number[],
  [depth = 1, height = 1, width = 1, inside = 1, outside = inside]: readonly number[],
  [dilationDepth = 1, dilationHeight = 1, dilationWidth = 1]: readonly number[],
): readonly Windows[] {
  const pad = padding(call);
  if (typeof pad === 'object') throw unsupported(call, 'its padding has to be same, valid or a number');
  const [strideDepth = 1, strideHeight = 1, strideWidth = 1] = lengths(call, 'strides', [0, 0, 0]);
  const found = tf.backend_util.computeConv3DInfo(
    [batch, a, b, c, d],
    [depth, height, width, inside, outside],
    [strideDepth, strideHeight, strideWidth],
    [dilationDepth, dilationHeight, dilationWidth],
    pad,
    false,
    channelsAreFirst(call) ? 'channelsFirst' : 'channelsLast',
    rounding(call),
  );
  return [
    windows(found.inDepth, found.outDepth, depth, strideDepth, dilationDepth, found.padInfo.front),
    windows(found.inHeight, found.outHeight, height, strideHeight, dilationHeight, found.padInfo.top),
    windows(found.inWidth, found.outWidth, width, strideWidth, dilationWidth, found.padInfo.left),
  ];
}

function windows(
  input: number,
  output: number,
  kernel: number,
  stride: number,
  dilation: number,
  before: number,
): Windows {
  const reach = (output - 1) * stride + (kernel - 1) * dilation + 1;
  return { input, output, kernel, stride, dilation, before, after: reach - input - before };
}

/** An attribute that is one number for all axes or a list of one each; `like` has as many as there are axes. */
export function lengths(call: KernelCall, name: string, like: readonly number[]): readonly number[] {
  const given = call.attributes[name] ?? 1;
  if (typeof given === 'number') return like.map(() => given);
  if (Array.isArray(given) && given.every((length): length is number => typeof length === 'number')) {
    return like.map((_, at) => given[at] ?? 1);
  }
  throw unsupported(call, `its attribute ${name} is not a list of numbers`);
}

function padding(call: KernelCall): Padding {
  const given: unknown = call.attributes.pad;
  if (given === 'same' || given === 'valid' || typeof given === 'number') return given;
  if (Array.isArray(given)) {
    const pair = (at: number): [number, number] => {
      const [before, after]: unknown[] = Array.isArray(given[at]) ? given[at] : [];
      if (typeof before !== 'number' || typeof after !== 'number')
        throw unsupported(call, 'its padding is not a list of pairs');
      return [before, after];
    };
    return [pair(0), pair(1), pair(2), pair(3)];
  }
  throw unsupported(call, 'its padding is not one it knows');
}

function rounding(call: KernelCall): Rounding {
  const given: unknown = call.attributes.dimRoundingMode;
  return given === 'floor' || given === 'round' || given === 'ceil' ? given : undefined;
}

export function channelsAreFirst(call: KernelCall): boolean {
  return call.attributes.dataFormat === 'NCHW' || call.attributes.dataFormat === 'NCDHW';
}

/** From tfjs' [batch, …space, channels] to ONNX' [batch, channels, …space]; nothing where the call has that already. */
export function channelsFirst(call: KernelCall, x: Value): Value {
  const rank = x.shape.length;
  const order = [0, rank - 1, ...Array.from({ length: rank - 2 }, (_, at) => at + 1)];
  return channelsAreFirst(call) ? x : transpose(call, x, order);
}

/** And back. */
export function channelsLast(call: KernelCall, x: Value): Value {
  const rank = x.shape.length;
  const order = [0, ...Array.from({ length: rank - 2 }, (_, at) => at + 2), 1];
  return channelsAreFirst(call) ? x : transpose(call, x, order);
}

/**
 * Cuts off what no window reaches, along the spatial axes of [batch, channels, …space].
 * @param exact also less than a stride, which operators that round down leave out by themselves
 */
export function withoutRest(call: KernelCall, x: Value, along: readonly Windows[], exact: boolean): Value {
  const cut = along.flatMap(({ after, stride }, at) =>
    after < 0 && (exact || after <= -stride) ? [at] : [],
  );
  if (cut.length === 0) return x;
  const { graph } = call;
  const kept = along.map(({ input, after }, at) => (cut.includes(at) ? input + after : input));
  const lists = [cut.map(() => 0), cut.map((at) => kept[at] ?? 0), cut.map((at) => at + 2)];
  return graph.add('Slice', [x, ...lists.map((list) => graph.integers(list))], {
    shape: [...x.shape.slice(0, 2), ...kept],
    type: x.type,
  });
}

/** ONNX' attribute `pads`: all befores, then all afters; what is left over needs no padding. */
export function pads(along: readonly Windows[]): readonly number[] {
  return [...along.map(({ before }) => before), ...along.map(({ after }) => Math.max(0, after))];
}
