/** One training job from start to recorded end. */
import type { PipelineContext, TrainingResult, Vertical } from '@praxis/core';
import { reason } from '../fault.ts';
import { ProgressRecorder, type ProgressRows } from './recorder.ts';

const askForCancelMs = 1_000;

/** What is used of `trainingRuns`. */
export interface RunRows extends ProgressRows {
  start(id: string): Promise<boolean>;
  succeed(id: string, artifact: string): Promise<void>;
  fail(id: string, message: string): Promise<void>;
  cancel(id: string): Promise<void>;
  putBack(id: string): Promise<void>;
  cancelRequested(id: string): Promise<boolean>;
}

/** What a training ends with. */
export interface Trained {
  /** Content hash of what was written. */
  readonly artifact: string;
  /** How good it is, in a few words. */
  readonly told: string;
}

/** What a worker does for an outcome, with store and places filled in. */
export type Train = (context: Pick<PipelineContext<unknown>, 'onProgress' | 'signal'>) => Promise<Trained>;

/** Looks an outcome of a vertical up by its name; null where there is none. */
export function trainerOf<Outcome extends string, Store>(
  vertical: Vertical<string, Outcome, Store>,
  given: Omit<PipelineContext<Store>, 'onProgress' | 'signal'>,
): (name: string) => Train | null {
  return (name) => {
    const outcome = vertical.outcomes.find((each) => each === name);
    if (outcome === undefined) return null;
    return async (context) => trained(await vertical.train(outcome, { ...given, ...context }));
  };
}

function trained({ artifact, card }: TrainingResult): Trained {
  const { auroc } = card.performance;
  return { artifact, told: `AUROC ${auroc.value.toFixed(3)}, ${Math.round(card.seconds)} s` };
}

/**
 * Trains and records how it ended. A failure of the training is an end like another: it is recorded, not thrown.
 *
 * @param signal fires when the worker must let go: the job goes back to the queue
 * @param stopping whether it must because it is stopping itself; else another worker has taken the run over, which is
 *   then not ours to change
 * @returns the result; null where there was nothing to do, it failed, or somebody cancelled it
 * @throws the signal's reason, or what the database says
 */
export async function runTraining(
  run: string,
  train: Train,
  rows: RunRows,
  signal: AbortSignal,
  stopping: () => boolean,
): Promise<Trained | null> {
  if (!(await rows.start(run))) return null;
  const recorder = new ProgressRecorder(rows, run);
  const cancel = new AbortController();
  const asking = setInterval(async () => {
    const asked = await rows.cancelRequested(run).catch(() => false);
    if (asked) cancel.abort(new Error('Cancelled.'));
  }, askForCancelMs);
  let result: Trained;
  try {
    result = await train({
      onProgress: recorder.record,
      signal: AbortSignal.any([signal, cancel.signal]),
    });
  } catch (error) {
    clearInterval(asking);
    await recorder.finish();
    if (cancel.signal.aborted) await rows.cancel(run);
    else if (signal.aborted) {
      if (stopping()) await rows.putBack(run);
      throw signal.reason;
    } else await rows.fail(run, reason(error));
    return null;
  }
  clearInterval(asking);
  await recorder.finish();
  await rows.succeed(run, result.artifact);
  return result;
}
