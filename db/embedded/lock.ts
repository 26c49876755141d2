/** One process at a time: a lock that the operating system itself drops when its holder dies. */

import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from '../errors.ts';

const waitMs = 60_000;
const pollMs = 25;
/** SQLite's result codes for "someone else holds it". */
const busy = 5;

/**
 * Runs `work` while holding the lock file. SQLite's file lock is used because it is the only kernel lock that comes
 * with Node on every platform; a file that merely exists would outlive a killed holder.
 * @throws DatabaseError dataLocked after a minute, and whatever `work` throws.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file);
  try {
    const deadline = Date.now() + waitMs;
    while (!tryLock(lock)) {
      if (Date.now() > deadline) {
        throw new DatabaseError(
          'dataLocked',
          `Another process has been starting or stopping the database for a minute (lock ${file}).`,
          'Wait for the other "npm start" to finish, or end it.',
        );
      }
      await sleep(pollMs);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return false;
    throw error;
  }
}
