import { expect, test } from 'vitest';
import { refitLine } from './refit-line.ts';

const figures = { answers: 1440, held: 288, before: 0.47548, after: 0.46589 };

test('a fit says what it did to the log loss, and whether it serves', () => {
  const loss = 'log loss on the newest 288: 0.4755 before, 0.4659 after';
  expect(refitLine({ kind: 'replaced', ...figures })).toBe(
    `difficulties fitted to 1,440 answers, ${loss}; they serve now`,
  );
  expect(refitLine({ kind: 'worse', ...figures })).toBe(
    `difficulties fitted to 1,440 answers, ${loss}; not taken`,
  );
});

test('too few answers say how many are needed, and what is not due says nothing', () => {
  expect(refitLine({ kind: 'tooFew', answers: 12, fresh: 12, needed: 200 })).toContain('12 new answers');
  expect(refitLine({ kind: 'notDue' })).toBeNull();
});
