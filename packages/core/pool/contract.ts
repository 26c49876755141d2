/** What callers know of a pool of threads. */
import type { ErrorClasses } from './parcel.ts';
import type { Task } from './task.ts';

/** What a worker file exports: `typeof import('./worker.ts')`. */
export type Tasks = Readonly<Record<string, Task<never, unknown>>>;
export type InputOf<T> = T extends Task<infer Input, unknown> ? Input : never;
export type OutputOf<T> = T extends Task<never, infer Output> ? Output : never;

export interface PoolOptions {
  /** Path of the worker file. */
  readonly worker: string;
  readonly threads: number;
  /** Tasks that may wait when every thread has one; one more is refused as `busy`. */
  readonly mostWaiting: number;
  /** JavaScript heap of one thread; a task that needs more ends its thread. */
  readonly heapMegabytes: number;
  /** Classes that a task's errors have again at the caller. */
  readonly errors: ErrorClasses;
}

export interface RunOptions {
  /** Cancels: the call rejects with the signal's reason; a waiting task never begins, a running one ends after its step. */
  readonly signal?: AbortSignal | undefined;
  /** Called in order with what the task reports; never after the call has settled. */
  readonly onProgress?: (progress: unknown) => void;
}

export interface Pool<Exports extends Tasks> {
  /**
   * Runs the task that the worker file exports under `name` on a thread that is free, or on the first that becomes free.
   *
   * @throws what the task throws, with its class and fields; PoolError; the signal's reason
   */
  run<Name extends keyof Exports & string>(
    name: Name,
    input: InputOf<Exports[Name]>,
    options?: RunOptions,
  ): Promise<OutputOf<Exports[Name]>>;
  /** Refuses what waits, cancels what runs, awaits the running steps and ends the threads. */
  close(): Promise<void>;
}
