/** Checks by putting numbers in, exactly wherever a number is rational. */
import { approximateValue, isClose } from '../mathematics/approximate.ts';
import { exactValue } from '../mathematics/exact.ts';
import { type Expression, headOf, variablesOf } from '../mathematics/expression.ts';
import { withoutLimits } from '../mathematics/limits.ts';
import { solveLinearSystem } from '../mathematics/linear-system.ts';
import { isSame, type Rational, rational, toNumber } from '../mathematics/rational.ts';
import { holds } from '../mathematics/relation.ts';
import type { Claim } from './claim.ts';
import { sameRange } from './range.ts';
import { areAllSolutions } from './solutions.ts';
import type { Verdict } from './verdict.ts';

/** Above zero, so that roots and logarithms are defined; none is special, so that no wrong answer agrees with all. */
const points = [
  ...[rational(2), rational(7), rational(5, 2), rational(11), rational(1, 3), rational(9, 4)],
  ...[rational(3), rational(13, 3), rational(6), rational(4, 5), rational(17, 2), rational(1, 7)],
];

export function checkBySubstitution(claim: Claim): Verdict {
  switch (claim.kind) {
    case 'same-value':
      return sameValue(claim.left, claim.right);
    case 'solutions':
      return areAllSolutions(claim.equation, claim.variable, claim.values);
    case 'point':
      return isOnlyPoint(claim.equations, claim.variables, claim.values);
    case 'same-range':
      return sameRange(claim.relation, claim.answer, claim.variable);
  }
}

/** Equal at every one of twelve points at which both are defined; six of them at least, of a number one. */
export function sameValue(left: Expression, right: Expression): Verdict {
  const [a, b] = [withoutLimits(left), withoutLimits(right)];
  if (a === null || b === null) return null;
  const variables = [...new Set([...variablesOf(a), ...variablesOf(b)])];
  let compared = 0;
  for (const at of placesFor(variables)) {
    const same = sameAt(a, b, at);
    if (same === false) return false;
    if (same === true) compared++;
  }
  return compared >= (variables.length === 0 ? 1 : 6) ? true : null;
}

function placesFor(variables: readonly string[]): ReadonlyMap<string, Rational>[] {
  if (variables.length === 0) return [new Map()];
  return points.map(
    (_, start) =>
      new Map(
        variables.map((name, place) => [
          name,
          points[(start + place * (start + 5)) % points.length] ?? rational(2),
        ]),
      ),
  );
}

function sameAt(a: Expression, b: Expression, at: ReadonlyMap<string, Rational>): Verdict {
  const [x, y] = [exactValue(a, at), exactValue(b, at)];
  if (x !== null && y !== null) return isSame(x, y);
  const near = new Map([...at].map(([name, value]) => [name, toNumber(value)]));
  const [u, v] = [approximateValue(a, near), approximateValue(b, near)];
  return u === null || v === null ? null : isClose(u, v);
}

function isOnlyPoint(
  equations: readonly Expression[],
  variables: readonly string[],
  values: readonly Expression[],
): Verdict {
  const exact = values.map((value) => exactValue(value));
  const at = new Map<string, Rational>();
  for (const [place, name] of variables.entries()) {
    const value = exact[place];
    if (value === null || value === undefined) return null;
    at.set(name, value);
  }
  if (equations.some((equation) => headOf(equation) !== 'Equal' || holds(equation, at) !== true))
    return false;
  const only = solveLinearSystem(equations, variables);
  // Not linear, or more than one point: that the point is the only one is not shown.
  return only === null ? null : only.every((value, place) => isSame(value, exact[place] ?? rational(0)));
}
