/**
 * Convolutions and their gradients. ONNX wants the channels before the space, tfjs has them behind: each is set between
 * two Transposes, of which the runtime removes those that meet.
 */
import type { Value } from '../graph.ts';
import { activated } from './activations.ts';
import {
  cast,
  type KernelCall,
  type Lowering,
  type Lowerings,
  numbers,
  operand,
  reshape,
} from './lowering.ts';
import { transpose } from './shape.ts';
import {
  channelsAreFirst,
  channelsFirst,
  channelsLast,
  pads,
  type Windows,
  windowsOf,
  withoutRest,
} from './windows.ts';

interface Kind {
  /** One filter a channel of the input, tfjs' [height, width, channels, multiplier]. */
  readonly depthwise: boolean;
}

const full: Kind = { depthwise: false };
const depthwise: Kind = { depthwise: true };

const real = (call: KernelCall, name: string): Value => cast(call.graph, operand(call, name), 'float32');

/** tfjs' filter [… space, in, out] as ONNX' [out, in, … space]; of a depthwise one [in × multiplier, 1, … space]. */
function onnxFilter(call: KernelCall, filter: Value, kind: Kind): Value {
  const rank = filter.shape.length;
  const space = Array.from({ length: rank - 2 }, (_, at) => at);
  if (!kind.depthwise) return transpose(call, filter, [rank - 1, rank - 2, ...space]);
  const turned = transpose(call, filter, [rank - 2, rank - 1, ...space]);
  const [channels = 1, multiplier = 1, ...lengths] = turned.shape;
  return reshape(call.graph, turned, [channels * multiplier, 1, ...lengths]);
}

/** A filter of one element that moves over each place once is a product of matrices. */
function isPointwise(call: KernelCall, along: readonly Windows[], kind: Kind): boolean {
  if (kind.depthwise || channelsAreFirst(call)) return false;
  return along.every(({ kernel, stride, input, output }) => kernel === 1 && stride === 1 && input === output);
}

/** All axes but the last as one. */
function rows(call: KernelCall, x: Value): Value {
  const columns = x.shape.at(-1) ?? 1;
  return reshape(call.graph, x, [x.shape.slice(0, -1).reduce((a, b) => a * b, 1), columns]);
}

function matrix(call: KernelCall, filter: Value): Value {
  return reshape(call.graph, filter, filter.shape.slice(-2));
}

function gemm(call: KernelCall, a: Value, b: Value, transA: 0 | 1, transB: 0 | 1): Value {
  const shape = [a.shape[transA ? 1 : 0] ?? 1, b.shape[transB ? 0 : 1] ?? 1];
  return call.graph.add('Gemm', [a, b], { shape, type: a.type }, { transA, transB });
}

function convolution(kind: Kind): Lowering {
  return (call) => {
    const { graph } = call;
    const [x, filter] = [real(call, 'x'), real(call, 'filter')];
    const along = windowsOf(call, x.shape, filter.shape, { ...kind, dilated: true });
    if (isPointwise(call, along, kind)) {
      const product = gemm(call, rows(call, x), matrix(call, filter), 0, 0);
      return reshape(graph, product, [...x.shape.slice(0, -1), product.shape[1] ?? 1]);
    }
    const weights = onnxFilter(call, filter, kind);
    const picture = withoutRest(call, channelsFirst(call, x), along, false);
    const convolved = graph.add(
      'Conv',
      [picture, weights],
      {
        shape: [x.shape[0] ?? 1, weights.shape[0] ?? 1, ...along.map(({ output }) => output)],
        type: 'float32',
      },
      {
        pads: pads(along),
        strides: along.map(({ stride }) => stride),
        dilations: along.map(({ dilation }) => dilation),
        group: kind.depthwise ? (picture.shape[1] ?? 1) : 1,
      },
    );
    return channelsLast(call, convolved);
  };
}

/** By the input: the transposed convolution. What no window reached gets the zeros of `output_padding`. */
function byInput(kind: Kind): Lowering {
  return (call) => {
    const { graph } = call;
    const [dy, filter] = [real(call, 'dy'), real(call, 'filter')];
    const shape = numbers(call, 'inputShape');
    const along = windowsOf(call, shape, filter.shape, { ...kind, dilated: kind.depthwise });
    if (isPointwise(call, along, kind)) {
      return reshape(graph, gemm(call, rows(call, dy), matrix(call, filter), 0, 1), shape);
    }
    const channels = filter.shape.at(-2) ?? 1;
    const spread = graph.add(
      'ConvTranspose',
      [channelsFirst(call, dy), onnxFilter(call, filter, kind)],
      { shape: [shape[0] ?? 1, channels, ...along.map(({ input }) => input)], type: 'float32' },
      {
        pads: pads(along),
        strides: along.map(({ stride }) => stride),
        dilations: along.map(({ dilation }) => dilation),
        output_padding: along.map(({ after }) => Math.max(0, -after)),
        group: kind.depthwise ? channels : 1,
      },
    );
    return channelsLast(call, spread);
  };
}

/**
 * By the filter: a convolution too, of the input with `dy` as its filter, in which channels and rows of the batch change
 * places, and so do strides and dilations.
 */
function byFilter(kind: Kind): Lowering {
  return (call) => {
    const { graph } = call;
    const [x, dy] = [real(call, 'x'), real(call, 'dy')];
    const shape = numbers(call, 'filterShape');
    const along = windowsOf(call, x.shape, shape, { ...kind, dilated: kind.depthwise });
    if (isPointwise(call, along, kind)) {
      return reshape(graph, gemm(call, rows(call, x), rows(call, dy), 1, 0), shape);
    }
    const space = along.map((_, at) => at + 2);
    const turned = (value: Value) => transpose(call, channelsFirst(call, value), [1, 0, ...space]);
    const picture = withoutRest(call, turned(x), along, true);
    const slopes = turned(dy);
    const [channels = 1, batch = 1, ...lengths] = picture.shape;
    const grouped = kind.depthwise ? reshape(graph, picture, [1, channels * batch, ...lengths]) : picture;
    const found = graph.add(
      'Conv',
      [grouped, slopes],
      {
        shape: [grouped.shape[0] ?? 1, slopes.shape[0] ?? 1, ...along.map(({ kernel }) => kernel)],
        type: 'float32',
      },
      {
        pads: pads(along),
        strides: along.map(({ dilation }) => dilation),
        dilations: along.map(({ stride }) => stride),
        group: kind.depthwise ? channels : 1,
      },
    );
    const [inside = 1, outside = 1] = shape.slice(-2);
    const apart = reshape(graph, found, [inside, outside, ...along.map(({ kernel }) => kernel)]);
    return transpose(call, apart, [...space, 0, 1]);
  };
}

/** The convolution, then a bias, then an activation. */
function layer(kind: Kind): Lowering {
  const convolve = convolution(kind);
  return (call) => {
    const result = convolve(call);
    if (!('id' in result)) throw new Error('a convolution has one result');
    return activated(call, result, channelsAreFirst(call) ? result.shape.length - 2 : 0);
  };
}

export const convolutions: Lowerings = {
  Conv2D: convolution(full),
  Conv2DBackpropInput: byInput(full),
  Conv2DBackpropFilter: byFilter(full),
  FusedConv2D: layer(full),
  DepthwiseConv2dNative: convolution(depthwise),
  DepthwiseConv2dNativeBackpropInput: byInput(depthwise),
  DepthwiseConv2dNativeBackpropFilter: byFilter(depthwise),
  FusedDepthwiseConv2D: layer(depthwise),
  Conv3D: convolution(full),
  Conv3DBackpropInputV2: byInput(full),
  Conv3DBackpropFilterV2: byFilter(full),
};
