/** Why the pool itself did not do a task; what the task throws comes to the caller as it is. */

export type PoolErrorCode =
  /** As many tasks wait as may: try again in a moment. */
  | 'busy'
  /** The thread's JavaScript heap is full; the thread is replaced. */
  | 'outOfMemory'
  /** The thread ended for another reason; it is replaced. */
  | 'threadDied'
  /** The pool takes no more tasks, or was closed while this one waited or ran. */
  | 'closed';

/** `cause` is what the thread died of, where it is known. */
export class PoolError extends Error {
  readonly code: PoolErrorCode;

  constructor(code: PoolErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PoolError';
    this.code = code;
  }
}
