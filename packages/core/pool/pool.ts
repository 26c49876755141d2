/** A pool of worker threads with a bounded queue, so that nothing computes on the caller's event loop. */
import Piscina from 'piscina';
import type { InputOf, OutputOf, Pool, PoolOptions, RunOptions, Tasks } from './contract.ts';
import { PoolError } from './errors.ts';
import { Job } from './job.ts';
import { unpackError } from './parcel.ts';
import type { Outcome, TaskMessage } from './task.ts';

/** How long the end of the process is held up for steps under way. */
const exitPatienceMs = 10_000;

/**
 * Opens a pool; its threads start at once and stay. Keep it for the life of the process, or close it.
 *
 * Piscina starts, feeds and replaces the threads. Queue and cancellation are the pool's own, because Piscina's bound does
 * not hold for tasks that can be aborted, and its abort ends the thread in the middle of a step.
 */
export function openPool<Exports extends Tasks>(options: PoolOptions): Pool<Exports> {
  return new ThreadPool<Exports>(options);
}

class ThreadPool<Exports extends Tasks> implements Pool<Exports> {
  readonly #options: PoolOptions;
  readonly #threads: Piscina<TaskMessage<unknown>, Outcome<unknown>>;
  readonly #waiting = new Set<Job>();
  /** With the promise of their end, which comes after that of their answer where they were cancelled. */
  readonly #running = new Map<Job, Promise<void>>();
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#threads = new Piscina({
      filename: options.worker,
      minThreads: options.threads,
      maxThreads: options.threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes },
      // What the process was started with, such as a watch on its supervisor, is the main thread's affair.
      execArgv: [],
    });
    // A thread that dies between two tasks is replaced like any other; without a listener it would end the process.
    this.#threads.on('error', () => {});
    process.on('exit', this.#beforeExit);
  }

  run<Name extends keyof Exports & string>(
    name: Name,
    input: InputOf<Exports[Name]>,
    options?: RunOptions,
  ): Promise<OutputOf<Exports[Name]>>;
  async run(name: string, input: unknown, options: RunOptions = {}): Promise<unknown> {
    if (this.#closed) throw closed();
    options.signal?.throwIfAborted();
    if (this.#running.size >= this.#options.threads && this.#waiting.size >= this.#options.mostWaiting) {
      throw new PoolError('busy', `${this.#waiting.size} tasks wait already: try again in a moment.`);
    }
    const job: Job = new Job(name, input, options, () => this.#waiting.delete(job));
    this.#waiting.add(job);
    this.#feed();
    return job.answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting) job.reject(closed());
    this.#waiting.clear();
    for (const job of this.#running.keys()) job.cancel();
    await Promise.all(this.#running.values());
    await this.#threads.destroy();
    process.off('exit', this.#beforeExit);
  }

  /** First come, first served. */
  #feed(): void {
    for (const job of this.#waiting) {
      if (this.#running.size >= this.#options.threads) return;
      this.#waiting.delete(job);
      this.#running.set(job, this.#compute(job));
    }
  }

  async #compute(job: Job): Promise<void> {
    const { message, move } = job.message();
    try {
      const outcome = await this.#threads.run(message, { name: job.name, transferList: move });
      if (outcome.ok) job.resolve(outcome.value);
      else job.reject(this.#closed ? closed() : unpackError(outcome.error, this.#options.errors));
    } catch (error) {
      job.reject(this.#failure(error));
    }
    this.#running.delete(job);
    this.#feed();
  }

  /** Tasks return what they throw, so this is the death of a thread, or an input that cannot be copied to one. */
  #failure(error: unknown): unknown {
    if (error instanceof DOMException) return error;
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      const message = `The task needs more than the ${this.#options.heapMegabytes} MB that a thread may use.`;
      return new PoolError('outOfMemory', message, error);
    }
    const why = error instanceof Error ? error.message : String(error);
    return new PoolError('threadDied', `The thread of the task died: ${why}`, error);
  }

  /** Ending the process during a native step would abort it with a core dump. */
  readonly #beforeExit = (): void => {
    for (const job of this.#running.keys()) job.cancel();
    const until = performance.now() + exitPatienceMs;
    for (const job of this.#running.keys()) job.waitUntilEnded(Math.max(0, until - performance.now()));
  };
}

function closed(): PoolError {
  return new PoolError('closed', 'The pool is closed: its process is stopping.');
}
