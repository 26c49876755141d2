import { expect, test } from 'vitest';
import { approximateValue } from './approximate.ts';
import { exactly } from './build.ts';
import { exactValue } from './exact.ts';
import type { Expression } from './expression.ts';
import { withoutLimits } from './limits.ts';
import { solveLinearSystem } from './linear-system.ts';
import { decimalRational, rational } from './rational.ts';

test('exact values of numbers and functions', () => {
  const cases: readonly (readonly [Expression, Expression | null])[] = [
    [
      ['Add', 0.1, 0.2],
      ['Rational', 3, 10],
    ],
    [['Divide', 1, ['Subtract', 1, 1]], null],
    [
      ['Power', ['Rational', 4, 9], ['Rational', -1, 2]],
      ['Rational', 3, 2],
    ],
    [['Root', -27, 3], -3],
    [['Sqrt', 2], null],
    [
      ['Mixed', 2, 1, 3],
      ['Rational', 7, 3],
    ],
    [['Log', ['Rational', 1, 8], 2], -3],
    [
      ['Median', 3, 9, 4, 5],
      ['Rational', 9, 2],
    ],
    [['Mode', 1, 2, 2], 2],
    [['Mode', 1, 1, 2, 2], null],
    [['LCM', 4, 6], 12],
  ];
  for (const [expression, wanted] of cases) {
    const value = exactValue(expression);
    expect(value === null ? null : exactly(value), JSON.stringify(expression)).toEqual(wanted);
  }
});

test('a decimal is the decimal that is written', () => {
  expect(decimalRational(0.1)).toEqual(rational(1, 10));
  expect(decimalRational(-1.25e-7)).toEqual(rational(-1, 8_000_000));
  expect(decimalRational(3e21)).toEqual(rational(3n * 10n ** 21n));
});

test('slopes are exact for quotients of polynomials and right for functions', () => {
  const at = new Map([['x', rational(3)]]);
  const quotient: Expression = ['D', ['Divide', ['Add', 'x', 1], ['Power', 'x', 2]], 'x'];
  expect(exactValue(quotient, at)).toEqual(rational(-5, 27));
  const product: Expression = ['D', ['Multiply', ['Sin', 'x'], ['Ln', 'x']], 'x'];
  const slope = Math.cos(3) * Math.log(3) + Math.sin(3) / 3;
  expect(approximateValue(product, new Map([['x', 3]]))).toBeCloseTo(slope, 12);
});

test('limits: cancelled, at infinity, of roots, and none', () => {
  const cases: readonly (readonly [Expression, Expression | null])[] = [
    [['Limit', ['Divide', ['Subtract', ['Power', 'x', 2], 4], ['Subtract', 'x', 2]], 'x', 2], 4],
    [
      ['Limit', ['Divide', ['Add', ['Multiply', 3, 'x'], 1], ['Multiply', 2, 'x']], 'x', 'PositiveInfinity'],
      ['Rational', 3, 2],
    ],
    [
      ['Limit', ['Divide', ['Subtract', ['Sqrt', ['Add', 'x', 4]], 2], 'x'], 'x', 0],
      ['Rational', 1, 4],
    ],
    [['Limit', ['Divide', ['Sin', 'x'], 'x'], 'x', 0], 1],
    [['Limit', ['Divide', 1, 'x'], 'x', 0], null],
  ];
  for (const [expression, wanted] of cases)
    expect(withoutLimits(expression), JSON.stringify(expression)).toEqual(wanted);
});

test('a linear system has its only solution, or none is given', () => {
  const line = (a: number, b: number, c: number): Expression => [
    'Equal',
    ['Add', ['Multiply', a, 'x'], ['Multiply', b, 'y']],
    c,
  ];
  expect(solveLinearSystem([line(0, 2, 4), line(3, 1, 11)], ['x', 'y'])).toEqual([rational(3), rational(2)]);
  expect(solveLinearSystem([line(1, 2, 4), line(2, 4, 8)], ['x', 'y'])).toBeNull();
  expect(solveLinearSystem([line(1, 2, 4), line(2, 4, 9)], ['x', 'y'])).toBeNull();
});
