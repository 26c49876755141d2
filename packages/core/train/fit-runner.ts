/** Does the fits of a run: side by side on threads, or one after the other here; what an earlier process finished is taken over. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FitError } from '../learners/errors.ts';
import { openPool, type Pool } from '../pool/index.ts';
import { SessionError, TraceError } from '../tensor/errors.ts';
import type { FitSettings } from './candidates.ts';
import { TrainingError } from './errors.ts';
import type { FitData } from './fit-data.ts';
import { type FitJob, type FitOutcome, type FitProgress, fitEpoch, fitProgress, runFit } from './fit-job.ts';
import { PrivacyError } from './private/errors.ts';
import { fileCheckpoint, type RunFolder } from './run-folder.ts';
import type { Trial } from './search/search-settings.ts';

export interface FitRunner {
  /** @throws what the fit throws; the signal's reason */
  run(job: FitJob, onProgress: (progress: FitProgress) => void): Promise<FitOutcome>;
  close(): Promise<void>;
}

export interface FitRunnerOptions {
  /** Fits side by side; 1: here, without a thread. The numbers are the same. */
  readonly parallel: number;
  readonly folder: RunFolder | null;
  readonly signal: AbortSignal;
}

const heapMegabytes = 4096;

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

const outcome = z.object({
  fitted: z.custom<FitOutcome['fitted']>(isObject),
  settings: z.custom<FitSettings>(isObject),
  trials: z.array(z.custom<Trial>(isObject)),
  logOdds: z.instanceof(Float64Array),
  epochs: z.array(fitEpoch),
  seconds: z.number(),
});

export function openFitRunner(data: FitData, options: FitRunnerOptions): FitRunner {
  const { folder, signal } = options;
  const pool = options.parallel > 1 ? openFitPool(options.parallel) : null;
  const shared = pool === null ? data : sharedCopy(data);
  const compute = async (job: FitJob, onProgress: (progress: FitProgress) => void): Promise<FitOutcome> => {
    const checkpoint = folder?.checkpointFile(job) ?? null;
    if (pool === null) {
      const own = checkpoint === null ? null : fileCheckpoint(checkpoint);
      return runFit(data, job, { signal, onProgress, checkpoint: own });
    }
    const input = { data: shared, job, checkpoint };
    return pool.run('fit', input, { signal, onProgress: (said) => onProgress(fitProgress.parse(said)) });
  };
  // Here, fits wait for each other: side by side in one thread they would only fill the memory.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<FitOutcome>): Promise<FitOutcome> => {
    const own = before.then(work, work);
    before = own;
    return own;
  };
  return {
    async run(job, onProgress) {
      const known = outcome.safeParse(await folder?.load(job));
      if (known.success) {
        // Whoever watches sees the curve of a fit that an earlier process did, too.
        for (const epoch of known.data.epochs) onProgress({ share: epoch.share, epoch });
        return known.data;
      }
      const work = () => compute(job, onProgress);
      const done = await (pool === null ? inTurn(work) : work());
      await folder?.save(job, done);
      return done;
    },
    close: async () => pool?.close(),
  };
}

function openFitPool(threads: number): Pool<typeof import('./fit-worker.ts')> {
  return openPool<typeof import('./fit-worker.ts')>({
    worker: fileURLToPath(new URL('fit-worker.ts', import.meta.url)),
    threads,
    mostWaiting: Number.POSITIVE_INFINITY,
    heapMegabytes,
    errors: { FitError, TrainingError, PrivacyError, TraceError, SessionError },
  });
}

/** The table in memory that threads read without a copy of their own. */
function sharedCopy(data: FitData): FitData {
  const values = new Float32Array(new SharedArrayBuffer(data.values.byteLength));
  values.set(data.values);
  const labels = new Uint8Array(new SharedArrayBuffer(data.labels.byteLength));
  labels.set(data.labels);
  return { ...data, values, labels };
}
