/** The minus sign that a term begins with. */
import { type Expression, isCompound, operandsOf } from './expression.ts';

/** What stands after the minus sign that a term begins with; null where it begins with none. */
export function withoutSign(term: Expression): Expression | null {
  if (typeof term === 'number') return term < 0 ? -term : null;
  const [head, first, ...rest] = isCompound(term) ? [term[0], ...operandsOf(term)] : [null];
  if (head === 'Negate') return first ?? null;
  if (head !== 'Multiply' && head !== 'Divide' && head !== 'Rational') return null;
  const positive = first === undefined ? null : withoutSign(first);
  if (positive === null) return null;
  return positive === 1 && head === 'Multiply' && rest.length === 1
    ? (rest[0] ?? null)
    : [head, positive, ...rest];
}
