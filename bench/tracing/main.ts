/** `npm run bench:tracing`: how fast the recurrent model of knowledge learns, beside PyTorch's DKT, on the same learners. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Responses } from '../../packages/domains/practice/index.ts';
import { contendersOf } from './contenders.ts';
import { readLearners } from './learners.ts';
import { productLines } from './product.ts';
import type { Epoch } from './schema.ts';
import { uncertaintyLines } from './uncertainty.ts';

const folderOfReference = new URL('../../../shared/data/reference/practice/', import.meta.url);
const reference = fileURLToPath(new URL('assist2009-problems-fold1-train.csv.gz', folderOfReference));
const usage = `npm run bench:tracing -- [--json] [--responses FILE] [--learners 2491] [--rounds 3] [--threads 1,2]
npm run bench:tracing -- --uncertainty [--valid FILE]
npm run bench:tracing -- --product [--seeds 3]
PRAXIS_BENCH_PYTHON names a Python that has PyTorch.`;
const progress = (text: string) => process.stderr.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    responses: { type: 'string', default: reference },
    valid: { type: 'string', default: reference.replace('train', 'valid') },
    learners: { type: 'string', default: '2491' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '1,2' },
    uncertainty: { type: 'boolean', default: false },
    product: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
});
const count = z.coerce.number().int().positive();

/** DKT reads one skill an attempt: the first. */
async function writePeerFile(file: string, { learners }: Responses): Promise<void> {
  const positions = new Map<string, number>();
  const position = (skill: string) => {
    const known = positions.get(skill) ?? positions.size;
    positions.set(skill, known);
    return known;
  };
  const skills = learners.map(({ attempts }) => attempts.map((attempt) => position(attempt.skills[0])));
  const right = learners.map(({ attempts }) => attempts.map((attempt) => (attempt.right ? 1 : 0)));
  await writeFile(file, JSON.stringify({ skills, right, skillCount: positions.size }));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}

/** Interactions a second by the clock, and by the processor's time, which other work on the machine does not lengthen. */
function ratesOf(epochs: readonly Epoch[]) {
  return {
    interactionsPerSecond: Math.round(
      median(epochs.map(({ interactions, seconds }) => interactions / seconds)),
    ),
    perCpuSecond: Math.round(median(epochs.map(({ interactions, cpuSeconds }) => interactions / cpuSeconds))),
  };
}

async function speeds(): Promise<void> {
  const [learners, rounds] = [count.parse(values.learners), count.parse(values.rounds)];
  const threads = values.threads.split(',').map((text) => count.parse(text));
  const python = process.env.PRAXIS_BENCH_PYTHON || null;
  if (python === null) progress('Left out: PyTorch (PRAXIS_BENCH_PYTHON names no Python).');
  const folder = await mkdtemp(join(tmpdir(), 'bench-tracing-'));
  try {
    const files = { responses: values.responses, peer: join(folder, 'learners.json') };
    await writePeerFile(files.peer, await readLearners(values.responses, learners));
    const all = contendersOf(python, files, { learners, threads }).map((contender) => ({
      ...contender,
      epochs: [] as Epoch[],
    }));
    // In turn, so that what slows the machine for a while slows all.
    for (let round = 1; round <= rounds; round++) {
      progress(`round ${round} of ${rounds}`);
      for (const { train, epochs } of all) epochs.push(await train());
    }
    report(
      learners,
      rounds,
      all.map(({ name, peer, epochs }) => ({ name, peer, ...ratesOf(epochs) })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Line = ReturnType<typeof ratesOf> & { readonly name: string; readonly peer: boolean };

function report(learners: number, rounds: number, results: readonly Line[]): void {
  const ratio = (of: 'interactionsPerSecond' | 'perCpuSecond') => {
    const [ours, theirs] = [false, true].map((peer) =>
      Math.max(...results.filter((line) => line.peer === peer).map((line) => line[of])),
    );
    return Number.isFinite(theirs) ? Number((ours / theirs).toFixed(2)) : null;
  };
  const ratios = { ratio: ratio('interactionsPerSecond'), cpuRatio: ratio('perCpuSecond') };
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ learners, rounds, results, ...ratios })}\n`);
    return;
  }
  const row = (name: string, first: string, second: string) =>
    `${name.padEnd(52)} ${first.padStart(10)} ${second.padStart(16)}\n`;
  process.stdout.write(row('interactions', 'a second', 'a second of CPU'));
  for (const { name, interactionsPerSecond, perCpuSecond } of results) {
    process.stdout.write(
      row(name, interactionsPerSecond.toLocaleString('en'), perCpuSecond.toLocaleString('en')),
    );
  }
  if (ratios.ratio === null) return;
  process.stdout.write(row('Praxis over the fastest peer', String(ratios.ratio), String(ratios.cpuRatio)));
}

if (values.help) process.stdout.write(`${usage}\n`);
else if (values.product) {
  for await (const line of productLines(count.parse(values.seeds))) process.stdout.write(`${line}\n`);
} else if (values.uncertainty) {
  for await (const line of uncertaintyLines(values.responses, values.valid))
    process.stdout.write(`${line}\n`);
} else await speeds();
