/** Models that score on other threads, for processes whose event loop has to answer people. */
import { openPool } from '../pool/index.ts';
import type { LoadedModel } from '../registry/contract.ts';
import { ArtifactError, ScoringError } from '../registry/errors.ts';
// Not through the tensor engine's door: this process needs no TensorFlow.js.
import { SessionError } from '../tensor/errors.ts';

/** Two, so that a batch does not hold up a single score; a row takes a thread about a millisecond. */
const threads = 2;
/** A tenth of a second's work; whoever comes then had better come back. */
const mostWaiting = 64;
const heapMegabytes = 256;

export interface ModelPool {
  /**
   * Opens the artifact `<models>/<hash>` on a scoring thread.
   * @throws ArtifactError as `openModel`; PoolError. Of the model's `score`: ScoringError, SessionError, PoolError, the
   *   signal's reason
   */
  open(hash: string): Promise<LoadedModel>;
  close(): Promise<void>;
}

/**
 * @param models folder of the registry
 * @param worker path of `model-worker.ts` (`@praxis/core/model-worker`): a bundler moves this file, not that one
 */
export function openModelPool(models: string, worker: string): ModelPool {
  const pool = openPool<typeof import('./model-worker.ts')>({
    worker,
    threads,
    mostWaiting,
    heapMegabytes,
    errors: { ArtifactError, ScoringError, SessionError },
  });
  return {
    async open(hash) {
      const artifact = { folder: models, hash };
      return {
        hash,
        card: await pool.run('card', artifact),
        score: (rows, fold, signal) => pool.run('score', { ...artifact, rows, fold }, { signal }),
      };
    },
    close: () => pool.close(),
  };
}
