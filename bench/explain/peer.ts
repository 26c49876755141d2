/** The Python process that grows the trees and explains them with shap. */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BenchData } from './data.ts';

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absent'), reason: z.string() }),
  z.object({ kind: z.literal('ready'), expected: z.number(), versions: z.string() }),
  z.object({ kind: z.literal('round'), msPerRow: z.record(z.string(), z.number()) }),
]);

export interface Peer {
  readonly versions: string;
  /** LightGBM's dump of the trees. */
  readonly model: unknown;
  readonly expected: number;
  /** Row-major, shape [explained, features]. */
  readonly contributions: Float64Array;
  /** Explains all rows once more; ms a row by each of shap's ways. */
  round(): Promise<Readonly<Record<string, number>>>;
  end(): void;
}

export interface Growing {
  readonly trees: number;
  readonly leaves: number;
  /** Of the rows, the first ones are explained. */
  readonly explained: number;
}

/** @returns why there is no peer, as a text, where the Python lacks a package */
export async function startPeer(
  python: string,
  folder: string,
  data: BenchData,
  growing: Growing,
): Promise<Peer | string> {
  await writeFile(join(folder, 'rows.bin'), new Uint8Array(data.values.buffer));
  await writeFile(join(folder, 'labels.bin'), data.labels);
  const { rows, features, categories } = data;
  await writeFile(join(folder, 'data.json'), JSON.stringify({ rows, features, categories, ...growing }));
  const script = fileURLToPath(new URL('./peer.py', import.meta.url));
  const environment = { ...process.env, OMP_NUM_THREADS: '1' };
  const child = spawn(python, [script, folder], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  child.once('error', () => child.stdout.destroy());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`${python} ended without an answer.`);
    return message.parse(JSON.parse(line.value));
  };
  const ready = await answer();
  if (ready.kind === 'absent') return ready.reason;
  if (ready.kind !== 'ready') throw new Error('The peer answered a round before it was ready.');
  const bytes = await readFile(join(folder, 'contributions.bin'));
  return {
    versions: ready.versions,
    expected: ready.expected,
    model: JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')),
    contributions: new Float64Array(Uint8Array.from(bytes).buffer),
    async round() {
      child.stdin.write('round\n');
      const round = await answer();
      if (round.kind !== 'round') throw new Error('The peer answered something else than a round.');
      return round.msPerRow;
    },
    end: () => child.stdin.end(),
  };
}
