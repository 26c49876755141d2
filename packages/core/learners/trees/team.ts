/**
 * The threads of a fit. The thread that fits hands out shards of rows and works itself; the others take shards when they
 * are awake: first those of their own, whose rows lie in their caches, then any. Nobody waits for one that has not taken
 * any, so that a thread that starts late or sleeps costs nothing.
 */
import { Worker } from 'node:worker_threads';
import { FitError } from '../errors.ts';
import { doShard, type Pass, passNumber } from './passes.ts';
import { controlPlaces, type SharedFit } from './shared-fit.ts';

/** Places in `control`. */
const startedAt = 0;
const passAt = 1;
const runAt = 2;
const failedAt = 3;
/** These are often written, by any thread: each lies in a line of the cache of its own. */
const doneAt = controlPlaces;
/** Every thread has a ticket. */
const ticketsAt = 2 * controlPlaces;

/** In place of a run's number, ends the helpers: a place of its own would be missed by one about to sleep. */
const stopped = -1;

/** A ticket is the last bits of the run's number, then the next of the thread's shards that nobody has taken. */
const shardBits = 10;
const shardMask = 2 ** shardBits - 1;
/** Looks this often before it sleeps: passes mostly follow each other faster than a thread wakes up. */
const looksBeforeSleep = 20_000;
const sleepMs = 100;
/** A pass over fewer rows is done before another thread has noticed. */
const leastRowsToShare = 1024;

export class Team {
  readonly #threads: number;
  readonly #workers: readonly Worker[];
  readonly #ended: Promise<unknown>;
  #run = 0;
  #fit: SharedFit | null = null;

  /** Starts the others, which takes a while. @param threads this one counted */
  constructor(threads: number) {
    this.#threads = threads;
    this.#workers = Array.from({ length: threads - 1 }, startHelper);
    this.#ended = Promise.all(this.#workers.map(endOf));
  }

  /** Gives all threads the fit that they are to work on; once. */
  share(fit: SharedFit): void {
    this.#fit = fit;
    // None is left before the first run either: a ticket of 0 would be one for the first shard.
    for (let thread = 0; thread < this.#threads; thread++) {
      Atomics.store(fit.control, ticketsAt + thread * controlPlaces, shardMask);
    }
    for (const [index, worker] of this.#workers.entries()) worker.postMessage({ fit, thread: index + 1 });
  }

  /** Does a pass over all shards of the fit. @param rows in the pass @throws FitError where a thread failed */
  run(pass: Pass, rows: number): void {
    const fit = this.#fit;
    if (!fit) return;
    const run = ++this.#run;
    if (this.#threads === 1 || rows < leastRowsToShare) {
      for (let shard = 0; shard < fit.shards; shard++) doShard(fit, passNumber(pass), shard, 0, run);
      return;
    }
    const { control } = fit;
    // No ticket of the last run is left, so nobody reads while these are written.
    control[passAt] = passNumber(pass);
    control[runAt] = run;
    Atomics.store(control, doneAt, 0);
    for (let thread = 0; thread < this.#threads; thread++) {
      const first = firstShard(thread, this.#threads, fit.shards);
      Atomics.store(control, ticketsAt + thread * controlPlaces, (run << shardBits) | first);
    }
    Atomics.store(control, startedAt, run);
    Atomics.notify(control, startedAt);
    takeShards(fit, 0);
    waitForDone(control, fit.shards);
    if (Atomics.load(control, failedAt) > 0)
      throw new FitError('threadFailed', 'A thread of the fit failed.');
  }

  /** The joint histograms that were summed in the last run. */
  summed(): SharedFit['joints'] {
    return this.#fit?.joints.filter((_, thread) => this.#fit?.jointRuns[thread] === this.#run) ?? [];
  }

  /** Resolves when all threads have ended. */
  async close(): Promise<void> {
    if (this.#fit) {
      Atomics.store(this.#fit.control, startedAt, stopped);
      Atomics.notify(this.#fit.control, startedAt);
    } else {
      for (const worker of this.#workers) worker.terminate();
    }
    await this.#ended;
  }
}

function startHelper(): Worker {
  return new Worker(new URL('./team-worker.ts', import.meta.url), { execArgv: [] });
}

/** A helper that cannot start is not missed: it takes no shard. */
function endOf(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('error', () => {});
    worker.once('exit', () => resolve());
  });
}

function firstShard(thread: number, threads: number, shards: number): number {
  return Math.floor((thread * shards) / threads);
}

/** Sleeps while the place holds the value, after a while of looking. */
function waitWhile(control: Int32Array, place: number, value: number): void {
  for (let look = 0; look < looksBeforeSleep; look++) if (Atomics.load(control, place) !== value) return;
  Atomics.wait(control, place, value, sleepMs);
}

function waitForDone(control: Int32Array, count: number): void {
  for (let done = Atomics.load(control, doneAt); done !== count; done = Atomics.load(control, doneAt)) {
    waitWhile(control, doneAt, done);
  }
}

/** Takes shards of the present run until none is left, a thread's own first. */
function takeShards(fit: SharedFit, thread: number): void {
  const { control } = fit;
  const threads = fit.joints.length;
  let done = 0;
  for (let step = 0; step < threads; step++) done += takeShardsOf(fit, (thread + step) % threads, thread);
  if (done === 0) return;
  Atomics.add(control, doneAt, done);
  if (thread > 0) Atomics.notify(control, doneAt);
}

/** @returns how many were taken, and done, of the owner's shards */
function takeShardsOf(fit: SharedFit, owner: number, thread: number): number {
  const { control, shards, joints } = fit;
  const place = ticketsAt + owner * controlPlaces;
  const end = firstShard(owner + 1, joints.length, shards);
  for (let taken = 0; ; ) {
    const ticket = Atomics.load(control, place);
    const shard = ticket & shardMask;
    if (shard >= end) return taken;
    // It belongs to the ticket where the exchange succeeds: a run ends only when all its shards are taken and done.
    const [pass, run] = [control[passAt], control[runAt]];
    if (Atomics.compareExchange(control, place, ticket, ticket + 1) !== ticket) continue;
    taken++;
    try {
      doShard(fit, pass, shard, thread, run);
    } catch {
      Atomics.add(control, failedAt, 1);
    }
  }
}

/** What a helper does until the fit ends. */
export function help(fit: SharedFit, thread: number): void {
  const { control } = fit;
  for (;;) {
    const seen = Atomics.load(control, startedAt);
    if (seen === stopped) return;
    takeShards(fit, thread);
    waitWhile(control, startedAt, seen);
  }
}
