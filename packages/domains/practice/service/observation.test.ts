import { expect, test } from 'vitest';
import { observationOf } from './observation.ts';

const answered = (...verdicts: string[]) => ({
  answers: verdicts.map((verdict) => ({ typed: '', verdict, misconception: null })),
  hintsShown: 1,
});

test.each([
  [['right'], 'right', { correct: true, hints: 1, solutionSeen: false }],
  [['otherForm', 'unreadable', 'right'], 'right', { correct: true, hints: 1, solutionSeen: false }],
  [['wrong', 'right'], 'right', { correct: false, hints: 1, solutionSeen: false }],
  [['wrong'], 'left', { correct: false, hints: 1, solutionSeen: false }],
  [[], 'shown', { correct: false, hints: 1, solutionSeen: false }],
  [['otherForm'], 'left', null],
  [[], 'left', null],
] as const)('after %j and %s what is learnt is %j', (verdicts, outcome, observation) => {
  expect(observationOf(answered(...verdicts), outcome)).toEqual(observation);
});
