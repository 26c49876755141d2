/**
 * Moving and combining elements: mirrored edges, whose slopes tfjs drops; unstacking of one, on which it fails; Einstein
 * sums, diagonals, pictures turned and channels spread over space, for which it has no gradient.
 */
import { type Attributes, single, type Tensor, type TensorFlow } from './gradient.ts';

export function mendShapes(tf: TensorFlow): void {
  tf.registerGradient({
    kernelName: 'MirrorPad',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attributes) => ({ x: () => folded(tf, single(dy), x.shape, attributes) }),
  });
  tf.registerGradient({
    kernelName: 'Unpack',
    gradFunc: (dy, _saved, { axis }) => ({ value: () => tf.stack([dy].flat(), Number(axis)) }),
  });
  tf.registerGradient({
    kernelName: 'FlipLeftRight',
    gradFunc: (dy) => ({ image: () => tf.reverse(single(dy), 2) }),
  });
  tf.registerGradient({
    kernelName: 'Diag',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({
      x: () => {
        const matrix = tf.reshape(single(dy), [x.size, x.size]);
        return tf.reshape(tf.sum(tf.mul(matrix, tf.eye(x.size)), 1), x.shape);
      },
    }),
  });
  tf.registerGradient({
    kernelName: 'DepthToSpace',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], { blockSize }) => ({
      x: () => {
        const [batch, rows, columns, channels] = x.shape;
        const block = Number(blockSize);
        const cut = tf.reshape(single(dy), [batch, rows, block, columns, block, channels / block ** 2]);
        return tf.reshape(tf.transpose(cut, [0, 1, 3, 2, 4, 5]), x.shape);
      },
    }),
  });
  tf.registerGradient({
    kernelName: 'Einsum',
    saveAllInputs: true,
    gradFunc: (dy, operands, { equation }) =>
      Object.fromEntries(
        operands.map((_, at) => [at, () => einsumSlope(tf, single(dy), operands, String(equation), at)]),
      ),
  });
}

/** Folds each mirrored edge back onto what it mirrored, axis by axis. */
function folded(tf: TensorFlow, dy: Tensor, shape: number[], { paddings, mode }: Attributes): Tensor {
  const edge = mode === 'symmetric' ? 0 : 1;
  return shape.reduce<Tensor>((slopes, length, axis) => {
    const pair: unknown = Array.isArray(paddings) ? paddings[axis] : null;
    const [before, after] = [pair].flat().map(Number);
    const cut = (begin: number, size: number) =>
      tf.slice(
        slopes,
        slopes.shape.map((_, at) => (at === axis ? begin : 0)),
        slopes.shape.map((whole, at) => (at === axis ? size : whole)),
      );
    const placed = (part: Tensor, begin: number) => {
      const rest = length - begin - part.shape[axis];
      const edges = part.shape.map((_, at): [number, number] => (at === axis ? [begin, rest] : [0, 0]));
      return tf.pad(tf.reverse(part, axis), edges);
    };
    const parts = [cut(before, length)];
    if (before > 0) parts.push(placed(cut(0, before), edge));
    if (after > 0) parts.push(placed(cut(before + length, after), length - edge - after));
    return tf.addN(parts);
  }, dy);
}

/** The Einstein sum of the slopes with the other operand; along axes that only this operand has, the same everywhere. */
function einsumSlope(tf: TensorFlow, dy: Tensor, operands: Tensor[], equation: string, at: number): Tensor {
  const [terms = '', result = ''] = equation.replaceAll(' ', '').split('->');
  const names = terms.split(',');
  const own = names[at] ?? '';
  const others = names.filter((_, index) => index !== at);
  const seen = [...own].filter((letter) => [result, ...others].some((term) => term.includes(letter)));
  const slope = tf.einsum(
    `${[result, ...others].join(',')}->${seen.join('')}`,
    dy,
    ...operands.filter((_, index) => index !== at),
  );
  const shape = operands[at].shape;
  const open = shape.map((size, index) => (seen.includes(own[index] ?? '') ? size : 1));
  return tf.broadcastTo(tf.reshape(slope, open), shape);
}
