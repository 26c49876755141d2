import type { WorklistRow } from '@praxis/diagnosis';
import { expect, it } from 'vitest';
import { csvColumns, csvRows } from './worklist-csv.ts';

const word = (key: string) => `<${key}>`;
const artifact = 'a'.repeat(64);
const base = { personId: 4, artifact, lower: 0.1, upper: 0.3, band: 'high', fold: 1, raisedBy: [] } as const;
const row: WorklistRow = {
  person: {
    id: 4,
    ageYears: 61,
    male: false,
    weightKg: null,
    heightCm: null,
    bmi: null,
    caseId: null,
    died: false,
    followUpDays: 10,
  },
  risks: [
    { ...base, outcome: 'cardiovascular', status: 'risk', probability: 0.123456, abstains: null },
    {
      ...base,
      outcome: 'diabetes',
      status: 'risk',
      probability: 0.2,
      abstains: { reason: 'unlikeTraining', unusual: ['bmi'] },
    },
    { personId: 4, artifact, outcome: 'hypertension', status: 'alreadyHas' },
  ],
  diagnosed: ['hypertension', 'dyslipidemia'],
};

it('has a cell for every column, each risk under its own outcome', () => {
  const columns = csvColumns(word);
  const [cells = []] = csvRows([row], word);
  expect(cells).toHaveLength(columns.length);
  const under = (outcome: string) =>
    cells.filter((_, at) => columns[at]?.startsWith(`<outcomes.${outcome}>`));
  expect(under('cardiovascular')).toEqual([0.1235, 0.1, 0.3, '<bands.high>']);
  expect(under('diabetes')).toEqual([
    0.2,
    0.1,
    0.3,
    '<screens.risk.notSure> – <screens.risk.notSureReason.unlikeTraining>',
  ]);
  expect(under('hypertension')).toEqual([null, null, null, '<bands.alreadyHas>']);
  expect(cells.at(-1)).toBe('<diagnoses.hypertension>; <diagnoses.dyslipidemia>');
});

it('leaves the figures empty before there is a model', () => {
  const [cells = []] = csvRows([{ ...row, risks: [] }], word);
  expect(cells.slice(3, -1).every((cell) => cell === null)).toBe(true);
});
