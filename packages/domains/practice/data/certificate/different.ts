/** Whether two answers cannot both be right: no learner who is right may be told that a wrong one was meant. */
import { approximateValue, isClose } from '../mathematics/approximate.ts';
import { exactValue } from '../mathematics/exact.ts';
import type { Expression } from '../mathematics/expression.ts';
import { isSame } from '../mathematics/rational.ts';
import { holds } from '../mathematics/relation.ts';
import type { Answer } from '../templates/answer.ts';
import { boundsOf, testPoints } from './range.ts';
import { sameValue } from './substitution.ts';

/** True only where it is proved by a number at which they differ. */
export function areDifferent(a: Answer, b: Answer): boolean {
  if (a.kind === 'value' && b.kind === 'value') return sameValue(a.value, b.value) === false;
  if (a.kind === 'solutions' && b.kind === 'solutions') return !sameNumbers(a.values, b.values);
  if (a.kind === 'point' && b.kind === 'point') {
    return a.values.some((value, place) => areDifferentNumbers(value, b.values[place] ?? value));
  }
  if (a.kind === 'range' && b.kind === 'range') return areDifferentRanges(a.relation, b.relation, a.variable);
  return a.kind !== b.kind;
}

/** As sets. Those that cannot be compared count as the same, so that nothing unproved is shown. */
function sameNumbers(a: readonly Expression[], b: readonly Expression[]): boolean {
  const within = (some: readonly Expression[], others: readonly Expression[]) =>
    some.every((value) => others.some((other) => !areDifferentNumbers(value, other)));
  return within(a, b) && within(b, a);
}

function areDifferentNumbers(a: Expression, b: Expression): boolean {
  const [x, y] = [exactValue(a), exactValue(b)];
  if (x !== null && y !== null) return !isSame(x, y);
  const [u, v] = [approximateValue(a), approximateValue(b)];
  return u !== null && v !== null && !isClose(u, v);
}

function areDifferentRanges(a: Expression, b: Expression, variable: string): boolean {
  const bounds = [a, b].flatMap((relation) => boundsOf(relation, variable) ?? []);
  return testPoints(bounds).some((point) => {
    const at = new Map([[variable, point]]);
    return holds(a, at) !== holds(b, at);
  });
}
