/** What a handler threw, as the answer that says it. */
import { modelDamagedDigest } from '../error-digest.ts';

export interface FailureAnswer {
  readonly status: number;
  /** A word under `api`. */
  readonly code: string;
  readonly retryAfterSeconds: number;
}

/** Scoring a person takes milliseconds: a queue that is full now is shorter soon. */
const busySeconds = 1;

/**
 * The answer where the trouble is known to pass, null for anything unforeseen.
 *
 * The pool's errors are known by name and code: modules may be bundled more than once, and each copy has a class of its
 * own.
 */
export function passingFailure(error: unknown): FailureAnswer | null {
  const isPool = error instanceof Error && error.name === 'PoolError' && 'code' in error;
  if (!isPool || (error.code !== 'busy' && error.code !== 'closed')) return null;
  return { status: 503, code: 'busy', retryAfterSeconds: busySeconds };
}

const damage: ReadonlySet<string> = new Set([
  'ArtifactError artifactDamaged',
  'ArtifactError artifactMissing',
  'ArtifactError cardInvalid',
  'ArtifactError modelForeign',
  'SessionError unreadableModel',
  'SessionError unknownOperator',
  'SessionError versionTooNew',
]);

/** Whether a model cannot be opened, whatever is asked of it, until it is trained again. */
export function isModelDamaged(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && damage.has(`${error.name} ${error.code}`);
}

/** Lets a page say that a model is damaged. */
export function withDigest(error: unknown): unknown {
  return isModelDamaged(error) ? Object.assign(error, { digest: modelDamagedDigest }) : error;
}
