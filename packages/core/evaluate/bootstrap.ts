/** Percentile bootstrap over groups of rows, such as the rows of one person. */
import { createRandom } from '../random.ts';
import type { Estimate } from '../registry/card.ts';

/** A figure of some rows, which may name a row more than once; not finite where they cannot give one. */
export type Statistic = (rows: Int32Array) => number;

export interface BootstrapOptions {
  /** A code a row, the same for rows that belong together; shape [rows]. */
  readonly groups: Int32Array;
  readonly resamples: number;
  readonly seed: number;
}

/**
 * Each figure of all rows with its 95 % percentile interval (Efron 1979) over resampled groups (Field and Welsh 2007):
 * whole groups are drawn with replacement, as many as there are. All figures are of the same resamples. Resamples that
 * cannot give a figure are left out of its interval, which is null where they are more than half.
 */
export function bootstrap<Name extends string>(
  statistics: readonly (readonly [Name, Statistic])[],
  { groups, resamples, seed }: BootstrapOptions,
): ReadonlyMap<Name, Estimate | null> {
  const members = membersOf(groups);
  const random = createRandom(seed);
  const drawn = statistics.map((): number[] => []);
  for (let resample = 0; resample < resamples; resample++) {
    const rows = joined(members.map(() => members[random.below(members.length)]));
    statistics.forEach(([, statistic], at) => {
      const value = statistic(rows);
      if (Number.isFinite(value)) drawn[at].push(value);
    });
  }
  const everyRow = Int32Array.from(groups.keys());
  return new Map(
    statistics.map(([name, statistic], at) => {
      const sorted = drawn[at].sort((a, b) => a - b);
      if (sorted.length < resamples / 2) return [name, null];
      const lower = sorted[Math.floor(0.025 * (sorted.length - 1))];
      const upper = sorted[Math.ceil(0.975 * (sorted.length - 1))];
      return [name, { value: statistic(everyRow), lower, upper }];
    }),
  );
}

/** Whether an interval of a difference leaves open which of the two is higher. */
export function notDistinguishable({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): boolean {
  return lower <= 0 && upper >= 0;
}

function membersOf(groups: Int32Array): readonly Int32Array[] {
  const byGroup = new Map<number, number[]>();
  groups.forEach((group, row) => {
    const rows = byGroup.get(group);
    if (rows === undefined) byGroup.set(group, [row]);
    else rows.push(row);
  });
  return [...byGroup.values()].map((rows) => Int32Array.from(rows));
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
