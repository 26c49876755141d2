import { expect, test } from 'vitest';
import { polynomial as written } from './build.ts';
import {
  derivative,
  dividePolynomials,
  multiplyPolynomials,
  type Polynomial,
  realRootCount,
} from './polynomial.ts';
import { rational } from './rational.ts';
import { solutionPolynomial } from './rational-function.ts';

const of = (...coefficients: number[]) => coefficients.map((coefficient) => rational(coefficient));

test('a product divided by a factor is the other factor', () => {
  const [a, b] = [of(-3, 0, 2), of(1, -5, 0, 4)];
  expect(dividePolynomials(multiplyPolynomials(a, b), a)).toEqual({ quotient: b, remainder: [] });
});

test('real roots are counted once each, complex ones not at all', () => {
  expect(realRootCount(of(6, -5, 1))).toBe(2);
  expect(realRootCount(of(4, -4, 1))).toBe(1);
  expect(realRootCount(of(1, 0, 1))).toBe(0);
  // (x² − 2)(x² + 1)(x − 5)²
  const whole: Polynomial = of(1);
  const factors = [of(-2, 0, 1), of(1, 0, 1), of(-5, 1), of(-5, 1)];
  expect(realRootCount(factors.reduce(multiplyPolynomials, whole))).toBe(3);
});

test('the derivative falls by one degree', () => {
  expect(derivative(of(7, 3, 0, 2))).toEqual(of(3, 0, 6));
});

test('roots at which a side is not defined are no solutions', () => {
  const sides = [['Divide', written([-4, 0, 1], 'x'), written([-2, 1], 'x')], 0] as const;
  expect(solutionPolynomial(...sides, 'x')).toEqual(of(2, 1));
});

test('an equation that every number solves has the polynomial 0', () => {
  expect(solutionPolynomial('x', 'x', 'x')).toEqual([]);
});
