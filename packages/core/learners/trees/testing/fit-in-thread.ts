/** A thread that fits trees with two threads and posts what it has fitted. */
import { parentPort, workerData } from 'node:worker_threads';
import { defaultTrees, fitTrees } from '../boosted-trees.ts';
import { fitOptions } from './rows.ts';

parentPort?.postMessage(
  await fitTrees(workerData, { ...defaultTrees, trees: 3 }, { ...fitOptions, threads: 2 }),
);
