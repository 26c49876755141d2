import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { distilData } from './distil-data.ts';
import type { TableModel } from './open-model.ts';

/** Answers 0.5 of every row. */
const teacher: TableModel = {
  hash: '',
  learner: 'boostedTrees',
  outcome: 'fell',
  features: [{ name: 'age', kind: 'number', unit: null }],
  target: { column: 'fell', positive: '1', negative: '0' },
  id: null,
  group: 'person',
  horizonDays: null,
  calibration: { slope: 1, intercept: 0 },
  sources: [],
  interval: false,
  conformal: undefined,
  familiarity: null,
  baselineLogOdds: 0,
  explanation: { methods: ['treeShap'], exact: true },
  ranges: new Map(),
  scoreMatrix: async ({ rows }) => ({
    probability: new Float32Array(rows).fill(0.5),
    lower: new Float32Array(rows),
    upper: new Float32Array(rows),
    logOdds: new Float32Array(rows),
    contributions: null,
  }),
  release: async () => {},
};

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-distil-data-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('rows of one group are learnt from or judge, never both', async () => {
  const data = path.join(home, 'visits.csv');
  // Three visits of each of 100 persons; the age tells the person.
  const visits = Array.from({ length: 300 }, (_, row) => {
    const person = Math.floor(row / 3);
    return `p${person},${person / 4},${person % 2}`;
  });
  await writeFile(data, ['person,age,fell', ...visits].join('\n'));
  const reading = { signal: new AbortController().signal };
  const { lesson, exam, table, sources, hasSeen } = await distilData(teacher, { data, seed: 1, reading });
  expect(table).toMatchObject({ target: 'fell', group: 'person' });
  expect(sources).toMatchObject([{ file: 'visits.csv', rows: 300 }]);
  expect(hasSeen).toEqual({ lesson: false, exam: false });
  expect([lesson.matrix.rows, exam.data.rows]).toEqual([240, 60]);
  expect(lesson.logOdds).toHaveLength(240);
  const learnt = new Set(lesson.matrix.values);
  expect(exam.data.values.some((age) => learnt.has(age))).toBe(false);
});

test('what an imported model was trained on is not known', async () => {
  const data = path.join(home, 'falls.csv');
  const falls = Array.from({ length: 100 }, (_, row) => `${row},${row % 2}`);
  await writeFile(data, ['age,fell', ...falls].join('\n'));
  const reading = { signal: new AbortController().signal };
  const imported = await distilData({ ...teacher, learner: 'imported' }, { data, seed: 1, reading });
  expect(imported.hasSeen).toEqual({ lesson: null, exam: null });
  expect(imported.table.group).toBeNull();
});
