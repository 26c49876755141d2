import { expect, test } from 'vitest';
import { skillsCsv } from './skills-csv.ts';

const skills = [
  { id: 'halves', name: 'Halves' },
  { id: 'thirds', name: 'Thirds' },
];
const learner = {
  ...{ id: '1', name: '=cmd()', simulated: true, lastPractisedAt: new Date(Date.UTC(2026, 8, 1)) },
  cells: [
    { skill: 'halves', state: 'learning' as const, success: 0.71234, low: 0.5, high: 0.9, attempts: 4 },
    { skill: 'thirds', state: 'notMet' as const, success: 0.5, low: 0.1, high: 0.9, attempts: 0 },
  ],
};
const table = skillsCsv(
  { class: { id: 1, name: '7b' }, areas: [{ id: 'fractions', skills }], learners: [learner] },
  (key) => key,
);

test('each learner has a line for each skill, and no figure where nothing was tried', () => {
  expect(table.rows.map((row) => row.slice(1))).toEqual([
    ['skills.yes', '2026-09-01', 'areas.fractions', 'Halves', 'states.learning', 0.712, 0.5, 0.9, 4],
    ['skills.yes', '2026-09-01', 'areas.fractions', 'Thirds', 'states.notMet', null, null, null, 0],
  ]);
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
});

test('a name that a spreadsheet would run is text', () => {
  expect(table.rows[0]?.[0]).toBe("'=cmd()");
});
