import { PoolError } from '@praxis/core/serving';
import { expect, it } from 'vitest';
import { passingFailure } from './failure.ts';

it('asks to come back when scoring is busy or the server is stopping', () => {
  for (const code of ['busy', 'closed'] as const) {
    const answer = { status: 503, code: 'busy', retryAfterSeconds: 1 };
    expect(passingFailure(new PoolError(code, 'not now'))).toEqual(answer);
  }
});

it('knows nothing of a thread that died or of any other error', () => {
  for (const error of [
    new PoolError('outOfMemory', 'too large'),
    new PoolError('threadDied', 'gone'),
    Object.assign(new Error('another'), { code: 'busy' }),
    { name: 'PoolError', code: 'busy' },
    null,
  ]) {
    expect(passingFailure(error)).toBeNull();
  }
});
