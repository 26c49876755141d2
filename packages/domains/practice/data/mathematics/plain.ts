/** Expressions without what only tells how a number is written, so that engines read them. */
import { exactly } from './build.ts';
import { type Expression, isCompound, operandsOf } from './expression.ts';
import { decimalRational } from './rational.ts';

/** Quotients and ratios become fractions, mixed numbers sums. Decimals stay as they are. */
export function plainExpression(expression: Expression): Expression {
  if (!isCompound(expression)) return expression;
  const operands = operandsOf(expression).map(plainExpression);
  const [first = 0, second = 1, third = 1] = operands;
  if (expression[0] === 'Quotient' || expression[0] === 'Ratio') return ['Divide', first, second];
  if (expression[0] === 'Mixed') return ['Add', first, ['Divide', second, third]];
  return [expression[0], ...operands];
}

/** Plain, and decimals become fractions: an engine would round them. */
export function exactExpression(expression: Expression): Expression {
  if (typeof expression === 'number') return exactly(decimalRational(expression));
  if (!isCompound(expression)) return expression;
  if (expression[0] === 'Rational') return expression;
  const plain = plainExpression(expression);
  return isCompound(plain) ? [plain[0], ...operandsOf(plain).map(exactExpression)] : plain;
}
