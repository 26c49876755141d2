/** The comparison for people. */
import type { MeanRank } from './ranks.ts';
import type { ResultLine } from './schema.ts';

export function table(line: ResultLine): string {
  const { data, rows, events, features, repeats, folds, chosen, why, contenders, absent, goals } = line;
  const head = `${data}: ${rows} rows, ${events} events, ${features} features; ${folds} folds × ${repeats}`;
  const body = contenders.map(({ name, side, auroc, auprc, brier, ece10, slope, seconds }) => [
    side === 'peer' ? name : `praxis ${name}`,
    ...[auroc, auprc, brier, ece10].map((figure) => figure.toFixed(4)),
    slope.toFixed(3),
    seconds.toFixed(1),
  ]);
  return [
    head,
    ...aligned([['', 'AUROC', 'AUPRC', 'Brier', 'ECE10', 'slope', 'seconds'], ...body]),
    `auto serves ${chosen} (${why})`,
    ...goals.map(
      ({ figure, goal, value, met }) =>
        `goal: ${figure} ${goal}: ${value.toFixed(4)}, ${met ? 'met' : 'NOT met'}`,
    ),
    ...absent.map((what) => `missing: ${what}`),
    '',
  ].join('\n');
}

export function rankTable(ranks: readonly MeanRank[], dataSets: number): string {
  const head = [
    `mean rank on ${dataSets} data sets`,
    'by AUROC',
    'by AUPRC',
    'by Brier',
    'auto has more AUROC on',
  ];
  const body = ranks
    .toSorted((one, other) => one.auroc - other.auroc)
    .map(({ name, auroc, auprc, brier, autoAhead }) => [
      name === 'auto' ? 'praxis auto' : name,
      ...[auroc, auprc, brier].map((rank) => rank.toFixed(2)),
      name === 'auto' ? '' : String(autoAhead),
    ]);
  return [...aligned([head, ...body]), ''].join('\n');
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const [first = []] = rows;
  const widths = first.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}
