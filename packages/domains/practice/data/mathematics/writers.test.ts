import { expect, test } from 'vitest';
import { ascii } from './ascii.ts';
import { canonicalForm } from './canonical.ts';
import type { Expression } from './expression.ts';
import { latex } from './latex.ts';

const cases: readonly (readonly [Expression, string, string])[] = [
  [['Add', 3, -5], '3 + (-5)', '3 + \\left(-5\\right)'],
  [['Add', ['Power', 'x', 2], ['Multiply', -5, 'x'], 6], 'x^2 - 5*x + 6', 'x^{2} - 5 x + 6'],
  [['Subtract', 'x', -3], 'x - (-3)', 'x - \\left(-3\\right)'],
  [['Subtract', 3, ['Subtract', 2, 1]], '3 - (2 - 1)', '3 - \\left(2 - 1\\right)'],
  [['Multiply', 3, -4], '3*(-4)', '3 \\times \\left(-4\\right)'],
  [['Multiply', ['Add', 'x', 1], 'x'], '(x + 1)*x', '\\left(x + 1\\right) x'],
  [['Power', -2, 3], '(-2)^3', '\\left(-2\\right)^{3}'],
  [['Negate', ['Power', 2, 3]], '-2^3', '-2^{3}'],
  [['Power', ['Rational', 2, 3], 2], '(2/3)^2', '\\left(\\frac{2}{3}\\right)^{2}'],
  [['Divide', ['Add', 'x', 1], ['Multiply', 2, 'x']], '(x + 1)/(2*x)', '\\frac{x + 1}{2 x}'],
  [['Rational', -3, 4], '-3/4', '-\\frac{3}{4}'],
  [['Mixed', 2, 1, 3], '2 + 1/3', '2\\frac{1}{3}'],
  [['Quotient', 6, ['Divide', 3, 4]], '6/(3/4)', '6 \\div \\frac{3}{4}'],
  [['Ratio', 3, 4], '3/4', '3 : 4'],
  [['Multiply', 6, ['Sqrt', 2]], '6*sqrt(2)', '6 \\sqrt{2}'],
  [['Log', 'x', 2], 'log(x, 2)', '\\log_{2}\\left(x\\right)'],
  [['Less', 'x', ['Rational', 1, 2]], 'x < 1/2', 'x < \\frac{1}{2}'],
  [0.0000001, '0.0000001', '0.0000001'],
];

test('every expression is written so that it reads the same way back', () => {
  for (const [expression, plain, typeset] of cases) {
    expect(ascii(expression)).toBe(plain);
    expect(latex(expression)).toBe(typeset);
  }
});

test('the canonical form does not see order, signs or the name of the variable', () => {
  const same: readonly (readonly [Expression, Expression])[] = [
    [
      ['Add', 3, 'x'],
      ['Add', 'x', 3],
    ],
    [
      ['Subtract', 'y', 2],
      ['Add', 'x', -2],
    ],
    [
      ['Less', 'x', 3],
      ['Greater', 3, 'x'],
    ],
    [
      ['Multiply', 2, ['Multiply', 'x', 3]],
      ['Multiply', 3, 2, 'x'],
    ],
    [
      ['Divide', 1, 2],
      ['Quotient', 1, 2],
    ],
  ];
  for (const [a, b] of same) expect(canonicalForm(a)).toBe(canonicalForm(b));
});

test('the canonical form computes nothing', () => {
  expect(canonicalForm(['Add', 3, 4])).not.toBe(canonicalForm(['Add', 2, 5]));
  expect(canonicalForm(['Subtract', 3, 4])).not.toBe(canonicalForm(['Subtract', 4, 3]));
});
