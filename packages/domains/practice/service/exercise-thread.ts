/** Exercises made on a thread of their own. */
import { openPool, PoolError } from '@praxis/core/pool';
import type { Make } from './exercise-pool.ts';

const threads = 1;
/** Beyond that a learner is told to try again. */
const mostWaiting = 64;
const heapMegabytes = 512;

/** @param worker path of `exercise-worker.ts` (`@praxis/practice/exercise-worker`): a bundler moves this file, not that one */
export function openExerciseThread(worker: string): { readonly make: Make; close(): Promise<void> } {
  const pool = openPool<typeof import('./exercise-worker.ts')>({
    worker,
    threads,
    mostWaiting,
    heapMegabytes,
    errors: { PoolError },
  });
  return {
    make: (wish, place, avoid) => pool.run('make', { wish, place, avoid }),
    close: () => pool.close(),
  };
}
