import { ArtifactError } from '@praxis/core';
import { PoolError } from '@praxis/core/serving';
import { expect, it } from 'vitest';
import { modelDamagedDigest } from '../error-digest.ts';
import { isModelDamaged, passingFailure, withDigest } from './failure.ts';

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

it('tells a damaged model from every other error, and marks it for the page', () => {
  const damaged = new ArtifactError('artifactDamaged', 'hash', 'model.onnx', 'not as it was written');
  expect(isModelDamaged(damaged)).toBe(true);
  expect(withDigest(damaged)).toBe(damaged);
  expect(damaged).toHaveProperty('digest', modelDamagedDigest);

  const busy = new PoolError('busy', 'not now');
  const other = Object.assign(new Error('another'), { code: 'artifactDamaged' });
  for (const error of [busy, other, null]) {
    expect(isModelDamaged(error)).toBe(false);
    expect(withDigest(error)).toBe(error);
  }
  expect(busy).not.toHaveProperty('digest');
});
