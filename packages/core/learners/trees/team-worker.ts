/** The file that a helping thread of a fit runs. */
import { workerData } from 'node:worker_threads';
import { help } from './team.ts';

help(workerData.fit, workerData.thread);
