/** The value of an expression in any arithmetic: exact rationals, doubles, polynomials, slopes. */
import { dual } from './dual.ts';
import { type Expression, type Head, isCompound, operandsOf } from './expression.ts';
import { decimalRational, type Rational, rational } from './rational.ts';

/** Null: not defined, or no value of this arithmetic. */
export interface Arithmetic<Value> {
  constant(value: Rational): Value;
  /** Named constants such as `Pi`. */
  named(symbol: string): Value | null;
  add(a: Value, b: Value): Value | null;
  multiply(a: Value, b: Value): Value | null;
  divide(a: Value, b: Value): Value | null;
  power(base: Value, exponent: Value): Value | null;
  /** Every other head. */
  apply(head: Head, operands: readonly Value[]): Value | null;
}

/** @returns null where the expression has no value in this arithmetic, a limit or a relation among them */
export function evaluate<Value>(
  expression: Expression,
  at: ReadonlyMap<string, Value>,
  arithmetic: Arithmetic<Value>,
): Value | null {
  if (typeof expression === 'number') return arithmetic.constant(decimalRational(expression));
  if (!isCompound(expression)) return at.get(expression) ?? arithmetic.named(expression);
  const [head] = expression;
  const [first, second] = operandsOf(expression);
  if (head === 'D') return slope(first, second, at, arithmetic);
  const operands: Value[] = [];
  for (const operand of operandsOf(expression)) {
    const value = evaluate(operand, at, arithmetic);
    if (value === null) return null;
    operands.push(value);
  }
  return combine(head, operands, arithmetic);
}

function combine<Value>(head: Head, operands: readonly Value[], arithmetic: Arithmetic<Value>): Value | null {
  const [a, b, c] = operands;
  const minusOne = arithmetic.constant(rational(-1));
  if (head === 'Add') return fold(operands, arithmetic.constant(rational(0)), arithmetic.add);
  if (head === 'Multiply') return fold(operands, arithmetic.constant(rational(1)), arithmetic.multiply);
  if (a === undefined) return null;
  if (head === 'Negate') return arithmetic.multiply(minusOne, a);
  if (head === 'Sqrt') return arithmetic.power(a, arithmetic.constant(rational(1, 2)));
  if (b === undefined) return arithmetic.apply(head, operands);
  if (head === 'Subtract') return subtract(a, b, arithmetic);
  if (head === 'Divide' || head === 'Rational' || head === 'Quotient' || head === 'Ratio') {
    return arithmetic.divide(a, b);
  }
  if (head === 'Power') return arithmetic.power(a, b);
  if (head === 'Root') {
    const exponent = arithmetic.divide(arithmetic.constant(rational(1)), b);
    return exponent === null ? null : arithmetic.power(a, exponent);
  }
  if (head === 'Mixed' && c !== undefined) {
    const part = arithmetic.divide(b, c);
    return part === null ? null : arithmetic.add(a, part);
  }
  return arithmetic.apply(head, operands);
}

function subtract<Value>(a: Value, b: Value, arithmetic: Arithmetic<Value>): Value | null {
  const negated = arithmetic.multiply(arithmetic.constant(rational(-1)), b);
  return negated === null ? null : arithmetic.add(a, negated);
}

function fold<Value>(
  operands: readonly Value[],
  start: Value,
  combineTwo: (a: Value, b: Value) => Value | null,
): Value | null {
  let result: Value | null = start;
  for (const operand of operands) result = result === null ? null : combineTwo(result, operand);
  return result;
}

/** The derivative at a point, by numbers that carry their slope along. */
function slope<Value>(
  of: Expression | undefined,
  variable: Expression | undefined,
  at: ReadonlyMap<string, Value>,
  arithmetic: Arithmetic<Value>,
): Value | null {
  if (of === undefined || typeof variable !== 'string') return null;
  const none = arithmetic.constant(rational(0));
  const unit = arithmetic.constant(rational(1));
  const points = [...at].map(
    ([name, value]) => [name, { value, slope: name === variable ? unit : none }] as const,
  );
  return evaluate(of, new Map(points), dual(arithmetic))?.slope ?? null;
}
