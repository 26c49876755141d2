/** Quotients of polynomials in one variable: an arithmetic in which an equation shows all its solutions. */
import { type Arithmetic, evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import {
  addPolynomials,
  commonDivisor,
  dividePolynomials,
  multiplyPolynomials,
  negatePolynomial,
  type Polynomial,
  variablePolynomial,
} from './polynomial.ts';
import { isZero, one, rational } from './rational.ts';

/** The denominator is never 0. Nothing is cancelled: where an expression is not defined stays visible. */
export interface RationalFunction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

const whole = (numerator: Polynomial): RationalFunction => ({ numerator, denominator: [one] });

const arithmetic: Arithmetic<RationalFunction> = {
  constant: (value) => whole(isZero(value) ? [] : [value]),
  named: () => null,
  add: (a, b) => ({
    numerator: addPolynomials(
      multiplyPolynomials(a.numerator, b.denominator),
      multiplyPolynomials(b.numerator, a.denominator),
    ),
    denominator: multiplyPolynomials(a.denominator, b.denominator),
  }),
  multiply: (a, b) => ({
    numerator: multiplyPolynomials(a.numerator, b.numerator),
    denominator: multiplyPolynomials(a.denominator, b.denominator),
  }),
  divide: (a, b) =>
    b.numerator.length === 0
      ? null
      : {
          numerator: multiplyPolynomials(a.numerator, b.denominator),
          denominator: multiplyPolynomials(a.denominator, b.numerator),
        },
  power: (base, exponent) => {
    const [times = rational(0)] = exponent.numerator;
    if (exponent.numerator.length > 1 || exponent.denominator.length > 1) return null;
    const [over = one] = exponent.denominator;
    const count = Number(times.numerator * over.denominator) / Number(times.denominator * over.numerator);
    if (!Number.isInteger(count) || Math.abs(count) > 20) return null;
    let result = whole([one]);
    for (let factor = 0; factor < Math.abs(count); factor++)
      result = arithmetic.multiply(result, base) ?? result;
    return count < 0 ? arithmetic.divide(whole([one]), result) : result;
  },
  apply: () => null,
};

/** @returns null where the expression is no quotient of polynomials in `variable` alone */
export function rationalFunction(expression: Expression, variable: string): RationalFunction | null {
  return evaluate(expression, new Map([[variable, whole(variablePolynomial)]]), arithmetic);
}

/**
 * Polynomial whose roots are just the solutions of `left = right`: roots at which a side is not defined are taken
 * out. Null where a side is no quotient of polynomials; empty where every number solves the equation.
 */
export function solutionPolynomial(left: Expression, right: Expression, variable: string): Polynomial | null {
  const [a, b] = [rationalFunction(left, variable), rationalFunction(right, variable)];
  if (a === null || b === null) return null;
  let numerator = addPolynomials(
    multiplyPolynomials(a.numerator, b.denominator),
    negatePolynomial(multiplyPolynomials(b.numerator, a.denominator)),
  );
  const undefinedAt = multiplyPolynomials(a.denominator, b.denominator);
  if (numerator.length === 0) return undefinedAt.length > 1 ? null : [];
  for (;;) {
    const shared = commonDivisor(numerator, undefinedAt);
    if (shared.length <= 1) return numerator;
    numerator = dividePolynomials(numerator, shared)?.quotient ?? [];
  }
}
