/** The pool's door. */
export type { Pool } from './contract.ts';
export { PoolError, type PoolErrorCode } from './errors.ts';
export { openPool } from './pool.ts';
export { task } from './task.ts';
