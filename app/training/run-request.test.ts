import { expect, it } from 'vitest';
import { verticals } from '../server/verticals.ts';
import { runRequest } from './run-request.ts';

it('a run is asked for of any vertical in the list, and of an outcome of its own', () => {
  const request = runRequest(verticals);
  expect(request.safeParse({ vertical: 'diagnosis', outcome: 'diabetes' }).success).toBe(true);
  expect(request.safeParse({ vertical: 'fraud', outcome: 'fraud' }).success).toBe(true);
  expect(request.safeParse({ vertical: 'fraud', outcome: 'diabetes' }).success).toBe(false);
});

it('what is refused is told what there is', () => {
  const read = runRequest(verticals).safeParse({ vertical: 'diagnosis', outcome: 'stroke' });
  expect(read.error?.issues).toMatchObject([
    {
      path: ['outcome'],
      message:
        'expected one of diabetes of diagnosis, hypertension of diagnosis, cardiovascular of diagnosis, fraud of fraud',
    },
  ]);
});
