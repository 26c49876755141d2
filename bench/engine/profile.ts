/** Where ONNX Runtime's time goes in a work, operator by operator and node by node. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startNode } from './contender.ts';
import { firstSteps } from './schema.ts';

const measured = 20;
const steps = firstSteps + measured;
const heaviest = 12;

/** One event of ONNX Runtime's profile, whose times are in microseconds. */
const event = z.object({
  cat: z.string(),
  name: z.string(),
  dur: z.number(),
  args: z
    .object({
      op_name: z.string().optional(),
      input_type_shape: z.array(z.record(z.string(), z.array(z.number()))).optional(),
    })
    .optional(),
});
/** The runtime gives a node several events; this one is its computation. */
const kernelSuffix = '_kernel_time';

interface NodeTime {
  readonly name: string;
  readonly operator: string;
  readonly shapes: string;
  milliseconds: number;
}

/** @returns tables of operators and of single nodes, what takes longest first; times are those of one step. */
export async function profileOf(work: string, threads: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'praxis-profile-'));
  try {
    const contender = await startNode({
      contender: 'praxis',
      work,
      threads,
      profile: join(folder, 'profile'),
    });
    await contender.round({ milliseconds: 600_000, steps: measured });
    await contender.end();
    const [file] = await readdir(folder);
    if (!file) throw new Error('ONNX Runtime wrote no profile.');
    const nodes = nodeTimes(z.array(event).parse(JSON.parse(await readFile(join(folder, file), 'utf8'))));
    const total = sum(nodes);
    const rows = (listed: readonly (readonly [label: string, times: readonly NodeTime[]])[]) =>
      listed.map(([label, times]) => row(label, times, total)).join('\n');
    const byOperator = Map.groupBy(nodes, ({ operator }) => operator);
    const operators = [...byOperator].sort(([, a], [, b]) => sum(b) - sum(a));
    const single = nodes.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, heaviest);
    return [
      `${work}, threads: ${threads}; ${(total / steps).toFixed(3)} ms a step in ${nodes.length} nodes after the runtime's rewriting`,
      `${'operator'.padEnd(labelWidth)} nodes   ms a step    share`,
      rows(operators),
      `the heaviest nodes`,
      rows(single.map((node) => [`${node.name} ${node.shapes}`, [node]])),
      '',
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

function nodeTimes(events: readonly z.infer<typeof event>[]): NodeTime[] {
  const nodes = new Map<string, NodeTime>();
  for (const { cat, name, dur, args } of events) {
    const operator = args?.op_name;
    if (cat !== 'Node' || !operator || !name.endsWith(kernelSuffix)) continue;
    const shapes = (args.input_type_shape ?? []).flatMap(Object.values).map((shape) => `[${shape}]`);
    const node = nodes.get(name) ?? {
      name: name.slice(0, -kernelSuffix.length),
      operator,
      shapes: shapes.join(' '),
      milliseconds: 0,
    };
    node.milliseconds += dur / 1000;
    nodes.set(name, node);
  }
  return [...nodes.values()];
}

function sum(nodes: readonly NodeTime[]): number {
  return nodes.reduce((time, { milliseconds }) => time + milliseconds, 0);
}

const labelWidth = 60;

function row(label: string, nodes: readonly NodeTime[], total: number): string {
  const time = (sum(nodes) / steps).toFixed(3).padStart(12);
  const share = `${((100 * sum(nodes)) / total).toFixed(1)} %`.padStart(9);
  return `${label.padEnd(labelWidth)}${String(nodes.length).padStart(6)}${time}${share}`;
}
