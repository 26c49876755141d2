/** The comparison for people. */
import type { Comparison } from './compare.ts';
import type { ResultLine } from './schema.ts';
import { median } from './statistics.ts';
import { figures } from './summary.ts';
import type { Work } from './works/work.ts';

export function table(work: Work, comparison: Comparison, line: ResultLine): string {
  const rows = figures(work, comparison).map(({ name, value, best, entry }) => {
    const ratio = line.unit === 'ms' ? value / line.praxis : line.praxis / value;
    const cpu = entry.rounds.map((round) => round.cpuMilliseconds / round.steps);
    const step = entry.rounds.map((round) => round.p50);
    return [
      name,
      shown(value),
      shown(best),
      shown(Math.min(...step)),
      shown(median(cpu)),
      `${ratio.toFixed(2)}×`,
    ];
  });
  const heads = [
    `${work.name} (${line.unit})`,
    'median',
    'best round',
    'best ms a step',
    'CPU ms a step',
    'praxis is',
  ];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const lines = [heads, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  '),
  );
  const growth =
    line.growthMb === undefined ? '' : `, ${line.growthMb.toFixed(1)} MB growth over 10,000 steps`;
  const absent = comparison.absent.map(({ group, what, reason }) => `${group}, ${what}: missing (${reason})`);
  const graph = `graph of ${line.nodes} nodes, traced and opened in ${line.setupMs.toFixed(0)} ms${growth}`;
  return [...lines, ...absent, graph, ''].join('\n');
}

/** Three digits that count. */
function shown(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
