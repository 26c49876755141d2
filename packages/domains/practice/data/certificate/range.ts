/** Whether an inequality and its answer hold for the same numbers. */
import { exactValue } from '../mathematics/exact.ts';
import { type Expression, headOf, operandsOf, variablesOf } from '../mathematics/expression.ts';
import {
  dividePolynomials,
  multiplyPolynomials,
  type Polynomial,
  realRootCount,
  valueAt,
} from '../mathematics/polynomial.ts';
import {
  compare,
  isZero,
  minus,
  negative,
  one,
  plus,
  type Rational,
  rational,
  times,
} from '../mathematics/rational.ts';
import { rationalFunction } from '../mathematics/rational-function.ts';
import { holds } from '../mathematics/relation.ts';
import type { Verdict } from './verdict.ts';

/**
 * Truth can change only where the sides meet or a side is not defined. All such numbers must be bounds of the
 * answer (Sturm), and both relations must agree at each bound and once between, below and above them: a proof.
 */
export function sameRange(relation: Expression, answer: Expression, variable: string): Verdict {
  const bounds = boundsOf(answer, variable);
  if (bounds === null) return null;
  const changes = changesOf(relation, variable);
  if (changes === null) return null;
  let rest = changes;
  for (const bound of bounds) {
    while (rest.length > 1 && isZero(valueAt(rest, bound))) {
      rest = dividePolynomials(rest, [negative(bound), one])?.quotient ?? [];
    }
  }
  if (realRootCount(rest) > 0) return false;
  return testPoints(bounds).every((point) => {
    const at = new Map([[variable, point]]);
    // Where a side is not defined the relation does not hold.
    return (holds(relation, at) ?? false) === (holds(answer, at) ?? false);
  });
}

/** Every bound, and a number between each two, below and above all. */
export function testPoints(unordered: readonly Rational[]): Rational[] {
  const bounds = unordered.toSorted(compare);
  const [lowest, highest] = [bounds[0], bounds.at(-1)];
  if (lowest === undefined || highest === undefined) return [rational(0)];
  const between = bounds
    .slice(1)
    .map((bound, place) => times(plus(bound, bounds[place] ?? bound), rational(1, 2)));
  return [...bounds, ...between, minus(lowest, one), plus(highest, one)];
}

/** Numbers that the answer compares the variable with, in any order; null where one is not rational. */
export function boundsOf(answer: Expression, variable: string): Rational[] | null {
  if (['And', 'Or'].includes(headOf(answer) ?? '')) {
    const all = operandsOf(answer).map((operand) => boundsOf(operand, variable));
    const found = all.flatMap((bounds) => bounds ?? []);
    return all.includes(null) ? null : found;
  }
  const sides = operandsOf(answer);
  const numbers = sides.filter((side) => variablesOf(side).length === 0).map((side) => exactValue(side));
  const [bound] = numbers;
  return sides.includes(variable) && numbers.length === 1 && bound !== null && bound !== undefined
    ? [bound]
    : null;
}

/** Polynomial with a root wherever a part of the relation may change its truth. */
function changesOf(relation: Expression, variable: string): Polynomial | null {
  if (['And', 'Or', 'List'].includes(headOf(relation) ?? '')) {
    let product: Polynomial | null = [one];
    for (const operand of operandsOf(relation)) {
      const part = changesOf(operand, variable);
      product = product === null || part === null ? null : multiplyPolynomials(product, part);
    }
    return product;
  }
  const [left, right] = operandsOf(relation);
  if (left === undefined || right === undefined) return null;
  const difference = rationalFunction(['Subtract', left, right], variable);
  if (difference === null) return null;
  const { numerator, denominator } = difference;
  return multiplyPolynomials(numerator.length === 0 ? [one] : numerator, denominator);
}
