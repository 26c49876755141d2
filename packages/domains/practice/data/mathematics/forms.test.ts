import { expect, test } from 'vitest';
import type { Expression } from './expression.ts';
import { type Form, hasForm } from './forms.ts';

const x = (shift: number): Expression => ['Add', 'x', shift];

const cases: readonly (readonly [Form, Expression, boolean])[] = [
  ['lowest-terms', ['Divide', 3, 4], true],
  ['lowest-terms', ['Divide', 6, 8], false],
  ['lowest-terms', -5, true],
  ['lowest-terms', 0.75, false],
  ['mixed', ['Mixed', 2, 1, 3], true],
  ['mixed', ['Mixed', 2, 4, 3], false],
  ['mixed', ['Divide', 7, 3], false],
  ['decimal', 0.75, true],
  ['decimal', ['Divide', 3, 4], false],
  ['ratio', ['Ratio', 3, 4], true],
  ['ratio', ['Ratio', 6, 8], false],
  ['scientific', ['Multiply', 3.2, ['Power', 10, 5]], true],
  ['scientific', ['Multiply', 32, ['Power', 10, 4]], false],
  ['simplest-radical', ['Multiply', 6, ['Sqrt', 2]], true],
  ['simplest-radical', ['Multiply', 3, ['Sqrt', 8]], false],
  ['expanded', ['Add', ['Power', 'x', 2], ['Multiply', -5, 'x'], 6], true],
  ['expanded', ['Multiply', x(1), x(2)], false],
  ['expanded', ['Add', 'x', 'x'], false],
  ['factored', ['Multiply', x(1), x(-2)], true],
  ['factored', ['Multiply', 2, ['Power', x(1), 2]], true],
  ['factored', ['Add', ['Power', 'x', 2], ['Multiply', -5, 'x'], 6], false],
  ['factored', ['Multiply', x(1), ['Add', ['Multiply', 2, 'x'], 4]], false],
  ['factored', ['Add', ['Power', 'x', 2], 1], true],
  ['simplified', ['Divide', x(1), x(2)], true],
  ['simplified', ['Divide', ['Multiply', x(1), x(2)], x(2)], false],
];

test('an expression has the forms that a teacher would say it has', () => {
  for (const [form, expression, wanted] of cases) {
    expect(hasForm(expression, form), `${form} ${JSON.stringify(expression)}`).toBe(wanted);
  }
});
