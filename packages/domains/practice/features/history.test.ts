import { expect, test } from 'vitest';
import { historyNumbers, LearnerHistory, type Question } from './history.ts';

const question = (item: number, ...skills: number[]): Question => ({
  item,
  skills: Int32Array.from(skills),
  easiness: { logOdds: 0, attempts: 10 },
});

function numbersOf(history: LearnerHistory, asked: Question): Record<string, number> {
  const target = new Float32Array(historyNumbers.length);
  history.write(asked, target, 0);
  return Object.fromEntries(historyNumbers.map((name, index) => [name, target[index]]));
}

test('a learner without a past is average in everything, and the skills are new', () => {
  const numbers = numbersOf(new LearnerHistory(0.7), question(1, 1, 2));
  for (const [name, value] of Object.entries(numbers)) {
    expect(value, name).toBeCloseTo({ skillsUnseen: 1, furtherSkills: 1 }[name] ?? 0, 6);
  }
});

test('answers are counted by skill, by problem and over all, and how long ago a skill was practised', () => {
  const history = new LearnerHistory(0.5);
  history.add(question(1, 1), 1);
  history.add(question(2, 2), 0);
  history.add(question(2, 2), 0);
  const numbers = numbersOf(history, question(1, 1));
  expect(numbers.wins).toBeCloseTo(Math.log(2), 6);
  expect(numbers.fails).toBeCloseTo(Math.log(3), 6);
  expect(numbers.skillWins).toBeCloseTo(Math.log(2), 6);
  expect(numbers.skillFails).toBe(0);
  expect(numbers.itemWins).toBeCloseTo(Math.log(2), 6);
  expect(numbers.skillGap).toBeCloseTo(Math.log(4), 6);
  expect(numbers.skillsUnseen).toBe(0);
  expect(numbers.ability).toBeLessThan(0);
  expect(numbers.skillAbility).toBeGreaterThan(0);
});

test('the last five answers, and how many there are, are one number', () => {
  const history = new LearnerHistory(0.5);
  const seen = [history.pattern];
  for (const right of [1, 0, 1, 1, 0, 0, 1]) {
    history.add(question(1, 1), right);
    seen.push(history.pattern);
  }
  expect(seen).toEqual([0b1, 0b11, 0b110, 0b1101, 0b11011, 0b110110, 0b101100, 0b111001]);
});
