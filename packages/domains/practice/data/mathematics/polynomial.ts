/** Polynomials in one variable with exact rational coefficients, of the powers 0, 1, 2, … without zeros at the end. */
import {
  isZero,
  negative,
  one,
  over,
  plus,
  type Rational,
  rational,
  signOf,
  times,
  zero,
} from './rational.ts';

export type Polynomial = readonly Rational[];

function trimmed(coefficients: readonly Rational[]): Polynomial {
  const last = coefficients.findLastIndex((coefficient) => !isZero(coefficient));
  return coefficients.slice(0, last + 1);
}

/** -1 for the polynomial 0. */
export const degreeOf = (polynomial: Polynomial): number => polynomial.length - 1;

export function addPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const length = Math.max(a.length, b.length);
  return trimmed(Array.from({ length }, (_, power) => plus(a[power] ?? zero, b[power] ?? zero)));
}

export function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const product: Rational[] = Array.from({ length: Math.max(0, a.length + b.length - 1) }, () => zero);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      product[i + j] = plus(product[i + j] ?? zero, times(x, y));
    });
  });
  return trimmed(product);
}

export const negatePolynomial = (polynomial: Polynomial): Polynomial => polynomial.map(negative);

/** Long division; null where `divisor` is 0. */
export function dividePolynomials(
  dividend: Polynomial,
  divisor: Polynomial,
): { quotient: Polynomial; remainder: Polynomial } | null {
  const lead = divisor.at(-1);
  if (lead === undefined) return null;
  const quotient: Rational[] = [];
  let remainder = dividend;
  while (remainder.length >= divisor.length) {
    const factor = over(remainder.at(-1) ?? zero, lead) ?? zero;
    const shift = remainder.length - divisor.length;
    quotient[shift] = factor;
    const taken = [...Array.from({ length: shift }, () => zero), ...divisor.map((c) => times(c, factor))];
    remainder = addPolynomials(remainder, negatePolynomial(taken)).slice(0, remainder.length - 1);
    remainder = trimmed(remainder);
  }
  return { quotient: trimmed(Array.from(quotient, (c) => c ?? zero)), remainder };
}

export function derivative(polynomial: Polynomial): Polynomial {
  return polynomial.slice(1).map((coefficient, power) => times(coefficient, rational(power + 1)));
}

/** Horner's scheme. */
export function valueAt(polynomial: Polynomial, x: Rational): Rational {
  return polynomial.reduceRight((value, coefficient) => plus(times(value, x), coefficient), zero);
}

/** Monic greatest common divisor. */
export function commonDivisor(a: Polynomial, b: Polynomial): Polynomial {
  let [high, low] = [a, b];
  while (low.length > 0) [high, low] = [low, dividePolynomials(high, low)?.remainder ?? []];
  const lead = high.at(-1);
  return lead === undefined ? [] : high.map((coefficient) => over(coefficient, lead) ?? zero);
}

/** How many different real roots there are (Sturm 1829: changes of sign along the chain at −∞ less those at +∞). */
export function realRootCount(polynomial: Polynomial): number {
  if (degreeOf(polynomial) < 1) return 0;
  const chain: Polynomial[] = [polynomial, derivative(polynomial)];
  for (;;) {
    const [before, last] = [chain.at(-2) ?? [], chain.at(-1) ?? []];
    const remainder = dividePolynomials(before, last)?.remainder ?? [];
    if (remainder.length === 0) break;
    chain.push(negatePolynomial(remainder));
  }
  const atPlus = chain.map((member) => signOf(member.at(-1) ?? zero));
  const atMinus = chain.map(
    (member) => signOf(member.at(-1) ?? zero) * (degreeOf(member) % 2 === 0 ? 1 : -1),
  );
  return signChanges(atMinus) - signChanges(atPlus);
}

function signChanges(signs: readonly number[]): number {
  const set = signs.filter((sign) => sign !== 0);
  return set.filter((sign, place) => place > 0 && sign !== set[place - 1]).length;
}

export const variablePolynomial: Polynomial = [zero, one];
