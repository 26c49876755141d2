/** Population stability index: how far the distribution of a feature has moved. */
import { quantile } from '../table/summary.ts';

const bins = 10;
/** Counted into every bin, so that an empty one does not make the index infinite. */
const halfRow = 0.5;

/**
 * PSI = Σ (after − before) ln(after / before) over the shares of bins (Siddiqi 2006): below 0.1 little has moved, above
 * 0.25 much. Bins are the tenths of `before` and, where either has any, the missing (NaN).
 *
 * @param before shape [rows before]; @param after shape [rows after]
 */
export function stabilityOfNumbers(before: Float64Array, after: Float64Array): number {
  const sorted = before.filter((value) => !Number.isNaN(value)).sort();
  const edges = [
    ...new Set(Array.from({ length: bins - 1 }, (_, edge) => quantile(sorted, (edge + 1) / bins))),
  ];
  const binOf = (value: number) => (Number.isNaN(value) ? -1 : edges.filter((edge) => value > edge).length);
  return stabilityOfCategories(before.map(binOf), after.map(binOf));
}

/** The same over codes, each a bin of its own, be it a level, one that is new, or the missing. */
export function stabilityOfCategories(before: ArrayLike<number>, after: ArrayLike<number>): number {
  const counts = [countsOf(before), countsOf(after)] as const;
  const codes = new Set([...counts[0].keys(), ...counts[1].keys()]);
  const share = (side: 0 | 1, code: number, rows: number) =>
    ((counts[side].get(code) ?? 0) + halfRow) / (rows + halfRow * codes.size);
  let sum = 0;
  for (const code of codes) {
    const [was, is] = [share(0, code, before.length), share(1, code, after.length)];
    sum += (is - was) * Math.log(is / was);
  }
  return sum;
}

function countsOf(codes: ArrayLike<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const code of Array.from(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
