/** The fitting thread: keeps the table of its run and does one fit after the other. */
import type { StopSignal } from '../learners/contract.ts';
import { task } from '../pool/index.ts';
import type { FitData } from './fit-data.ts';
import { type FitJob, type FitOutcome, runFit } from './fit-job.ts';
import { fileCheckpoint } from './run-folder.ts';

interface FitInput {
  readonly data: FitData;
  readonly job: FitJob;
  /** Where a long fit keeps its state, null: nowhere. */
  readonly checkpoint: string | null;
}

export const fit = task(async ({ data, job, checkpoint }: FitInput, context): Promise<FitOutcome> => {
  const signal: StopSignal = {
    aborted: false,
    throwIfAborted: () => context.throwIfCancelled(),
  };
  return runFit(data, job, {
    signal,
    onProgress: (progress) => context.report(progress),
    checkpoint: checkpoint === null ? null : fileCheckpoint(checkpoint),
  });
});
