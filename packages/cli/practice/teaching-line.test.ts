import { expect, test } from 'vitest';
import { teachingLine } from './teaching-line.ts';

const teaching = {
  simulated: { learners: 400, attempts: 24_000 },
  own: { learners: 3, attempts: 210 },
  measure: { learners: 200, attempts: 12_000, ability: 0.572, both: 0.5709, gain: 0.0011, error: 0.0003 },
};

test('a training says who taught it, what it is worth and whether it serves', () => {
  const line = teachingLine({ kind: 'serves', ...teaching });
  expect(line).toContain('400 simulated learners (24,000 answers) and 3 learners of this installation (210)');
  expect(line).toContain('0.5720 by ability alone, 0.5709 by both');
  expect(line).toContain('both tell there now');
  expect(teachingLine({ kind: 'noBetter', ...teaching })).toContain('ability alone serves');
  expect(teachingLine({ kind: 'notDue' })).toBeNull();
});
