/** The pool's door. */
export type { Pool, PoolOptions, RunOptions } from './contract.ts';
export { PoolError, type PoolErrorCode } from './errors.ts';
export { openPool } from './pool.ts';
export { type Task, type TaskContext, task } from './task.ts';
