/** Figures of a file with bootstrap intervals over groups of its rows, and of those who look at the highest scored alone. */
import {
  bootstrap,
  columnNamed,
  type Estimate,
  type FigureName,
  figureStatistics,
  precisionAtKPerDay,
  readGroups,
  recallAtK,
  type Statistic,
  type Table,
} from '@praxis/core';
import { FaultError } from '../fault.ts';

const resamples = 1000;
const seed = 0;
const dayMs = 86_400_000;

export interface Resampling {
  /** Rows of one value in this column are drawn together; undefined: each row alone. */
  readonly group: string | undefined;
  /** How many of the highest scored are looked at. */
  readonly top: number | undefined;
  /** The column of the day, for the precision among the highest scored of each. */
  readonly day: string | undefined;
}

export interface Resampled {
  readonly group: string | null;
  readonly groups: number;
  readonly resamples: number;
  /** By name; null where too few resamples could give it. */
  readonly figures: ReadonlyMap<string, Estimate | null>;
}

/** null where nothing of it was asked for. @throws FaultError for a column that there is not */
export function resampledFigures(
  table: Table,
  { labels, probabilities }: { readonly labels: Uint8Array; readonly probabilities: Float64Array },
  { group, top, day }: Resampling,
): Resampled | null {
  if (day !== undefined && top === undefined) {
    throw new FaultError({
      code: 'usage',
      message: '--day is nothing without --top.',
      mend: 'Say with --top how many of the highest scored of each day are looked at.',
    });
  }
  if (group === undefined && top === undefined) return null;
  const groups = group === undefined ? Int32Array.from(labels.keys()) : codesOf(table, group);
  const statistics: (readonly [string, Statistic])[] =
    group === undefined ? [] : [...figureStatistics(labels, probabilities)];
  const of = (rows: Int32Array) =>
    [
      Uint8Array.from(rows, (row) => labels[row] ?? 0),
      Float64Array.from(rows, (row) => probabilities[row] ?? 0),
    ] as const;
  if (top !== undefined) statistics.push(['recallAtTop', (rows) => recallAtK(...of(rows), top)]);
  if (top !== undefined && day !== undefined) {
    const days = daysOf(table, day);
    statistics.push([
      'precisionAtTopPerDay',
      (rows) =>
        precisionAtKPerDay(
          ...of(rows),
          Int32Array.from(rows, (row) => days[row] ?? 0),
          top,
        ),
    ]);
  }
  return {
    group: group ?? null,
    groups: new Set(groups).size,
    resamples,
    figures: bootstrap(statistics, { groups, resamples, seed }),
  };
}

/** What two models' figures on the same rows differ by, first minus second, over resampled groups of the rows. */
export function resampledDifferences(
  table: Table,
  group: string,
  labels: Uint8Array,
  [first, second]: readonly [Float64Array, Float64Array],
): Resampled {
  const own = new Map(figureStatistics(labels, second));
  const statistics = figureStatistics(labels, first).flatMap(
    ([name, statistic]): [FigureName, Statistic][] => {
      const other = own.get(name);
      const isCompared = name === 'auroc' || name === 'brier' || name === 'logLoss';
      return isCompared && other !== undefined ? [[name, (rows) => statistic(rows) - other(rows)]] : [];
    },
  );
  const groups = codesOf(table, group);
  return {
    group,
    groups: new Set(groups).size,
    resamples,
    figures: bootstrap(statistics, { groups, resamples, seed }),
  };
}

function columnOf(table: Table, name: string) {
  const column = columnNamed(table, name);
  if (column !== undefined) return column;
  const columns = table.columns.map((one) => `"${one.name}"`).join(', ');
  throw new FaultError({
    code: 'columnMissing',
    message: `The file has no column "${name}". Its columns: ${columns}.`,
    mend: 'Name one of them.',
  });
}

function codesOf(table: Table, name: string): Int32Array {
  return readGroups(columnOf(table, name), table.rows);
}

/** A code for each row; times of one day in UTC have one code. */
function daysOf(table: Table, name: string): Int32Array {
  const column = columnOf(table, name);
  if (column.kind !== 'dateTime') return readGroups(column, table.rows);
  return readGroups({ ...column, values: column.values.map((ms) => Math.floor(ms / dayMs)) }, table.rows);
}
