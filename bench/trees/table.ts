/** The comparison for people. */
import type { ResultLine } from './schema.ts';

/** Of an even number the lower one of the middle two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

export function table(line: ResultLine): string {
  const heads = ['', 'threads', 'seconds', 'best', 'CPU seconds', 'first fit', 'AUROC'];
  const rows = line.contenders.map((own) => [
    `${own.name} (${own.config})`,
    String(own.threads),
    ...[own.seconds, own.bestSeconds, own.cpuSeconds, own.firstSeconds].map((seconds) => seconds.toFixed(2)),
    own.auroc.toFixed(4),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const lines = [heads, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  '),
  );
  const ratios = Object.entries(line.ratio).map(
    ([threads, ratio]) => `LightGBM takes ${ratio.toFixed(2)}× as long as Praxis, threads: ${threads}`,
  );
  const scoring = `scoring: ${line.scoringMicroseconds.toFixed(1)} µs a row`;
  const missing = line.peerMissing === null ? [] : [`LightGBM is missing: ${line.peerMissing}`];
  return [...lines, ...ratios, ...missing, scoring].join('\n');
}
