import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broadcasting, floats, onExamples, shapesWithAxis } from './testing/agreement.ts';
import { tf } from './tf.ts';

const number = { min: -4, max: 4 };

/** The slope of a weighted sum of the results, from two points beside each element. */
function slopes(compute: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): number[] {
  const apart = 1 / 64;
  const values = x.dataSync();
  const score = (numbers: Float32Array) =>
    tf.tidy(() => {
      const result = Array.from(compute(tf.tensor(numbers, x.shape)).dataSync());
      return result.reduce((sum, value, at) => sum + value * (1 + (at % 3)), 0);
    });
  return Array.from(values, (value, at) => {
    const moved = (by: number) => score(Float32Array.from(values).fill(value + by, at, at + 1));
    return (moved(apart) - moved(-apart)) / (2 * apart);
  });
}

function gradient(compute: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): number[] {
  const score = (given: tf.Tensor) => {
    const result = compute(given);
    const weights = Float32Array.from({ length: result.size }, (_, at) => 1 + (at % 3));
    return tf.sum(tf.mul(result, tf.tensor(weights, result.shape)));
  };
  return Array.from(tf.tidy(() => tf.grad(score)(x)).dataSync());
}

function expectSlopes(compute: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): void {
  const wanted = slopes(compute, x);
  gradient(compute, x).forEach((slope, at) => {
    // Values reach 200, differences of them carry 1e-5 of that, divided by 1/32.
    expect(slope).toBeCloseTo(wanted[at], 1);
  });
}

test('a running sum along any axis has the slopes that its values show', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(
      floats(shape, number),
      fc.constant(axis < 0 ? axis + shape.length : axis),
      fc.boolean(),
      fc.boolean(),
    ),
  );
  await onExamples(examples, async ([{ data, shape }, axis, exclusive, reverse]) => {
    tf.tidy(() => {
      expectSlopes((x) => tf.cumsum(x, axis, exclusive, reverse), tf.tensor(data, [...shape]));
    });
  });
});

test('a running sum along the first axis of a square is not turned', () => {
  tf.tidy(() => {
    const weights = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const gradients = tf.grad((x) => tf.sum(tf.mul(tf.cumsum(x, 0), weights)))(tf.zeros([2, 2]));
    expect(Array.from(gradients.dataSync())).toEqual([4, 6, 3, 4]);
  });
});

test('the squared difference of broadcast tensors has the slopes that its values show', async () => {
  const examples = broadcasting(2).chain(([a = [], b = []]) =>
    fc.tuple(floats(a, number), floats(b, number)),
  );
  await onExamples(examples, async ([a, b]) => {
    tf.tidy(() => {
      const [first, second] = [tf.tensor(a.data, [...a.shape]), tf.tensor(b.data, [...b.shape])];
      expectSlopes((x) => tf.squaredDifference(x, second), first);
      expectSlopes((x) => tf.squaredDifference(first, x), second);
    });
  });
});

test('the larger and the smaller of broadcast tensors pass their gradient to the one that was taken', () => {
  tf.tidy(() => {
    const [row, column] = [tf.tensor1d([1, 5, 3]), tf.tensor2d([2, 4], [2, 1])];
    const [byRow, byColumn] = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.maximum(a, b))([row, column]);
    expect(Array.from(byRow.dataSync())).toEqual([0, 2, 1]);
    expect(Array.from(byColumn.dataSync())).toEqual([1, 2]);
    const [least] = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.minimum(a, b))([row, column]);
    expect(Array.from(least.dataSync())).toEqual([2, 0, 1]);
  });
});

type Function = (x: tf.Tensor) => tf.Tensor;

/** Checks each function at the same generated tensors. */
async function expectAllSlopes(
  shape: readonly number[],
  functions: Readonly<Record<string, Function>>,
  range = number,
): Promise<void> {
  await onExamples(
    floats(shape, range),
    async ({ data }) => {
      for (const compute of Object.values(functions)) {
        tf.tidy(() => expectSlopes(compute, tf.tensor(data, [...shape])));
      }
    },
    5,
  );
}

const picture = (x: tf.Tensor): tf.Tensor4D => {
  const [a, b = 1, c = 1, d = 1] = x.shape;
  return tf.reshape(x, [a, b, c, d]);
};

describe('each of these has the slopes that its values show:', () => {
  test('convolutions with holes in the filter, by picture and filter', async () => {
    const [filter, each] = [tf.randomUniform([2, 2, 2, 3], -1, 1, 'float32', 1), tf.ones([2, 3, 2, 2])];
    const whole = tf.randomUniform([2, 5, 6, 2], -1, 1, 'float32', 2);
    const edges: [[number, number], [number, number], [number, number], [number, number]] = [
      [0, 0],
      [1, 0],
      [2, 1],
      [0, 0],
    ];
    await expectAllSlopes([2, 5, 6, 2], {
      same: (x) => tf.conv2d(picture(x), picture(filter), 1, 'same', 'NHWC', [2, 3]),
      edged: (x) => tf.conv2d(picture(x), picture(filter), 1, edges, 'NHWC', 2),
      depthwise: (x) => tf.depthwiseConv2d(picture(x), picture(each), 1, 'valid', 'NHWC', [2, 2]),
    });
    await expectAllSlopes([2, 2, 2, 3], {
      same: (x) => tf.conv2d(picture(whole), picture(x), 1, 'same', 'NHWC', [2, 3]),
      edged: (x) => tf.conv2d(picture(whole), picture(x), 1, edges, 'NHWC', 2),
      depthwise: (x) => tf.depthwiseConv2d(picture(whole), picture(x), 1, 'same', 'NHWC', 3),
    });
  });

  test('means of windows that reach over the edge', async () => {
    await expectAllSlopes([1, 4, 5, 2], {
      overlapping: (x) => tf.avgPool(picture(x), 3, 1, 'same'),
      apart: (x) => tf.avgPool(picture(x), [2, 3], [3, 2], 'same'),
      padded: (x) => tf.avgPool(picture(x), 3, 2, 1, 'floor'),
    });
    await expectAllSlopes([1, 3, 2, 4, 1], {
      volume: (x) => {
        const whole: tf.Tensor5D = tf.reshape(x, [1, 3, 2, 4, 1]);
        return tf.avgPool3d(whole, 2, 1, 'same');
      },
    });
  });

  test('mirrored edges', async () => {
    const edges: [number, number][] = [
      [2, 1],
      [0, 3],
    ];
    await expectAllSlopes([3, 4], {
      reflected: (x) => tf.mirrorPad(x, edges, 'reflect'),
      symmetric: (x) => tf.mirrorPad(x, edges, 'symmetric'),
    });
  });

  test('running products and products, factors of 0 among them', async () => {
    const variants = [0, 1, 2, 3].map((at): [string, Function] => [
      `${at}`,
      (x) => tf.cumprod(x, at % 2, at > 1, at % 3 === 0),
    ]);
    await expectAllSlopes(
      [3, 4],
      {
        ...Object.fromEntries(variants),
        withZeros: (x) => tf.cumprod(tf.mul(x, tf.tensor2d([[1, 0, 1, 0]])), 1),
        all: (x) => tf.prod(tf.slice(x, 0, 1)),
        columns: (x) => tf.prod(x, 0),
        rows: (x) => tf.prod(x, [-1], true),
      },
      { min: -1.5, max: 1.5 },
    );
  });

  test('gathering row by row, along any axis', async () => {
    const [rows, pairs] = [
      tf.tensor2d(
        [
          [2, 0, 2],
          [1, 1, 0],
        ],
        [2, 3],
        'int32',
      ),
      tf.tensor3d([0, 1, 1, 0, 1, 1], [2, 3, 1], 'int32'),
    ];
    await expectAllSlopes([2, 3, 4], {
      nextAxis: (x) => tf.gather(x, rows, 1, 1),
      laterAxis: (x) => tf.gather(x, rows, 2, 1),
      twoShared: (x) => tf.gather(x, pairs, 2, 2),
    });
  });

  test('the largest few, slices with steps, coordinates', async () => {
    const at = tf.tensor2d(
      [
        [0, 1],
        [2, 3],
        [0, 1],
      ],
      [3, 2],
      'int32',
    );
    // Apart by more than the two points of the slope, so that the order does not change between them.
    const order = tf.tensor2d([
      [5, 9, 1, 7],
      [2, 8, 4, 6],
      [3, 0, 11, 10],
    ]);
    await expectAllSlopes(
      [3, 4],
      {
        largest: (x) => tf.topk(tf.add(tf.mul(x, 0.1), order), 2).values,
        forwards: (x) => tf.stridedSlice(x, [0, 1], [3, 4], [2, 2]),
        backwards: (x) => tf.stridedSlice(x, [2, 3], [0, 0], [-1, -2]),
        masked: (x) => tf.stridedSlice(x, [1, 0], [2, 4], [1, 1], 0, 0, 0, 0, 1),
        coordinates: (x) => tf.gatherND(x, at),
        scattered: (x) => tf.scatterND(at, tf.slice(tf.reshape(x, [12]), 0, 3), [3, 5]),
      },
      { min: -1, max: 1 },
    );
  });

  test('Einstein sums, by either operand', async () => {
    const other = tf.randomUniform([4, 2], -1, 1, 'float32', 3);
    await expectAllSlopes([3, 4], {
      product: (x) => tf.einsum('ij,jk->ik', x, other),
      second: (x) => tf.einsum('jk,ij->ki', other, x),
      rows: (x) => tf.einsum('ij->i', x),
    });
  });

  test('comparisons, which are flat, beside what they choose', async () => {
    await expectAllSlopes(
      [3, 4],
      {
        positive: (x) => tf.mul(tf.cast(tf.greater(x, 0), 'float32'), x),
        outside: (x) => {
          // The first row lies below -1, the last above 1.
          const moved = tf.add(x, tf.tensor2d([[-3], [0], [3]]));
          const outside = tf.logicalOr(tf.less(moved, -1), tf.logicalNot(tf.lessEqual(moved, 1)));
          return tf.mul(tf.cast(outside, 'float32'), tf.square(x));
        },
        counted: (x) => tf.div(x, tf.sum(tf.cast(tf.notEqual(x, 0), 'float32'))),
      },
      { min: 0.25, max: 0.75 },
    );
  });

  test('one matrix for a stack of them, and stacks of one', async () => {
    const [stack, list] = [tf.randomUniform([2, 4, 3], -1, 1, 'float32', 4), tf.ones([1, 4, 2])];
    await expectAllSlopes([3, 4], {
      right: (x) => tf.matMul(stack, x),
      rightTurned: (x) => tf.matMul(tf.transpose(stack, [0, 2, 1]), x, false, true),
      left: (x) => tf.matMul(x, stack),
      leftTurned: (x) => tf.matMul(x, tf.transpose(stack, [0, 2, 1]), true, false),
    });
    await expectAllSlopes([2, 3, 4], {
      one: (x) => tf.matMul(x, list),
      matrix: (x) => tf.matMul(x, tf.reshape(list, [4, 2])),
      matrixTurned: (x) => tf.matMul(x, tf.reshape(list, [2, 4]), false, true),
      turned: (x) => tf.matMul(x, tf.reshape(tf.slice(stack, 0, [1, 1, 3]), [3, 1]), true),
    });
  });

  test('elements moved: unstacked, mirrored, spread, on a diagonal, written over', async () => {
    const at = tf.tensor2d([[1], [2]], [2, 1], 'int32');
    await expectAllSlopes([1, 2, 3, 4], {
      unstacked: (x) => tf.unstack(x, 0)[0],
      flipped: (x) => tf.image.flipLeftRight(picture(x)),
      spread: (x) => tf.depthToSpace(picture(x), 2),
    });
    await expectAllSlopes([3, 2], {
      diagonal: (x) => tf.diag(x),
      kept: (x) => tf.tensorScatterUpdate(x, at, tf.ones([2, 2])),
      written: (x) => tf.tensorScatterUpdate(tf.ones([4, 2]), at, tf.slice(x, 0, [2, 2])),
    });
  });

  test('the transposed convolution of volumes', async () => {
    const volume = (x: tf.Tensor): tf.Tensor5D => tf.reshape(x, [1, 2, 2, 2, 2]);
    const filter = (x: tf.Tensor): tf.Tensor5D => tf.reshape(x, [2, 2, 2, 1, 2]);
    const other = tf.randomUniform([16], -1, 1, 'float32', 5);
    await expectAllSlopes([16], {
      picture: (x) => tf.conv3dTranspose(volume(x), filter(other), [1, 3, 3, 3, 1], 2, 'same'),
      filter: (x) => tf.conv3dTranspose(volume(other), filter(x), [1, 3, 3, 3, 1], 2, 'same'),
    });
  });

  test('resized pictures', async () => {
    await expectAllSlopes([2, 2, 3, 1], {
      bilinear: (x) => tf.image.resizeBilinear(picture(x), [3, 5]),
      corners: (x) => tf.image.resizeBilinear(picture(x), [4, 2], true),
      centres: (x) => tf.image.resizeBilinear(picture(x), [4, 2], false, true),
      nearest: (x) => tf.image.resizeNearestNeighbor(picture(x), [5, 4]),
    });
  });
});
