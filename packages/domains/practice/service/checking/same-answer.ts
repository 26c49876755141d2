/** Whether two answers say the same, however they are written. */
import { sameRange } from '../../data/certificate/range.ts';
import { sameValue } from '../../data/certificate/substitution.ts';
import type { Expression } from '../../data/mathematics/expression.ts';
import type { Answer } from '../../data/templates/answer.ts';

/** @returns false also where it cannot be told */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind === 'value' && b.kind === 'value') return isSameValue(a.value, b.value);
  if (a.kind === 'solutions' && b.kind === 'solutions') {
    return isPartOf(a.values, b.values) && isPartOf(b.values, a.values);
  }
  if (a.kind === 'point' && b.kind === 'point') {
    return a.values.every((value, place) => isSameValue(value, b.values[place] ?? 'undefined'));
  }
  if (a.kind === 'range' && b.kind === 'range') return sameRange(a.relation, b.relation, b.variable) === true;
  return false;
}

const isSameValue = (a: Expression, b: Expression): boolean => sameValue(a, b) === true;

/** Whether every value stands among the others. */
export function isPartOf(values: readonly Expression[], others: readonly Expression[]): boolean {
  return values.every((value) => others.some((other) => isSameValue(value, other)));
}
