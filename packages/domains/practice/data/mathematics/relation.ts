/** Whether an equation or inequality holds at a point, exactly. */
import { exactValue } from './exact.ts';
import { type Expression, isCompound, operandsOf } from './expression.ts';
import { compare, type Rational } from './rational.ts';

/** @returns null where a side has no rational value there */
export function holds(relation: Expression, at: ReadonlyMap<string, Rational>): boolean | null {
  if (!isCompound(relation)) return null;
  const [head] = relation;
  const operands = operandsOf(relation);
  if (head === 'And' || head === 'Or' || head === 'List') {
    const truths = operands.map((operand) => holds(operand, at));
    if (truths.includes(null)) return null;
    return head === 'Or' ? truths.includes(true) : !truths.includes(false);
  }
  const [left, right] = operands.map((operand) => exactValue(operand, at));
  if (left === null || left === undefined || right === null || right === undefined) return null;
  const sign = compare(left, right);
  if (head === 'Equal') return sign === 0;
  if (head === 'NotEqual') return sign !== 0;
  if (head === 'Less') return sign < 0;
  if (head === 'LessEqual') return sign <= 0;
  if (head === 'Greater') return sign > 0;
  return head === 'GreaterEqual' ? sign >= 0 : null;
}
