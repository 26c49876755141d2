/**
 * The threads of a fit. The thread that fits hands out ranges of rows and works itself; the others take ranges when they
 * are awake. Nobody waits for one that has not taken any, so that a thread that starts late or sleeps costs nothing.
 */
import { Worker } from 'node:worker_threads';
import { FitError } from '../errors.ts';
import { doRange, type Pass, passNumber } from './passes.ts';
import type { SharedFit } from './shared-fit.ts';

/** Places in `control`. */
const ticketAt = 0;
const passAt = 1;
const countAt = 2;
const doneAt = 3;
const stoppedAt = 4;
const failedAt = 5;
const runAt = 6;

/** A ticket is the last bits of the run's number, then the next range that nobody has taken. */
const rangeBits = 13;
const rangeMask = 2 ** rangeBits - 1;
/** Looks this often before it sleeps: passes follow each other within microseconds, waking up takes fifty. */
const looksBeforeSleep = 4000;
const sleepMs = 100;

export class Team {
  readonly threads: number;
  readonly #fit: SharedFit;
  readonly #workers: readonly Worker[];
  readonly #ended: Promise<unknown>;
  #run = 0;

  /** @param threads this one counted */
  constructor(fit: SharedFit, threads: number) {
    this.threads = threads;
    this.#fit = fit;
    this.#workers = Array.from({ length: threads - 1 }, (_, index) => startHelper(fit, index + 1));
    this.#ended = Promise.all(this.#workers.map(endOf));
  }

  /** Does a pass over the first `count` ranges of the fit. @throws FitError where a thread failed */
  run(pass: Pass, count: number): void {
    this.#run++;
    if (this.#workers.length === 0 || count < 2) {
      for (let range = 0; range < count; range++) doRange(this.#fit, passNumber(pass), range, 0, this.#run);
      return;
    }
    const { control } = this.#fit;
    // No ticket of the last run is left, so nobody reads while these are written.
    control[runAt] = this.#run;
    control[passAt] = passNumber(pass);
    control[countAt] = count;
    Atomics.store(control, doneAt, 0);
    Atomics.store(control, ticketAt, this.#run << rangeBits);
    Atomics.notify(control, ticketAt);
    takeRanges(this.#fit, 0);
    waitForDone(control, count);
    Atomics.store(control, ticketAt, (this.#run << rangeBits) | rangeMask);
    if (Atomics.load(control, failedAt) > 0)
      throw new FitError('threadFailed', 'A thread of the fit failed.');
  }

  /** The joint histograms that were summed in the last run. */
  summed(): SharedFit['joints'] {
    return this.#fit.joints.filter((_, thread) => this.#fit.jointRuns[thread] === this.#run);
  }

  /** Resolves when all threads have ended. */
  async close(): Promise<void> {
    Atomics.store(this.#fit.control, stoppedAt, 1);
    Atomics.notify(this.#fit.control, ticketAt);
    await this.#ended;
  }
}

function startHelper(fit: SharedFit, thread: number): Worker {
  return new Worker(new URL('./team-worker.ts', import.meta.url), {
    workerData: { fit, thread },
    execArgv: [],
  });
}

/** A helper that cannot start is not missed: it takes no range. */
function endOf(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('error', () => {});
    worker.once('exit', () => resolve());
  });
}

function waitForDone(control: Int32Array, count: number): void {
  for (let look = 0; look < looksBeforeSleep; look++) if (Atomics.load(control, doneAt) === count) return;
  for (let done = Atomics.load(control, doneAt); done !== count; done = Atomics.load(control, doneAt)) {
    Atomics.wait(control, doneAt, done, sleepMs);
  }
}

/** Takes ranges of the present run until none is left. @returns the last ticket that was seen */
function takeRanges(fit: SharedFit, thread: number): number {
  const { control } = fit;
  for (;;) {
    const ticket = Atomics.load(control, ticketAt);
    const range = ticket & rangeMask;
    // They belong to the ticket where the exchange succeeds: a run ends only when all its ranges are taken and done.
    const [run, pass, count] = [control[runAt], control[passAt], control[countAt]];
    if (range >= count) return ticket;
    if (Atomics.compareExchange(control, ticketAt, ticket, ticket + 1) !== ticket) continue;
    try {
      doRange(fit, pass, range, thread, run);
    } catch {
      Atomics.add(control, failedAt, 1);
    }
    Atomics.add(control, doneAt, 1);
    if (thread > 0) Atomics.notify(control, doneAt);
  }
}

/** What a helper does until the fit ends. */
export function help(fit: SharedFit, thread: number): void {
  const { control } = fit;
  while (Atomics.load(control, stoppedAt) === 0) {
    const seen = takeRanges(fit, thread);
    let looks = 0;
    while (looks < looksBeforeSleep && Atomics.load(control, ticketAt) === seen) looks++;
    if (looks === looksBeforeSleep) Atomics.wait(control, ticketAt, seen, sleepMs);
  }
}
