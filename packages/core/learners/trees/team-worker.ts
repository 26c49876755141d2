/** The file that a helping thread of a fit runs. */
import { parentPort } from 'node:worker_threads';
import { help } from './team.ts';

// Without another listener the thread ends when it has helped.
parentPort?.once('message', ({ fit, thread }) => help(fit, thread));
