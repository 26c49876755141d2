/** Sums of many terms, as gradients come that reach a variable by many ways. */
import type { Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { operandsOf } from './pattern.ts';
import type { Rewriting } from './rewrite.ts';

/** A sum's terms, through sums of the same shape that nothing else reads. */
export function termsOf(sum: Value, { uses }: Rewriting): readonly Value[] {
  const terms: Value[] = [];
  const waiting = [...(operandsOf(sum, 'Add') ?? [])];
  for (let term = waiting.pop(); term; term = waiting.pop()) {
    const inner = uses(term) === 1 && sameShape(term.shape, sum.shape) ? operandsOf(term, 'Add') : null;
    if (inner) waiting.push(...inner);
    else terms.push(term);
  }
  return terms;
}

/** Whether a sum is a term of no other sum that `termsOf` would go through. */
export function isWholeSum(sum: Value, { reader }: Rewriting): boolean {
  const next = reader(sum);
  return next?.op !== 'Add' || !sameShape(next.outputs[0]?.shape ?? [], sum.shape);
}
