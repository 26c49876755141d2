/** How passes recognise what they replace. */
import { type Node, uniform, type Value } from '../graph.ts';
import { sameShape } from '../host.ts';

/** The node of this operator that made a value, null where another made it. */
export function madeBy(value: Value | null | undefined, op: string): Node | null {
  if (value?.source.kind !== 'node' || value.source.node.op !== op) return null;
  return value.source.node;
}

/** The operands of the node that made a value. */
export function operandsOf(value: Value | null | undefined, op: string): readonly Value[] | null {
  const inputs = madeBy(value, op)?.inputs;
  return inputs?.every((input) => input !== null) ? inputs : null;
}

/** Both operands of a commutative operator, the one that passes the test first. */
export function eitherWay<Found>(
  operands: readonly Value[] | null,
  test: (value: Value) => Found | null,
): { readonly found: Found; readonly other: Value } | null {
  const [a, b] = operands ?? [];
  if (!a || !b) return null;
  const inA = test(a);
  if (inA !== null) return { found: inA, other: b };
  const inB = test(b);
  return inB === null ? null : { found: inB, other: a };
}

/** The one number that fills a constant of float32. */
export function filling(value: Value | null | undefined): number | null {
  return value?.type === 'float32' ? uniform(value) : null;
}

/** Axes or lengths that are known. */
export function whole(value: Value | null | undefined): readonly number[] | null {
  if (value?.source.kind !== 'constant' || !(value.source.data instanceof BigInt64Array)) return null;
  return Array.from(value.source.data, Number);
}

/** A value before its axes were grouped anew. */
export function unshaped(value: Value | null | undefined): Value | null | undefined {
  return operandsOf(value, 'Reshape')?.[0] ?? value;
}

/** Whether a value has one number for each row of x, beside which it stands: in [n, n], a list of n would be a row. */
export function isByRow(value: Value, x: Value): boolean {
  return x.shape.length > 0 && sameShape(value.shape, x.shape.with(-1, 1));
}

/** The operand of a reduction over the last axis alone. */
export function reducedRows(value: Value | null | undefined, op: string): Value | null {
  const [x, axes] = operandsOf(unshaped(value), op) ?? [];
  return x && whole(axes)?.join() === String(x.shape.length - 1) ? x : null;
}
