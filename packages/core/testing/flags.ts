/** Rows of flags with chosen labels: small enough to know by hand what a learner must find. */
import type { TrainingRows } from '../learners/contract.ts';

/** @param groups each a row, how often it occurs, and how many of those are events */
export function flagRows(
  groups: readonly { readonly row: readonly number[]; readonly rows: number; readonly events: number }[],
): TrainingRows {
  const records = groups.flatMap(({ row, rows, events }) =>
    Array.from({ length: rows }, (_, index) => ({ row, label: index < events ? 1 : 0 })),
  );
  return {
    features: groups[0].row.map((_, index) => ({ name: `flag${index + 1}`, kind: 'flag', unit: null })),
    rows: records.length,
    values: Float32Array.from(records.flatMap(({ row }) => row)),
    labels: Uint8Array.from(records, ({ label }) => label),
    weights: null,
  };
}
