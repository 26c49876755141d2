/** Limits: exact for quotients of polynomials, else from values on both sides of the point. */
import { approximateValue } from './approximate.ts';
import { exactly } from './build.ts';
import { exactValue } from './exact.ts';
import { type Expression, isCompound, operandsOf } from './expression.ts';
import { commonDivisor, dividePolynomials, type Polynomial, valueAt } from './polynomial.ts';
import { over, type Rational, rational, toNumber, zero } from './rational.ts';
import { rationalFunction } from './rational-function.ts';

/** The expression with every limit replaced by its value; null where a limit has none that this file can tell. */
export function withoutLimits(expression: Expression): Expression | null {
  if (!isCompound(expression)) return expression;
  const operands: Expression[] = [];
  for (const operand of operandsOf(expression)) {
    const plain = withoutLimits(operand);
    if (plain === null) return null;
    operands.push(plain);
  }
  if (expression[0] !== 'Limit') return [expression[0], ...operands];
  const [of, variable, point] = operands;
  if (of === undefined || typeof variable !== 'string' || point === undefined) return null;
  return limitOf(of, variable, point);
}

function limitOf(of: Expression, variable: string, point: Expression): Expression | null {
  const quotient = rationalFunction(of, variable);
  if (quotient === null) return numericLimit(of, variable, point);
  const shared = commonDivisor(quotient.numerator, quotient.denominator);
  const numerator = dividePolynomials(quotient.numerator, shared)?.quotient ?? [];
  const denominator = dividePolynomials(quotient.denominator, shared)?.quotient ?? [];
  const at = exactValue(point);
  const value =
    at === null ? endBehaviour(numerator, denominator, point) : ratioAt(numerator, denominator, at);
  return value === null ? null : exactly(value);
}

function ratioAt(numerator: Polynomial, denominator: Polynomial, at: Rational): Rational | null {
  return over(valueAt(numerator, at), valueAt(denominator, at));
}

/** At ±∞ the highest powers decide; null where the limit is not finite. */
function endBehaviour(numerator: Polynomial, denominator: Polynomial, point: Expression): Rational | null {
  if (point !== 'PositiveInfinity' && point !== 'NegativeInfinity') return null;
  if (numerator.length > denominator.length) return null;
  if (numerator.length < denominator.length) return zero;
  return over(numerator.at(-1) ?? zero, denominator.at(-1) ?? zero);
}

/**
 * The values at distance h on both sides have a mean that is off by some h²; halving h and extrapolating
 * (Richardson 1911) leaves h⁴. Both sides must agree, and the result must be a fraction with a small denominator.
 */
function numericLimit(of: Expression, variable: string, point: Expression): Expression | null {
  const exact = exactValue(point);
  if (exact === null) return null;
  const at = toNumber(exact);
  const near = (h: number): number | null => {
    const [above, below] = [1, -1].map((side) => approximateValue(of, new Map([[variable, at + side * h]])));
    if (typeof above !== 'number' || typeof below !== 'number') return null;
    return Math.abs(above - below) > 100 * h * Math.max(1, Math.abs(above)) ? null : (above + below) / 2;
  };
  const [wide, narrow] = [near(1e-2), near(5e-3)];
  if (wide === null || narrow === null) return null;
  const value = (4 * narrow - wide) / 3;
  for (let denominator = 1; denominator <= 400; denominator++) {
    const numerator = Math.round(value * denominator);
    if (Math.abs(value - numerator / denominator) < 1e-7) {
      return exactly(rational(numerator, denominator));
    }
  }
  return null;
}
