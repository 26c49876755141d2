/**
 * Convolution and pooling. tfjs refuses the gradient of a filter with holes, has none for a transposed convolution of
 * volumes, and divides the slope of a mean by the whole
 * window where the mean itself was taken over the part of it that lies inside.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { type Attributes, listOf, single, type Tensor, type TensorFlow } from './gradient.ts';

export function mendConvolution(tf: TensorFlow): void {
  withHoles(tf, 'Conv2D', false);
  withHoles(tf, 'DepthwiseConv2dNative', true);
  transposedVolume(tf);
  meanOfPart(tf, 'AvgPool', 2);
  meanOfPart(tf, 'AvgPool3D', 3);
}

/**
 * Every `dilation`-th row and column is a picture of its own, in which the filter has no holes: batches of those, as
 * TensorFlow computes it. Strides are 1 then.
 */
function withHoles(tf: TensorFlow, kernelName: string, depthwise: boolean): void {
  const dense = tf.getGradient(kernelName);
  tf.registerGradient({
    ...dense,
    gradFunc: (dy, saved, attributes) => {
      const dilations = attributes.dilations ? listOf(attributes, 'dilations') : [1, 1];
      if (dilations.every((dilation) => dilation === 1) || attributes.dataFormat === 'NCHW') {
        return dense.gradFunc(dy, saved, attributes);
      }
      const [x, filter] = saved;
      const [batch, inHeight, inWidth, channels] = x.shape;
      const [height, width, inside, outside] = filter.shape;
      const [byRow, byColumn = byRow] = dilations;
      const { outHeight, outWidth, padInfo } = tf.backend_util.computeConv2DInfo(
        [batch, inHeight, inWidth, channels],
        [height, width, inside, outside],
        1,
        [byRow, byColumn],
        paddingOf(attributes),
        'floor',
        depthwise,
      );
      const up = (length: number, by: number) => Math.ceil(length / by) * by;
      const edge = (output: number, kernel: number, by: number, input: number, before: number) => [
        before,
        up(output + (kernel - 1) * by, by) - input - before,
      ];
      const edges = [
        edge(outHeight, height, byRow, inHeight, padInfo.top),
        edge(outWidth, width, byColumn, inWidth, padInfo.left),
      ];
      const apart = tf.spaceToBatchND(x, [byRow, byColumn], edges);
      const slopes = tf.spaceToBatchND(
        single(dy),
        [byRow, byColumn],
        [
          [0, up(outHeight, byRow) - outHeight],
          [0, up(outWidth, byColumn) - outWidth],
        ],
      );
      const inner = dense.gradFunc(slopes, [apart, filter], {
        ...attributes,
        dilations: [1, 1],
        strides: [1, 1],
        pad: 'valid',
      });
      return {
        x: () => tf.batchToSpaceND(inner.x(), [byRow, byColumn], edges),
        filter: () => inner.filter(),
      };
    },
  });
}

/** By the transposed convolution's operands: a convolution, and the gradient by its filter. */
function transposedVolume(tf: TensorFlow): void {
  tf.registerGradient({
    kernelName: 'Conv3DBackpropInputV2',
    inputsToSave: ['dy', 'filter'],
    gradFunc: (ddx, [dy, filter], attributes) => {
      const [x, { strides, pad }] = [single(ddx), attributes];
      const run = (kernel: string, inputs: tfjs.NamedTensorMap, more: Attributes): Tensor =>
        tf.engine().runKernel(kernel, inputs, { strides, pad, ...more });
      return {
        dy: () => run('Conv3D', { x, filter }, { dataFormat: 'NDHWC', dilations: [1, 1, 1] }),
        filter: () => run('Conv3DBackpropFilterV2', { x, dy }, { filterShape: filter.shape }),
      };
    },
  });
}

/** Enlarges each slope by the share of its window that lies inside before tfjs divides it by the window's size. */
function meanOfPart(tf: TensorFlow, kernelName: string, axes: number): void {
  const whole = tf.getGradient(kernelName);
  tf.registerGradient({
    ...whole,
    gradFunc: (dy, saved, attributes) => {
      const [{ shape }] = saved;
      const given = single(dy);
      const all = (name: string) => {
        const list = listOf(attributes, name);
        return Array.from({ length: axes }, (_, at) => list[at] ?? list[0]);
      };
      const [sizes, strides] = [all('filterSize'), all('strides')];
      const shares = sizes.map((size, at) => {
        const [input, output, stride] = [shape[at + 1], given.shape[at + 1], strides[at]];
        const before = paddingBefore(attributes, at, { input, output, size, stride });
        return Array.from({ length: output }, (_, index) => {
          const start = index * stride - before;
          return size / (Math.min(input, start + size) - Math.max(0, start));
        });
      });
      if (shares.flat().every((share) => share === 1)) return whole.gradFunc(dy, saved, attributes);
      const enlarged = shares.reduce<Tensor>(
        (slopes, share, at) =>
          tf.mul(
            slopes,
            tf.tensor(
              share,
              Array.from({ length: axes + 2 }, (_, axis) => (axis === at + 1 ? -1 : 1)).map((size) =>
                size === -1 ? share.length : 1,
              ),
            ),
          ),
        given,
      );
      return whole.gradFunc(enlarged, saved, attributes);
    },
  });
}

interface Axis {
  readonly input: number;
  readonly output: number;
  readonly size: number;
  readonly stride: number;
}

function paddingBefore(attributes: Attributes, axis: number, { input, output, size, stride }: Axis): number {
  const pad = paddingOf(attributes);
  if (pad === 'valid') return 0;
  if (pad === 'same') return Math.floor(Math.max(0, (output - 1) * stride + size - input) / 2);
  return typeof pad === 'number' ? pad : pad[axis + 1][0];
}

type Padding = Parameters<TensorFlow['backend_util']['computeConv2DInfo']>[4];

function paddingOf(attributes: Attributes): Padding {
  const pad: unknown = attributes.pad;
  if (pad === 'same' || pad === 'valid' || typeof pad === 'number') return pad;
  const pairs: unknown[] = Array.isArray(pad) ? pad : [];
  const pair = (at: number): [number, number] => {
    const [before, after] = [pairs[at]].flat();
    return [Number(before), Number(after)];
  };
  return [pair(0), pair(1), pair(2), pair(3)];
}
