/** `npm run bench:trees`: boosted trees against LightGBM, on the same rows with equal settings. Results on standard output. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { performanceOf } from '../../packages/core/index.ts';
import { type Contender, startLightgbm, startPraxis } from './contender.ts';
import { type BenchData, featureNames, readData, writeData } from './data.ts';
import { type Contestant, type ResultLine, resultLine, type Task } from './schema.ts';
import { median, table } from './table.ts';

const usage = `npm run bench:trees -- [--json] [--rounds 5] [--only praxis]
PRAXIS_BENCH_PYTHON names a Python that has LightGBM.`;
const progress = (text: string) => process.stderr.write(`${text}\n`);
const threadCounts = [1, 2];

interface Options {
  readonly json: boolean;
  readonly rounds: number;
  /** A Python that has LightGBM, else why there is none. */
  readonly python: { readonly path: string } | { readonly missing: string };
}

/** @throws Error where an option is not known or has no sense */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  });
  const only = z.literal('praxis').optional().parse(values.only);
  const path = process.env.PRAXIS_BENCH_PYTHON;
  return {
    json: values.json,
    rounds: z.coerce.number().int().positive().parse(values.rounds),
    python: only
      ? { missing: 'left out by --only' }
      : path
        ? { path }
        : { missing: 'PRAXIS_BENCH_PYTHON names no Python' },
  };
}

async function compare(options: Options, data: BenchData, folder: string): Promise<ResultLine> {
  await writeData(folder, data);
  const running: Contender[] = [];
  let peerMissing = 'missing' in options.python ? options.python.missing : null;
  try {
    for (const threads of threadCounts) {
      const task: Task = { folder, rows: data.rows, testStart: data.testStart, threads };
      running.push(await startPraxis(task));
      if (peerMissing !== null || 'missing' in options.python) continue;
      try {
        running.push(await startLightgbm(options.python.path, task));
      } catch (error) {
        peerMissing = error instanceof Error ? error.message : String(error);
      }
    }
    return summarize(await inTurn(running, options.rounds, data, folder), data, options.rounds, peerMissing);
  } finally {
    for (const contender of running) contender.end();
  }
}

interface Measured {
  readonly contestant: Contestant;
  readonly scoringMicroseconds: number | null;
}

/** Every round all contenders fit one after the other, so that what slows the machine for a while slows all. */
async function inTurn(
  running: readonly Contender[],
  rounds: number,
  data: BenchData,
  folder: string,
): Promise<readonly Measured[]> {
  const taken = running.map(() => ({ seconds: [] as number[], cpuSeconds: [] as number[] }));
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'first fits' : `round ${round} of ${rounds}`);
    for (const [index, contender] of running.entries()) {
      const { seconds, cpuSeconds } = await contender.train();
      taken[index].seconds.push(seconds);
      taken[index].cpuSeconds.push(cpuSeconds);
    }
  }
  const measured: Measured[] = [];
  for (const [index, contender] of running.entries()) {
    const { scoringMicroseconds } = await contender.judge();
    const [firstSeconds, ...seconds] = taken[index].seconds;
    const { name, config, threads } = contender;
    const contestant: Contestant = {
      name,
      config,
      threads,
      seconds: median(seconds),
      bestSeconds: Math.min(...seconds),
      cpuSeconds: median(taken[index].cpuSeconds.slice(1)),
      firstSeconds,
      auroc: await aurocOf(data, folder),
    };
    measured.push({ contestant, scoringMicroseconds });
  }
  return measured;
}

async function aurocOf({ labels, testStart }: BenchData, folder: string): Promise<number> {
  const scores = new Float64Array(Uint8Array.from(await readFile(join(folder, 'scores.bin'))).buffer);
  const probabilities = scores.map((logOdds) => 1 / (1 + Math.exp(-logOdds)));
  return performanceOf(labels.subarray(testStart), probabilities, 0).auroc.value;
}

function summarize(
  measured: readonly Measured[],
  { rows }: BenchData,
  rounds: number,
  peerMissing: string | null,
): ResultLine {
  const contenders = measured.map(({ contestant }) => contestant);
  const find = (name: string, threads: number) =>
    contenders.find((own) => own.name === name && own.threads === threads);
  const ratio: Record<string, number> = {};
  for (const threads of threadCounts) {
    const [ours, theirs] = [find('praxis', threads), find('lightgbm', threads)];
    if (ours && theirs) ratio[threads] = theirs.seconds / ours.seconds;
  }
  const [ours, theirs] = [find('praxis', 1), find('lightgbm', 1)];
  return resultLine.parse({
    rows,
    features: featureNames.length,
    rounds,
    contenders,
    ratio,
    aurocDifference: ours && theirs ? ours.auroc - theirs.auroc : null,
    scoringMicroseconds: measured.find((own) => own.scoringMicroseconds !== null)?.scoringMicroseconds,
    peerMissing,
  });
}

try {
  const options = readOptions();
  const data = await readData();
  const folder = await mkdtemp(join(tmpdir(), 'praxis-trees-'));
  try {
    const line = await compare(options, data, folder);
    if (options.json) process.stdout.write(`${JSON.stringify(line)}\n`);
    if (options.json) progress(table(line));
    else process.stdout.write(`${table(line)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
} catch (error) {
  progress(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
