/** The process of our contender. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  compileTrees,
  defaultTrees,
  type FitOptions,
  fitLearner,
  predictLogOdds,
  type TrainingRows,
} from '../../packages/core/index.ts';
import { featureNames } from './data.ts';
import { type Answer, growing, task } from './schema.ts';

const given = task.parse(JSON.parse(process.argv[2]));
const say = (said: Answer) => process.stdout.write(`${JSON.stringify(said)}\n`);
const width = featureNames.length;

const bytes = await readFile(join(given.folder, 'values.bin'));
const values = new Float32Array(Uint8Array.from(bytes).buffer);
const labels = Uint8Array.from(await readFile(join(given.folder, 'labels.bin')));

function rowsBefore(end: number): TrainingRows {
  return {
    features: featureNames.map((name) => ({ name, kind: 'number', unit: null })),
    rows: end,
    values: values.subarray(0, end * width),
    labels: labels.subarray(0, end),
    weights: null,
  };
}

async function grow(rows: TrainingRows) {
  const options: FitOptions = {
    seed: 1,
    threads: given.threads,
    onEpoch: () => {},
    signal: new AbortController().signal,
    checkpoint: null,
  };
  const fitted = await fitLearner(rows, { ...defaultTrees, ...growing }, options);
  if (fitted.kind !== 'boostedTrees') throw new Error('Boosted trees were asked for.');
  return fitted.ensemble;
}

async function train(): Promise<Answer> {
  const rows = rowsBefore(given.rows);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await grow(rows);
  const { user, system } = process.cpuUsage(cpu);
  return { kind: 'trained', seconds: (performance.now() - start) / 1e3, cpuSeconds: (user + system) / 1e6 };
}

const scoringRounds = 7;

async function judge(): Promise<Answer> {
  const trees = compileTrees(await grow(rowsBefore(given.testStart)));
  const test = values.subarray(given.testStart * width);
  const times: number[] = [];
  for (let round = 0; round < scoringRounds; round++) {
    const start = performance.now();
    const scores = predictLogOdds(trees, test);
    times.push((1000 * (performance.now() - start)) / scores.length);
    if (round === 0) await writeFile(join(given.folder, 'scores.bin'), new Uint8Array(scores.buffer));
  }
  times.sort((a, b) => a - b);
  return { kind: 'judged', scoringMicroseconds: times[Math.floor(scoringRounds / 2)] };
}

say({ kind: 'ready', config: `Node ${process.versions.node}` });
for await (const word of createInterface({ input: process.stdin })) {
  say(word === 'train' ? await train() : await judge());
}
