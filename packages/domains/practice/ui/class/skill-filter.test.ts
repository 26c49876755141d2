import { expect, test } from 'vitest';
import type { LearnerRow, MasteryCell } from '../../service/class/class-contract.ts';
import { metAreas, parseSkillFilter, skillSearch, sortedBy, sortedLearners } from './skill-filter.ts';

const areas = [
  {
    id: 'fractions',
    skills: [
      { id: 'halves', name: 'Halves' },
      { id: 'thirds', name: 'Thirds' },
    ],
  },
  { id: 'limits', skills: [{ id: 'limit', name: 'Limit' }] },
];

const cell = (skill: string, state: MasteryCell['state'], success = 0.5): MasteryCell => ({
  ...{ skill, state, success, low: success - 0.1, high: success + 0.1, attempts: state === 'notMet' ? 0 : 3 },
});
const row = (name: string, day: number, ...cells: MasteryCell[]): LearnerRow => ({
  ...{ id: name, name, simulated: false, cells },
  lastPractisedAt: day === 0 ? null : new Date(day),
});
const learners = [
  row('Mia', 2, cell('halves', 'mastered', 0.9), cell('thirds', 'mastered', 0.9), cell('limit', 'notMet')),
  row('Ben', 3, cell('halves', 'learning', 0.4), cell('thirds', 'notMet', 0.99), cell('limit', 'notMet')),
  row('Lin', 0, cell('halves', 'mastered', 0.8), cell('thirds', 'learning', 0.6), cell('limit', 'notMet')),
];
const order = (by: string, descending = false) =>
  sortedLearners({ areas, learners }, { area: null, by, descending }, 'en').map(({ name }) => name);

test('an address gives its filter back', () => {
  for (const address of [
    '',
    '?area=fractions',
    '?area=fractions&sort=-halves',
    '?sort=-name',
    '?sort=limits',
  ]) {
    const given = Object.fromEntries(new URLSearchParams(address));
    expect(skillSearch(parseSkillFilter(given, areas))).toBe(address);
  }
});

test('what an address should not hold is left out', () => {
  const usual = { area: null, by: 'name', descending: false };
  for (const given of [
    { area: 'none' },
    { sort: 'halves' },
    { sort: ['a', 'b'] },
    { area: ['x'] },
    { sort: '-' },
  ])
    expect(parseSkillFilter(given, areas)).toEqual(usual);
});

test('learners are sorted by name, by last practice, by what is mastered, in all or in an area', () => {
  expect(order('name')).toEqual(['Ben', 'Lin', 'Mia']);
  expect(order('name', true)).toEqual(['Mia', 'Lin', 'Ben']);
  expect(order('last')).toEqual(['Lin', 'Mia', 'Ben']);
  expect(order('mastered')).toEqual(['Ben', 'Lin', 'Mia']);
  expect(order('fractions', true)).toEqual(['Mia', 'Lin', 'Ben']);
});

test('by a skill, who has not met it comes before the weakest who has', () => {
  expect(order('halves')).toEqual(['Ben', 'Lin', 'Mia']);
  expect(order('thirds')).toEqual(['Ben', 'Lin', 'Mia']);
});

test('the same column again turns the order round', () => {
  const once = sortedBy({ area: null, by: 'name', descending: false }, 'last');
  expect(once).toEqual({ area: null, by: 'last', descending: false });
  expect(sortedBy(once, 'last').descending).toBe(true);
});

test('areas that nobody has met are left out', () => {
  expect(metAreas({ areas, learners }).map(({ id }) => id)).toEqual(['fractions']);
});
