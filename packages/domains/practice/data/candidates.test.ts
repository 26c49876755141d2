import { expect, test } from 'vitest';
import { drawCandidates, exerciseOf, placedSkills } from './candidates.ts';

test('every skill comes after its prerequisites, and those that lead on are harder', () => {
  const placed = placedSkills();
  placed.forEach(({ id, prerequisites }, place) => {
    const before = placed.slice(0, place).map((skill) => skill.id);
    const known = prerequisites.filter((one) => placed.some((skill) => skill.id === one));
    expect(before, id).toEqual(expect.arrayContaining(known));
  });
  const difficultyOf = (id: string) => placed.find((skill) => skill.id === id)?.difficulty ?? Number.NaN;
  expect(difficultyOf('whole.multiply')).toBeLessThan(difficultyOf('linear.both-sides'));
});

test('the id of a candidate makes a verified exercise of the same template and skill', () => {
  for (const candidate of drawCandidates('linear.one-step', 2, 7)) {
    const made = exerciseOf(candidate.id, 'en');
    expect(made).toMatchObject({ id: candidate.id, skill: candidate.skill, template: candidate.template });
  }
});

test('an id of no template, or of another version of one, is an error value', () => {
  for (const id of ['nothing/at-all@1:3', 'whole-numbers/add@999:3', 'whole-numbers/add', '']) {
    expect(exerciseOf(id, 'en')).toHaveProperty('code', 'no-template');
  }
});
