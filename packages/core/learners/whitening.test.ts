import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { whiten } from './whitening.ts';

/** Three columns that go together, 200 rows. */
const rows = 200;
const random = createRandom(5);
const z = Float32Array.from({ length: rows }, random.normal);
const columns = Float32Array.from({ length: rows * 3 }, (_, index) => {
  const shared = z[Math.floor(index / 3)];
  return index % 3 === 0 ? shared : shared + 0.3 * random.normal();
});
const [share, penalty] = [0.3, 0.01];
const { rows: white, matrix, size } = whiten(columns, rows, 3, share, penalty);

test('in the new coordinates curvature and penalty together are the identity', () => {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let curvature = 0;
      for (let row = 0; row < rows; row++) curvature += white[row * size + i] * white[row * size + j];
      let shrinkage = 0;
      for (let k = 1; k < size; k++) shrinkage += matrix[k * size + i] * matrix[k * size + j];
      const sum = (share * (1 - share) * curvature) / rows + penalty * shrinkage;
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 4);
    }
  }
});

test('a row times coefficients is the same number in both coordinates', () => {
  const whitened = [0.4, -1, 2, 0.5];
  const coefficients = Array.from({ length: size }, (_, i) =>
    whitened.reduce((sum, value, k) => sum + matrix[i * size + k] * value, 0),
  );
  const before = whitened.reduce((sum, value, k) => sum + white[7 * size + k] * value, 0);
  const after =
    coefficients[0] +
    [0, 1, 2].reduce((sum, column) => sum + columns[7 * 3 + column] * coefficients[column + 1], 0);
  expect(after).toBeCloseTo(before, 4);
});
