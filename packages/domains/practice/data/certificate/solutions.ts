/** Whether values are all the real solutions of an equation, and each is one. */
import { approximateValue, isClose } from '../mathematics/approximate.ts';
import { exactValue } from '../mathematics/exact.ts';
import { type Expression, headOf, operandsOf } from '../mathematics/expression.ts';
import {
  dividePolynomials,
  multiplyPolynomials,
  type Polynomial,
  realRootCount,
  valueAt,
} from '../mathematics/polynomial.ts';
import { isZero, negative, one, type Rational, toNumber } from '../mathematics/rational.ts';
import { solutionPolynomial } from '../mathematics/rational-function.ts';
import { holds } from '../mathematics/relation.ts';
import type { Verdict } from './verdict.ts';

/**
 * Exact where the equation is one between quotients of polynomials: its polynomial is divided by x − v for every
 * value v, and what is left must have no real root (Sturm). Else every value must solve it, and the difference of
 * the sides must not change its sign anywhere else between −100 and 100.
 */
export function areAllSolutions(
  equation: Expression,
  variable: string,
  values: readonly Expression[],
): Verdict {
  const equations = headOf(equation) === 'Or' ? operandsOf(equation) : [equation];
  let whole: Polynomial = [one];
  for (const single of equations) {
    const [left, right] = operandsOf(single);
    if (headOf(single) !== 'Equal' || left === undefined || right === undefined) return null;
    const polynomial = solutionPolynomial(left, right, variable);
    if (polynomial === null) {
      return equations.length > 1
        ? areTheValues(equations, variable, values)
        : scan(left, right, variable, values);
    }
    if (polynomial.length === 0) return false;
    whole = multiplyPolynomials(whole, polynomial);
  }
  const exact = values.map((value) => exactValue(value)).filter((value) => value !== null);
  return exact.length === values.length ? rootsAre(whole, exact) : irrationalRootsAre(whole, values);
}

/** `x = 2 - √3 or x = 2 + √3`: the same numbers as the values; null where an equation is not solved yet. */
function areTheValues(
  equations: readonly Expression[],
  variable: string,
  values: readonly Expression[],
): Verdict {
  const stated = equations.map((single) => {
    const [left, right] = operandsOf(single);
    return left === variable && right !== undefined ? approximateValue(right) : null;
  });
  const near = values.map((value) => approximateValue(value));
  const has = (numbers: readonly (number | null)[], wanted: number | null) =>
    numbers.some((number) => number !== null && wanted !== null && isClose(number, wanted));
  if ([...stated, ...near].includes(null)) return null;
  return stated.every((number) => has(near, number)) && near.every((number) => has(stated, number));
}

function rootsAre(polynomial: Polynomial, roots: readonly Rational[]): boolean {
  let rest = polynomial;
  for (const root of roots) {
    if (!isZero(valueAt(rest, root))) return false;
    while (rest.length > 1 && isZero(valueAt(rest, root))) {
      rest = dividePolynomials(rest, [negative(root), one])?.quotient ?? [];
    }
  }
  return realRootCount(rest) === 0;
}

/** As many different values as there are real roots, and each of them makes the polynomial vanish to ten digits. */
function irrationalRootsAre(polynomial: Polynomial, values: readonly Expression[]): Verdict {
  const near = values.map((value) => approximateValue(value)).filter((value) => value !== null);
  if (near.length !== values.length) return null;
  if (near.some((x, place) => near.some((y, other) => other < place && isClose(x, y)))) return false;
  if (realRootCount(polynomial) !== near.length) return false;
  return near.every((x) => {
    const terms = polynomial.map((coefficient, power) => toNumber(coefficient) * x ** power);
    const size = terms.reduce((most, term) => Math.max(most, Math.abs(term)), 1);
    return Math.abs(terms.reduce((sum, term) => sum + term, 0)) < 1e-10 * size;
  });
}

function scan(left: Expression, right: Expression, variable: string, values: readonly Expression[]): Verdict {
  if (!values.every((value) => solves(left, right, variable, value))) return false;
  const near = values.map((value) => approximateValue(value) ?? Number.NaN);
  const difference = (x: number): number | null =>
    approximateValue(['Subtract', left, right], new Map([[variable, x]]));
  const width = 1 / 16;
  for (let x = -100; x < 100; x += width) {
    const [before, after] = [difference(x), difference(x + width)];
    if (before === null || after === null) continue;
    const crosses = before === 0 || before * after < 0;
    if (crosses && !near.some((root) => root >= x - 1e-9 && root <= x + width + 1e-9)) return false;
  }
  return true;
}

function solves(left: Expression, right: Expression, variable: string, value: Expression): boolean {
  const exact = exactValue(value);
  const held = exact === null ? null : holds(['Equal', left, right], new Map([[variable, exact]]));
  if (held !== null) return held;
  const near = new Map([[variable, approximateValue(value) ?? Number.NaN]]);
  const [l, r] = [approximateValue(left, near), approximateValue(right, near)];
  return l !== null && r !== null && isClose(l, r);
}
