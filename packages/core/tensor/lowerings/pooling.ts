/** Pooling of pictures: the largest or the mean of each window, and the gradients. */
import type { Value } from '../graph.ts';
import { sizeOf } from '../host.ts';
import { cast, type KernelCall, type Lowering, type Lowerings, operand, reshape } from './lowering.ts';
import {
  channelsFirst,
  channelsLast,
  lengths,
  pads,
  type Windows,
  windowsOf,
  withoutRest,
} from './windows.ts';

/** The windows of a pooling kernel over an input of [batch, …space, channels]. */
function poolingWindows(call: KernelCall, input: Value): readonly Windows[] {
  return windowsOf(call, input.shape, lengths(call, 'filterSize', input.shape.slice(2)));
}

function attributesOf(along: readonly Windows[]) {
  return {
    kernel_shape: along.map(({ kernel }) => kernel),
    strides: along.map(({ stride }) => stride),
    pads: pads(along),
  };
}

function pooledShape(picture: Value, along: readonly Windows[]): readonly number[] {
  return [...picture.shape.slice(0, 2), ...along.map(({ output }) => output)];
}

/** Neither operator counts what was padded, as in tfjs. ONNX Runtime has them for float32. */
function pooling(op: 'MaxPool' | 'AveragePool'): Lowering {
  return (call) => {
    const x = operand(call, 'x');
    const along = poolingWindows(call, x);
    const picture = withoutRest(call, channelsFirst(call, cast(call.graph, x, 'float32')), along, false);
    const spec = { shape: pooledShape(picture, along), type: 'float32' } as const;
    const pooled = call.graph.add(op, [picture], spec, attributesOf(along));
    return cast(call.graph, channelsLast(call, pooled), x.type);
  };
}

/** Each window's slope goes to the place that its largest was taken from, the first of equals; windows may overlap. */
const maxPoolGradient: Lowering = (call) => {
  const { graph } = call;
  const [x, dy] = [operand(call, 'input'), operand(call, 'dy')];
  const along = poolingWindows(call, x);
  const whole = channelsFirst(call, cast(graph, x, 'float32'));
  // The places count from the first element of what the operator reads, so that has to be the whole picture.
  const shape = pooledShape(whole, along);
  const [, places] = graph.addMany(
    'MaxPool',
    [whole],
    [
      { shape, type: 'float32' },
      { shape, type: 'int64' },
    ],
    attributesOf(along),
  );
  if (!places) throw new Error('MaxPool has two outputs');
  const size = sizeOf(whole.shape);
  const zeros = graph.add('Expand', [graph.real(0), graph.integers([size])], {
    shape: [size],
    type: 'float32',
  });
  const flat = (value: Value) => reshape(graph, value, [sizeOf(value.shape)]);
  const spread = graph.add(
    'ScatterElements',
    [zeros, flat(places), flat(channelsFirst(call, dy))],
    { shape: [size], type: 'float32' },
    { axis: 0, reduction: 'add' },
  );
  return channelsLast(call, reshape(graph, spread, whole.shape));
};

/**
 * Each element gets the slopes of all windows over it, divided by the size of a window: the mean of windows over the
 * slopes themselves, set apart by the stride.
 */
const meanPoolGradient: Lowering = (call) => {
  const { graph } = call;
  const [x, dy] = [operand(call, 'input'), operand(call, 'dy')];
  const along = poolingWindows(call, x);
  if (along.every(({ input, kernel, stride, output }) => kernel === stride && input === output * kernel)) {
    return repeated(call, dy, along);
  }
  const apart = zerosBetween(call, dy, along);
  const edges = along.map(({ kernel, before, after, stride }) => ({
    before: kernel - 1 - before,
    // The zeros behind the last slope are there already; where nothing reached the end, more are needed.
    after: kernel - 1 - after - (stride - 1),
  }));
  const padding = [0, ...edges.map(({ before }) => before), 0, 0, ...edges.map(({ after }) => after), 0];
  const [batch = 1, ...rest] = x.shape;
  const shape = [batch, ...along.map(({ input, kernel }) => input + kernel - 1), rest.at(-1) ?? 1];
  const padded = graph.add('Pad', [apart, graph.integers(padding)], { shape, type: 'float32' });
  const picture = channelsFirst(call, padded);
  const kernels = along.map(({ kernel }) => kernel);
  const spec = {
    shape: [...picture.shape.slice(0, 2), ...along.map(({ input }) => input)],
    type: 'float32',
  } as const;
  return channelsLast(call, graph.add('AveragePool', [picture], spec, { kernel_shape: kernels }));
};

/** Windows side by side: each slope, divided, is repeated over its window. */
function repeated(call: KernelCall, dy: Value, along: readonly Windows[]): Value {
  const { graph } = call;
  const size = along.reduce((product, { kernel }) => product * kernel, 1);
  const share = graph.add('Mul', [dy, graph.real(1 / size)], dy);
  const [batch = 1, channels = 1] = [dy.shape[0], dy.shape.at(-1)];
  const open = [batch, ...along.flatMap(({ output }) => [output, 1]), channels];
  const windowed = [batch, ...along.flatMap(({ output, kernel }) => [output, kernel]), channels];
  const target = [1, ...along.flatMap(({ kernel }) => [1, kernel]), 1];
  const spread = graph.add('Expand', [reshape(graph, share, open), graph.integers(target)], {
    shape: windowed,
    type: 'float32',
  });
  return reshape(graph, spread, [batch, ...along.map(({ input }) => input), channels]);
}

/** Puts stride - 1 zeros behind each element of the spatial axes. */
function zerosBetween(call: KernelCall, dy: Value, along: readonly Windows[]): Value {
  const { graph } = call;
  if (along.every(({ stride }) => stride === 1)) return dy;
  const [batch = 1, channels = 1] = [dy.shape[0], dy.shape.at(-1)];
  const open = [batch, ...along.flatMap(({ output }) => [output, 1]), channels];
  const behind = [0, ...along.flatMap(({ stride }) => [0, stride - 1]), 0];
  const padded = graph.add(
    'Pad',
    [reshape(graph, dy, open), graph.integers([...open.map(() => 0), ...behind])],
    { shape: open.map((size, at) => size + (behind[at] ?? 0)), type: 'float32' },
  );
  return reshape(graph, padded, [batch, ...along.map(({ output, stride }) => output * stride), channels]);
}

export const poolings: Lowerings = {
  MaxPool: pooling('MaxPool'),
  MaxPoolGrad: maxPoolGradient,
  AvgPool: pooling('AveragePool'),
  AvgPoolGrad: meanPoolGradient,
  MaxPool3D: pooling('MaxPool'),
  MaxPool3DGrad: maxPoolGradient,
  AvgPool3D: pooling('AveragePool'),
  AvgPool3DGrad: meanPoolGradient,
};
