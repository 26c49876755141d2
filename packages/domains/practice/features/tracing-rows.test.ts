import { createRandom } from '@praxis/core';
import { expect, test } from 'vitest';
import type { Attempt } from '../data/responses/attempts.ts';
import type { Learner } from '../data/responses/read.ts';
import { difficultiesOf, easinessOf, ownTally } from './difficulty.ts';
import { sequencesOf, vocabularyOf } from './sequences.ts';
import { countPenalties, tracingRows } from './tracing-rows.ts';

const random = createRandom(11);
const learners: readonly Learner[] = Array.from({ length: 8 }, () => ({
  attempts: Array.from({ length: 12 }, (): Attempt => {
    const skills = ['a', 'b', 'c'].slice(random.below(2), 2 + random.below(2));
    return { problem: `p${random.below(6)}`, skills, right: random.uniform() < 0.6 };
  }),
}));
const vocabulary = vocabularyOf(learners);
const sizes = { items: vocabulary.items.size + 1, skills: vocabulary.skills.size + 1 };
const difficulties = difficultiesOf(sequencesOf(learners, vocabulary), sizes);
const rowsOf = (given: readonly Learner[]) =>
  tracingRows(sequencesOf(given, vocabulary), difficulties, sizes, false);

test('a row holds nothing of its own answer and of what comes after', () => {
  const whole = rowsOf(learners.slice(0, 1));
  for (let attempt = 0; attempt < 12; attempt++) {
    const changed = learners[0].attempts
      .slice(0, attempt + 1)
      .map((one, index) => (index === attempt ? { ...one, right: !one.right } : one));
    const cut = rowsOf([{ attempts: changed }]);
    for (const name of ['counts', 'flags'] as const) {
      const [all, first] =
        name === 'counts' ? [whole.counts, cut.counts] : [whole.sequences.flags, cut.sequences.flags];
      const entries = first.columns.length;
      expect([...first.columns]).toEqual([...all.columns.subarray(0, entries)]);
      expect([...first.values]).toEqual([...all.values.subarray(0, entries)]);
    }
    const numbers = cut.sequences.numbers;
    expect([...numbers]).toEqual([...whole.sequences.numbers.subarray(0, numbers.length)]);
  }
});

test('a learner of the training is not told by the own answers that the difficulty counts', () => {
  const sequences = sequencesOf(learners, vocabulary);
  const flipped = {
    ...sequences,
    right: sequences.right.map((right, attempt) => (attempt < 12 ? 1 - right : right)),
  };
  const before = { ...difficulties, skills: { attempts: new Float64Array(9), right: new Float64Array(9) } };
  const after = { ...difficultiesOf(flipped, sizes), mean: before.mean, skills: before.skills };
  for (let attempt = 0; attempt < 12; attempt++) {
    const item = sequences.items[attempt];
    const skills = sequences.skills.subarray(
      sequences.skillStarts[attempt],
      sequences.skillStarts[attempt + 1],
    );
    const one = easinessOf(before, item, skills, ownTally(sequences, 0));
    const other = easinessOf(after, item, skills, ownTally(flipped, 0));
    expect(other).toEqual(one);
  }
});

test('every column of the counts has a penalty', () => {
  const { counts } = rowsOf(learners);
  expect(Math.max(...counts.columns)).toBeLessThan(countPenalties(sizes).length);
});

test('problems and skills that training has not seen are told by what all have in common', () => {
  const strange: Learner = { attempts: [{ problem: 'new', skills: ['new'], right: true }] };
  const sequences = sequencesOf([strange], vocabulary);
  expect([...sequences.items, ...sequences.skills]).toEqual([0, 0]);
  const { logOdds, attempts } = easinessOf(difficulties, 0, sequences.skills, ownTally(sequences, 0));
  expect(attempts).toBe(0);
  expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(difficulties.mean, 6);
});
