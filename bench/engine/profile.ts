/** Where ONNX Runtime's time goes in a work, operator by operator. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startNode } from './contender.ts';
import { firstSteps } from './schema.ts';

const steps = 20;

/** One event of ONNX Runtime's profile, whose times are in microseconds. */
const event = z.object({
  cat: z.string(),
  name: z.string(),
  dur: z.number(),
  args: z.object({ op_name: z.string().optional() }).optional(),
});
const nodeSuffix = '_kernel_time';

interface Row {
  readonly operator: string;
  readonly nodes: Set<string>;
  milliseconds: number;
}

/** @returns a table of operators, the one that takes longest first; times are those of one step. */
export async function profileOf(work: string, threads: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'praxis-profile-'));
  try {
    const contender = await startNode({
      contender: 'praxis',
      work,
      threads,
      profile: join(folder, 'profile'),
    });
    await contender.round({ milliseconds: 600_000, steps });
    await contender.end();
    const [file] = await readdir(folder);
    if (!file) throw new Error('ONNX Runtime wrote no profile.');
    const events = z.array(event).parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    return printed(work, threads, rowsOf(events), steps + firstSteps);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function rowsOf(events: readonly z.infer<typeof event>[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { cat, name, dur, args } of events) {
    const operator = args?.op_name;
    if (cat !== 'Node' || !operator || !name.endsWith(nodeSuffix)) continue;
    const row = rows.get(operator) ?? { operator, nodes: new Set(), milliseconds: 0 };
    row.nodes.add(name);
    row.milliseconds += dur / 1000;
    rows.set(operator, row);
  }
  return [...rows.values()].sort((a, b) => b.milliseconds - a.milliseconds);
}

function printed(work: string, threads: number, rows: readonly Row[], count: number): string {
  const total = rows.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const nodes = rows.reduce((sum, row) => sum + row.nodes.size, 0);
  const lines = rows.map((row) => {
    const share = `${((100 * row.milliseconds) / total).toFixed(1)} %`;
    const time = (row.milliseconds / count).toFixed(3);
    return `${row.operator.padEnd(32)}${String(row.nodes.size).padStart(6)}${time.padStart(12)}${share.padStart(9)}`;
  });
  return [
    `${work}, threads: ${threads}; ${(total / count).toFixed(3)} ms a step in ${nodes} nodes after the runtime's rewriting`,
    `${'operator'.padEnd(32)}${'nodes'.padStart(6)}${'ms a step'.padStart(12)}${'share'.padStart(9)}`,
    ...lines,
    '',
  ].join('\n');
}
