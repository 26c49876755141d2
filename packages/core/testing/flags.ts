/** Prepared rows of flags with chosen labels: small enough to know by hand what a learner must find. */
import type { PreparedRows } from '../learners/contract.ts';

/** @param groups each a row, how often it occurs, and how many of those are events */
export function flagRows(
  groups: readonly { readonly row: readonly number[]; readonly rows: number; readonly events: number }[],
): PreparedRows {
  const records = groups.flatMap(({ row, rows, events }) =>
    Array.from({ length: rows }, (_, index) => ({ row, label: index < events ? 1 : 0 })),
  );
  return {
    z: Float32Array.from(records.flatMap(({ row }) => row)),
    rows: records.length,
    columns: groups[0].row.map((_, feature) => ({
      feature,
      part: 'value',
      kind: 'flag',
      centre: 0,
      scale: 1,
    })),
    labels: Uint8Array.from(records, ({ label }) => label),
  };
}
