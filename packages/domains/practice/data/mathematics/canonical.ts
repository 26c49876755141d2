/** One form for all expressions that are the same exercise: order, signs and the name of the variable do not count. */
import { type Expression, isCompound, operandsOf, substitute, variablesOf } from './expression.ts';
import { exactExpression } from './plain.ts';

/** Equal for `3 + x` and `x + 3`, for `y - 2 = 0` and `x + (-2) = 0`; nothing is computed. */
export function canonicalForm(expression: Expression): string {
  const [variable, ...others] = variablesOf(expression);
  const renamed =
    variable === undefined || others.length > 0 ? expression : substitute(expression, variable, 'x');
  return JSON.stringify(order(exactExpression(renamed)));
}

function order(expression: Expression): Expression {
  if (!isCompound(expression)) return expression;
  const [head] = expression;
  const operands = operandsOf(expression).map(order);
  const [first = 0, second = 0] = operands;
  if (head === 'Subtract') return order(['Add', first, negated(second)]);
  if (head === 'Negate') return negated(first);
  if (head === 'Greater') return order(['Less', second, first]);
  if (head === 'GreaterEqual') return order(['LessEqual', second, first]);
  if (head === 'Add' || head === 'Multiply') {
    const flat = operands.flatMap((operand) =>
      isCompound(operand) && operand[0] === head ? operandsOf(operand) : [operand],
    );
    return [head, ...sorted(flat)];
  }
  return commutative.has(head) ? [head, ...sorted(operands)] : [head, ...operands];
}

const commutative = new Set<string>([
  ...[
    'Equal',
    'NotEqual',
    'GCD',
    'LCM',
    'Mean',
    'Median',
    'Mode',
    'Range',
    'Max',
    'Min',
    'And',
    'Or',
    'List',
  ],
]);

function sorted(expressions: readonly Expression[]): Expression[] {
  const keyed = expressions.map((expression) => ({ expression, key: JSON.stringify(expression) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ expression }) => expression);
}

function negated(expression: Expression): Expression {
  if (typeof expression === 'number') return -expression;
  if (isCompound(expression) && expression[0] === 'Rational') {
    const [numerator = 0, denominator = 1] = operandsOf(expression);
    return ['Rational', negated(numerator), denominator];
  }
  if (isCompound(expression) && expression[0] === 'Multiply') {
    return order(['Multiply', -1, ...operandsOf(expression)]);
  }
  return ['Multiply', -1, expression];
}
