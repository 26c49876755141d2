/** From rounds to the line that is printed. */
import type { Comparison, Entry } from './compare.ts';
import type { Group } from './options.ts';
import type { ResultLine } from './schema.ts';
import { median } from './statistics.ts';
import type { Work } from './works/work.ts';

/** An entry with its median over the rounds, in the work's unit. */
export interface Figure {
  readonly entry: Entry;
  readonly name: string;
  readonly value: number;
  /** The best single round: nearer to the truth where the machine was disturbed. */
  readonly best: number;
}

export function figures(work: Work, { entries }: Comparison): readonly Figure[] {
  return entries.map((entry) => {
    const values = entry.rounds.map((round) =>
      work.kind === 'prediction' ? round.p50 : (1000 * work.samples * round.steps) / round.milliseconds,
    );
    return {
      entry,
      name: `${entry.group}, ${entry.ready.config}`,
      value: median(values),
      best: work.kind === 'prediction' ? Math.min(...values) : Math.max(...values),
    };
  });
}

/** @throws Error where Praxis did not take part */
export function summarize(work: Work, comparison: Comparison): ResultLine {
  const all = figures(work, comparison);
  const lowerIsBetter = work.kind === 'prediction';
  const winner = (group: Group): Figure | null =>
    all
      .filter(({ entry }) => entry.group === group)
      .reduce<Figure | null>(
        (best, figure) => (!best || figure.value < best.value === lowerIsBetter ? figure : best),
        null,
      );
  const ours = winner('praxis');
  if (!ours) throw new Error(`Praxis took no part in ${work.name}: ${reasons(comparison, 'praxis')}`);
  const peers = { pytorch: winner('pytorch'), tfjsWasm: winner('tfjs-wasm'), tfjsCpu: winner('tfjs-cpu') };
  const ratio = (peer: Figure | null) =>
    peer && (lowerIsBetter ? peer.value / ours.value : ours.value / peer.value);
  const { ready } = ours.entry;
  return {
    work: work.name,
    unit: lowerIsBetter ? 'ms' : 'samples/s',
    praxis: ours.value,
    pytorch: peers.pytorch?.value ?? null,
    pytorchConfig: [peers.pytorch?.entry.ready.config, reasons(comparison, 'pytorch')]
      .filter(Boolean)
      .join('; '),
    tfjsWasm: peers.tfjsWasm?.value ?? null,
    tfjsCpu: peers.tfjsCpu?.value ?? null,
    threads: ours.entry.threads,
    ratio: { pytorch: ratio(peers.pytorch), tfjsWasm: ratio(peers.tfjsWasm), tfjsCpu: ratio(peers.tfjsCpu) },
    configurations: Object.fromEntries(all.map(({ name, value }) => [name, value])),
    ...(lowerIsBetter && {
      p99: Object.fromEntries(
        all.map(({ name, entry }) => [name, median(entry.rounds.map((round) => round.p99))]),
      ),
    }),
    setupMs: ready.setupMs,
    nodes: ready.nodes ?? 0,
  };
}

function reasons({ absent }: Comparison, group: Group): string {
  return absent
    .filter((absence) => absence.group === group)
    .map(({ what, reason }) => `missing: ${what} (${reason})`)
    .join('; ');
}
