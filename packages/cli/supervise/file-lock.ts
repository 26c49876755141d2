/** A lock that the system drops when its holder dies. */
import { DatabaseSync } from 'node:sqlite';

/** SQLite's result code for "somebody else holds it". Its file lock is the one kernel lock that comes with Node. */
const busy = 5;

export interface FileLock {
  /** A second call does nothing. */
  release(): void;
}

/** Takes the lock of a file for this process until `release`; null where another holds it. */
export function tryLockFile(file: string): FileLock | null {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return {
      release: () => {
        if (lock.isOpen) lock.close();
      },
    };
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null;
    throw error;
  }
}
