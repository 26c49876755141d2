import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { createRandom } from './random.ts';
import { symmetricEigen } from './symmetric-eigen.ts';
import { askPython } from './testing/python.ts';
import { whyNoScikitLearn } from './testing/scikit-learn.ts';

const unavailable = await whyNoScikitLearn();

/** XᵀX of random numbers: symmetric, no value below 0. */
function randomSymmetric(size: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const x = Float64Array.from({ length: size * size }, () => random.normal());
  return Float64Array.from({ length: size * size }, (_, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    let sum = 0;
    for (let k = 0; k < size; k++) sum += x[k * size + i] * x[k * size + j];
    return sum;
  });
}

describe('eigenvalues and eigenvectors', () => {
  it('are those known of a small matrix', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
    const half = Math.SQRT1_2;
    expect([...vectors].map(Math.abs)).toEqual([half, half, half, half].map((x) => expect.closeTo(x, 12)));
  });

  it.each([1, 2, 7, 40])('make up the matrix again, as vectors at right angles: %s columns', (size) => {
    const matrix = randomSymmetric(size, size);
    const { values, vectors } = symmetricEigen(matrix, size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let [made, product] = [0, 0];
        for (let k = 0; k < size; k++) {
          made += values[k] * vectors[k * size + i] * vectors[k * size + j];
          product += vectors[i * size + k] * vectors[j * size + k];
        }
        expect(made).toBeCloseTo(matrix[i * size + j], 9);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
      }
    }
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
  });

  it('are found where values are equal and where all are 0', () => {
    expect([...symmetricEigen(Float64Array.of(5, 0, 0, 5), 2).values]).toEqual([5, 5]);
    expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
  });
});

const program = `
import json, sys
import numpy as np
values, vectors = np.linalg.eigh(np.array(json.load(sys.stdin)))
print(json.dumps([values[::-1].tolist(), np.abs(vectors[:, ::-1]).T.tolist()]))
`;

test.skipIf(unavailable)(
  `numpy.linalg.eigh finds the same${unavailable ? ` (${unavailable})` : ''}`,
  async () => {
    const size = 30;
    const matrix = randomSymmetric(size, 3);
    const rows = Array.from({ length: size }, (_, i) => [...matrix.subarray(i * size, (i + 1) * size)]);
    const [values, vectors] = await askPython(
      program,
      rows,
      z.tuple([z.array(z.number()), z.array(z.array(z.number()))]),
    );
    const own = symmetricEigen(matrix, size);
    for (let k = 0; k < size; k++) {
      expect(own.values[k]).toBeCloseTo(values[k], 9);
      for (let j = 0; j < size; j++) {
        expect(Math.abs(own.vectors[k * size + j])).toBeCloseTo(vectors[k][j], 7);
      }
    }
  },
);
