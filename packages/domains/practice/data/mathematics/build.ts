/** Expressions in a few words, so that a template reads like the mathematics it states. */
import type { Expression } from './expression.ts';
import { type Rational, rational } from './rational.ts';
import { withoutSign } from './sign.ts';

export const add = (...terms: Expression[]): Expression => ['Add', ...terms];
export const subtract = (from: Expression, what: Expression): Expression => ['Subtract', from, what];
export const negate = (what: Expression): Expression => ['Negate', what];
export const multiply = (...factors: Expression[]): Expression => ['Multiply', ...factors];
export const divide = (what: Expression, by: Expression): Expression => ['Divide', what, by];
export const power = (base: Expression, exponent: Expression): Expression => ['Power', base, exponent];
export const squareRoot = (what: Expression): Expression => ['Sqrt', what];
export const equal = (left: Expression, right: Expression): Expression => ['Equal', left, right];

/** A fraction as it is given, in lowest terms or not. */
export const fraction = (numerator: number, denominator: number): Expression => [
  'Divide',
  numerator,
  denominator,
];

/** In lowest terms; a whole number where the denominator is 1. */
export function exactly(value: Rational): Expression {
  const numerator = Number(value.numerator);
  return value.denominator === 1n ? numerator : ['Rational', numerator, Number(value.denominator)];
}

/** The quotient of two whole numbers in lowest terms. */
export const lowestTerms = (numerator: number, denominator: number): Expression =>
  exactly(rational(numerator, denominator));

/**
 * A polynomial as it is written at school: falling powers, no term with coefficient 0, no coefficient 1.
 *
 * @param coefficients of the powers 0, 1, 2, …
 */
export function polynomial(coefficients: readonly Expression[], variable: string): Expression {
  const terms = coefficients
    .map((coefficient, exponent) => monomial(coefficient, variable, exponent))
    .filter((term) => term !== 0)
    .reverse();
  return sum(terms);
}

/** `coefficient · variable^exponent`, as short as it can be written. */
export function monomial(coefficient: Expression, variable: string, exponent: number): Expression {
  if (coefficient === 0 || exponent === 0) return coefficient;
  const base: Expression = exponent === 1 ? variable : power(variable, exponent);
  if (coefficient === 1) return base;
  return coefficient === -1 ? negate(base) : multiply(coefficient, base);
}

/** Of no term 0, of one term that term. */
export function sum(terms: readonly Expression[]): Expression {
  const [first, ...rest] = terms;
  if (first === undefined) return 0;
  return rest.length === 0 ? first : add(first, ...rest);
}

/** A sum of numbers as it is written on paper: 3 · 4 − 8 · 2 − 3, no number in brackets because of its sign. */
export function signedSum(first: Expression, ...terms: Expression[]): Expression {
  return terms.reduce((left, term) => {
    const positive = withoutSign(term);
    return positive === null ? add(left, term) : subtract(left, positive);
  }, first);
}
