import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { binRows, blockWidth } from './binned-rows.ts';
import { defaultTrees, fitTrees } from './boosted-trees.ts';
import { boundRoot, createSharedFit } from './shared-fit.ts';
import { Team } from './team.ts';
import { fitOptions, number, rowsOf } from './testing/rows.ts';

const rows = 60_000;
const random = createRandom(4);
const data = rowsOf(
  Array.from({ length: 4 }, (_, index) => number(`x${index}`)),
  Array.from({ length: rows }, () => [random.normal(), random.normal(), random.below(9), random.below(2)]),
  Array.from({ length: rows }, () => random.below(2)),
);

test('every shard is done exactly once in hundreds of passes, and sums are those of one thread', async () => {
  const binned = binRows(data, 64);
  const fit = createSharedFit(binned, data.labels, 8, 3, 1);
  fit.weights.fill(1);
  fit.probability.fill(0.25);
  fit.odds.fill(1);
  fit.drawn.forEach((_, index) => {
    fit.drawn[index] = index;
    fit.order[index] = index;
  });
  boundRoot(fit, rows);
  const team = new Team(3);
  team.share(fit);
  try {
    expect(fit.shards).toBe(8);
    fit.leafNodes.set([1, 0]);
    fit.factors[0] = 1 + 2 ** -20;
    const passes = 300;
    for (let pass = 0; pass < passes; pass++) team.run('move', rows);
    let expected = 1;
    for (let pass = 0; pass < passes; pass++) expected *= fit.factors[0];
    expect(fit.odds.every((odds) => odds === expected)).toBe(true);
    team.run('countedRoot', rows);
    const counts = team.summed().reduce((sum, joint) => sum + joint.counts.reduce((a, b) => a + b, 0), 0);
    // Columns without a feature are summed, too, at places of no use.
    expect(counts).toBe(rows * blockWidth * binned.blocks);
  } finally {
    await team.close();
  }
});

test('threads take no shard before the first pass', async () => {
  const fit = createSharedFit(binRows(data, 64), data.labels, 8, 2, 1);
  fit.sums.fill(-1);
  const team = new Team(2);
  team.share(fit);
  // Long enough for a thread to start and to look for shards.
  await setTimeout(500);
  await team.close();
  expect(fit.sums.every((sum) => sum === -1)).toBe(true);
});

test('a fit that is stopped rejects with the reason and its threads end', async () => {
  const workers: Worker[] = [];
  const collect = (worker: Worker) => workers.push(worker);
  process.on('worker', collect);
  const controller = new AbortController();
  const fit = fitTrees(
    data,
    { ...defaultTrees, trees: 1000 },
    {
      ...fitOptions,
      threads: 2,
      onEpoch: () => controller.abort(new Error('stopped')),
      signal: controller.signal,
    },
  );
  await expect(fit).rejects.toThrow('stopped');
  process.off('worker', collect);
  // A thread that has ended has no number any more.
  expect(workers.map(({ threadId }) => threadId)).toEqual([-1]);
});

test('a fit inside a worker thread shares its rows with others, too', async () => {
  const worker = new Worker(new URL('./testing/fit-in-thread.ts', import.meta.url), {
    workerData: data,
    execArgv: [],
  });
  // Listened for together: a thread that ends at once tells its answer and its end in one go.
  const [inThread] = await Promise.all([
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    }),
    new Promise((resolve) => worker.once('exit', resolve)),
  ]);
  expect(inThread).toEqual(await fitTrees(data, { ...defaultTrees, trees: 3 }, fitOptions));
});
