import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { type HostTensor, tf } from '../tensor/index.ts';
import { type Architecture, byWeight, memberLogOdds, weightShapes } from './network.ts';

const architecture: Architecture = {
  columns: 2,
  units: [
    { column: 0, from: -1, to: 0 },
    { column: 0, from: 0, to: 2 },
  ],
  members: 3,
  hidden: [4, 3],
};

/** Weights without a zero or a symmetry that could hide a mistake. */
const random = createRandom(9);
const shapes = weightShapes(architecture);
const weights = byWeight((name): HostTensor => {
  const size = shapes[name].reduce((product, length) => product * length, 1);
  return { shape: shapes[name], dtype: 'float32', data: Float32Array.from({ length: size }, random.normal) };
});

/** The header's formula for one member and one row, in plain loops. */
function oneMember(member: number, z: readonly number[]): number {
  const [wide, narrow] = architecture.hidden;
  const { members } = architecture;
  const at = (tensor: HostTensor, ...place: number[]) =>
    tensor.data[place.reduce((offset, index, axis) => offset * tensor.shape[axis] + index, 0)];
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const seen = [clip(z[0] + 1), clip(z[0] / 2), ...z];
  const first = Array.from({ length: wide }, (_, i) => {
    const unit = member * wide + i;
    return Math.max(
      0,
      seen.reduce((sum, x, k) => sum + x * at(weights.first, k, unit), at(weights.firstBias, 0, unit)),
    );
  });
  const second = Array.from({ length: narrow }, (_, j) =>
    Math.max(
      0,
      first.reduce(
        (sum, x, i) => sum + x * at(weights.second, member, i, j),
        at(weights.secondBias, member, 0, j),
      ),
    ),
  );
  const deep = second.reduce((sum, x, j) => sum + x * at(weights.output, member, j, 0), 0);
  const linear = z.reduce((sum, x, k) => sum + x * weights.linear.data[k * members + member], 0);
  return at(weights.bias, member, 0) + linear + deep;
}

test('members computed as one are the formula computed one by one', () => {
  const rows = [
    [-0.4, 1],
    [0.7, -2],
    [3, 0.2],
    [-5, 0],
  ];
  const tensors = byWeight((name) => tf.tensor(weights[name].data, [...weights[name].shape]));
  const together = memberLogOdds(architecture, tensors, tf.tensor2d(rows)).arraySync();
  for (let member = 0; member < 3; member++) {
    rows.forEach((row, index) => {
      expect(together[member][index]).toBeCloseTo(oneMember(member, row), 4);
    });
  }
});
