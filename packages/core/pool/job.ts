/** One call of a pool, from its arrival to its answer. */
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { RunOptions } from './contract.ts';
import { cancelledAt, endedAt, type TaskMessage } from './task.ts';

export class Job {
  readonly name: string;
  /** Settles once: later answers count for nothing. */
  readonly answer: Promise<unknown>;
  readonly #input: unknown;
  readonly #state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  readonly #progress: MessageChannel | null = null;
  readonly #onProgress: (message: unknown) => void = () => {};
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (error: unknown) => void;

  /** @param dropped is called when the caller cancels */
  constructor(name: string, input: unknown, { signal, onProgress }: RunOptions, dropped: () => void) {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.name = name;
    this.answer = promise;
    this.#input = input;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = signal;
    this.#onAbort = () => {
      this.cancel();
      this.reject(signal?.reason);
      dropped();
    };
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    if (!onProgress) return;
    this.#progress = new MessageChannel();
    this.#onProgress = onProgress;
    this.#progress.port1.on('message', this.#onProgress);
    this.#progress.port1.unref();
  }

  /** What the thread gets, and what of it moves there instead of being copied. */
  message(): { readonly message: TaskMessage<unknown>; readonly move: MessageChannel['port2'][] } {
    const port = this.#progress?.port2;
    const message = { input: this.#input, state: this.#state, progress: port ?? null };
    return { message, move: port ? [port] : [] };
  }

  /** Tells the thread to stop after its step. */
  cancel(): void {
    Atomics.store(this.#state, cancelledAt, 1);
  }

  resolve(value: unknown): void {
    // The answer comes by another way and may overtake the last report.
    for (let port = this.#progress?.port1; port; ) {
      const late = receiveMessageOnPort(port);
      if (!late) break;
      this.#onProgress(late.message);
    }
    this.#settle();
    this.#resolve(value);
  }

  reject(error: unknown): void {
    this.#settle();
    this.#reject(error);
  }

  /** Blocks this thread until the other one has left the task, `forMs` at most. */
  waitUntilEnded(forMs: number): void {
    Atomics.wait(this.#state, endedAt, 0, forMs);
  }

  #settle(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#progress?.port1.close();
  }
}
