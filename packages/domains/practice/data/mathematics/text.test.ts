import { expect, test } from 'vitest';
import type { Expression } from './expression.ts';
import { readableText } from './text.ts';

test.each<[Expression, string]>([
  [['Multiply', 87, 37], '87 × 37'],
  [['Quotient', 910, 7], '910 ÷ 7'],
  [['Multiply', ['Divide', 7, 10], ['Divide', 1, 3]], '7/10 × 1/3'],
  [['Quotient', ['Divide', 7, 10], ['Divide', 1, 3]], '7/10 ÷ 1/3'],
  [['Add', ['Mixed', 5, 1, 3], ['Mixed', 2, 1, 3]], '5 1/3 + 2 1/3'],
  [['Add', -12, -4], '−12 + (−4)'],
  [['Subtract', -16, -4], '−16 − (−4)'],
  [['Multiply', 9, 4, -3], '9 × 4 × (−3)'],
  [['Add', ['Negate', ['Power', 4, 4]], 11], '−4⁴ + 11'],
  [['Multiply', 4, ['Power', 'x', 7], ['Multiply', 5, ['Power', 'x', 6]]], '4x⁷ · 5x⁶'],
  [['Divide', ['Multiply', 63, ['Power', 'x', 8]], ['Multiply', 7, ['Power', 'x', 4]]], '63x⁸/(7x⁴)'],
  [['Power', 5, -3], '5⁻³'],
  [['Subtract', ['Multiply', 6, ['Power', 7, 'x']], 8], '6 · 7^x − 8'],
  [['Power', 2, ['Add', ['Multiply', 3, 'x'], 1]], '2^(3x + 1)'],
  [['Multiply', 3, ['Sqrt', 1701]], '3√1701'],
  [['Sqrt', ['Add', ['Multiply', 2, 'x'], 92]], '√(2x + 92)'],
  [['Multiply', 7, ['Root', 343, 3]], '7∛343'],
  [['Subtract', ['Multiply', 6, ['Log', 'x', 10]], 8], '6 log₁₀(x) − 8'],
  [['Multiply', 4761, 'Pi'], '4761π'],
  [['Limit', ['Divide', ['Subtract', 'x', 7], 'y'], 'x', 7], 'lim(x → 7) (x − 7)/y'],
  [['LessEqual', ['Add', 'x', 22], 33], 'x + 22 ≤ 33'],
  [['Multiply', ['Divide', 2, 3], 'x'], '(2/3)x'],
  [['Divide', ['Add', 'x', 1], ['Multiply', 'x', ['Subtract', 'x', 2]]], '(x + 1)/(x(x − 2))'],
  [['Multiply', 3, ['Power', 10, 4]], '3 × 10⁴'],
  [['Divide', -2, 5], '−2/5'],
])('is read without ambiguity: %j', (expression, text) => {
  expect(readableText(expression)).toBe(text);
});
