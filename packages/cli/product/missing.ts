/** What has no whole model, and what an earlier start left open, goes into the queue. */
import type { Queue, TrainingRun, TrainingRuns } from '@praxis/db';
import type { ModelState } from './model-state.ts';

/**
 * Enqueues the training of every outcome without a whole model, and of every run that an earlier start left open.
 * Enqueueing a run whose job waits already does nothing.
 *
 * @returns the outcomes that were missing
 */
export async function enqueueMissing(
  vertical: string,
  states: readonly ModelState[],
  runs: Pick<TrainingRuns, 'create' | 'list'>,
  queue: Pick<Queue, 'enqueueTraining'>,
): Promise<readonly string[]> {
  const missing = states.filter(({ state }) => state !== 'ready').map(({ outcome }) => outcome);
  for (const outcome of missing) await runs.create(vertical, outcome);
  for (const run of await runs.list(vertical)) {
    if (isOpen(run)) await queue.enqueueTraining({ runId: run.id, vertical, outcome: run.outcome });
  }
  return missing;
}

const isOpen = ({ status }: TrainingRun): boolean => status === 'queued' || status === 'running';

/**
 * Whether the finished fits of a run are of use: it waits or is under way, or it is the newest of its outcome and was
 * cancelled or failed, so that somebody may let it go on.
 */
export async function anyToGoOn(vertical: string, runs: Pick<TrainingRuns, 'list'>): Promise<boolean> {
  const all = await runs.list(vertical);
  // `list` gives the newest first: of each outcome the first one counts.
  const newest = new Map(all.toReversed().map((run) => [run.outcome, run]));
  return all.some(isOpen) || [...newest.values()].some(({ status }) => status !== 'succeeded');
}

/**
 * Runs that a killed start left as running wait again. Only for who has the database alone: elsewhere they may well be
 * running.
 */
export async function putBackInterrupted(
  vertical: string,
  runs: Pick<TrainingRuns, 'list' | 'putBack'>,
): Promise<void> {
  for (const { id, status } of await runs.list(vertical)) {
    if (status === 'running') await runs.putBack(id);
  }
}
