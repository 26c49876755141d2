import { expect, test } from 'vitest';
import { gaussLegendre } from './quadrature.ts';

test.each([1, 2, 3, 7, 30])(
  'with %i points, powers up to twice as many less one are integrated exactly',
  (count) => {
    const { points, weights } = gaussLegendre(count);
    for (let power = 0; power < 2 * count; power++) {
      const integral = points.reduce((sum, point, at) => sum + weights[at] * point ** power, 0);
      expect(Math.abs(integral - 1 / (power + 1))).toBeLessThan(1e-14);
    }
  },
);
