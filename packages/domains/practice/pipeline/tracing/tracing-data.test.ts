import { expect, test } from 'vitest';
import { madeResponses } from './testing/responses.ts';
import { tracingData, unseenIn } from './tracing-data.ts';

const [training, validation, test1, test2] = [1, 2, 3, 4].map((seed) => madeResponses(20, seed));

test('nothing that is trained or chosen with holds anything of the test file, nor training of the validation file', () => {
  const one = tracingData({ training, validation, test: test1 });
  const other = tracingData({ training, validation, test: test2 });
  expect(other.training).toEqual(one.training);
  expect(other.validation).toEqual(one.validation);
  expect(tracingData({ training, validation: test2, test: test1 }).training).toEqual(one.training);
});

test('what the training has not seen is named, with the attempts that it concerns', () => {
  const attempts = [
    { problem: 'p1', skills: ['a', 'x'], right: true },
    { problem: 'new', skills: ['y'], right: true },
    { problem: 'new', skills: ['a'], right: false },
  ];
  const strange = { ...test1, learners: [{ attempts }] };
  expect(unseenIn(strange, training)).toEqual({ skills: ['x', 'y'], skillAttempts: 2, itemAttempts: 2 });
});
