/** Beliefs about several numbers as JSON and back, digit for digit: the covariance's lower triangle, row by row. */
import { z } from 'zod';
import type { Gaussian } from './gaussian.ts';

const stored = z
  .strictObject({ mean: z.array(z.number()), covariance: z.array(z.number()) })
  .refine(({ mean, covariance }) => covariance.length === (mean.length * (mean.length + 1)) / 2, {
    message: 'covariance is not the lower triangle of a matrix as large as mean',
    path: ['covariance'],
  });

export const gaussianCodec = z.codec(stored, z.custom<Gaussian>(), {
  decode: ({ mean, covariance }) => {
    const size = mean.length;
    const square = new Float64Array(size * size);
    let cell = 0;
    for (let row = 0; row < size; row++)
      for (let column = 0; column <= row; column++) {
        square[row * size + column] = covariance[cell];
        square[column * size + row] = covariance[cell];
        cell++;
      }
    return { mean: Float64Array.from(mean), covariance: square };
  },
  encode: ({ mean, covariance }) => ({
    mean: [...mean],
    covariance: [...mean.keys()].flatMap((row) => [
      ...covariance.subarray(row * mean.length, row * mean.length + row + 1),
    ]),
  }),
});
