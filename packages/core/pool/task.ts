/** The thread's side of the pool: a worker file exports its tasks, each made by `task`. */
import type { MessagePort } from 'node:worker_threads';
import { type ErrorParcel, packError } from './parcel.ts';

/** Places in a task's shared state, an Int32Array of two; each is 0 until it is true, then 1. */
export const cancelledAt = 0;
export const endedAt = 1;

export interface TaskMessage<Input> {
  readonly input: Input;
  readonly state: Int32Array<SharedArrayBuffer>;
  /** null where the caller does not ask for progress. */
  readonly progress: MessagePort | null;
}

export type Outcome<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly error: ErrorParcel };

export type Task<Input, Output> = (message: TaskMessage<Input>) => Promise<Outcome<Output>>;

export interface TaskContext {
  /** Call between steps. @throws where nobody waits for the result any more; let it pass */
  throwIfCancelled(): void;
  /** @param progress what the caller shall know meanwhile: plain data */
  report(progress: unknown): void;
}

/** The task saw that it was cancelled. The caller knows already. */
class TaskCancelled extends Error {
  override readonly name = 'TaskCancelled';
}

/**
 * Makes a task of a function. Input and output are copied between threads (structured clone).
 *
 * A thread computes on its own stack and hears no message meanwhile, so cancellation is a shared number that the function
 * looks at between its steps. Nothing interrupts a running step: ending a thread during native computation would abort
 * the whole process.
 */
export function task<Input, Output>(
  work: (input: Input, context: TaskContext) => Output | Promise<Output>,
): Task<Input, Output> {
  return async ({ input, state, progress }) => {
    const context: TaskContext = {
      throwIfCancelled() {
        if (Atomics.load(state, cancelledAt) === 1) throw new TaskCancelled('The task was cancelled.');
      },
      report: (said) => progress?.postMessage(said),
    };
    try {
      context.throwIfCancelled();
      return { ok: true, value: await work(input, context) };
    } catch (error) {
      return { ok: false, error: packError(error) };
    } finally {
      Atomics.store(state, endedAt, 1);
      Atomics.notify(state, endedAt);
    }
  };
}
