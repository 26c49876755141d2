/** The data sets: those with a goal, and further ones that count for the ranks. */
import { fileURLToPath } from 'node:url';
import type { LabelledMatrix } from '@praxis/core';
import { type Outcome, outcomes } from '@praxis/diagnosis';
import { readCohort } from './cohort-set.ts';
import type { Goal } from './goals.ts';
import type { CellOf } from './outcome.ts';
import { isThere, readTableFile, type TableFile } from './table-file.ts';

export interface DataSet {
  readonly name: string;
  /** null: it counts for the ranks alone. */
  readonly goal: Goal | null;
  /** null where its file is not on this machine. */
  read(): Promise<LabelledMatrix | null>;
  /** What a reader is told to look for. */
  readonly file: string;
}

/** Beside the checkout: none of these files is part of the project. */
const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url));

function table(name: string, goal: Goal | null, description: TableFile): DataSet {
  const { file } = description;
  return {
    name,
    goal,
    file,
    read: async () => ((await isThere(folder, file)) ? readTableFile(folder, description) : null),
  };
}

const isOne = (column: string) => (cell: CellOf) => Number(cell(column)) === 1;
const is = (column: string, value: string) => (cell: CellOf) => cell(column) === value;

/** Of people who were followed so long or died before. */
function diedWithin(days: number, died: string, time: string) {
  return (cell: CellOf): boolean | null => {
    const followed = Number(cell(time));
    if (isOne(died)(cell)) return followed <= days;
    return followed < days ? null : false;
  };
}

/** AUROC of the better of logistic regression and LightGBM. */
const cohortGoals: Readonly<Record<Outcome, Goal>> = {
  diabetes: { auroc: 0.78 },
  hypertension: { auroc: 0.788 },
  cardiovascular: { auroc: 0.771 },
};

export const dataSets: readonly DataSet[] = [
  table(
    'framingham',
    { auroc: 0.723, auprc: 0.343, brier: 0.117 },
    {
      file: 'reference/medical/framingham.csv.gz',
      outcome: is('TenYearCHD', 'true'),
      drop: ['TenYearCHD'],
      // Its codes are shifted, so that their order means nothing.
      category: ['education'],
    },
  ),
  table(
    'support2',
    { auroc: 0.779, auprc: 0.761, brier: 0.19 },
    {
      file: 'reference/medical/support2.csv.gz',
      outcome: (cell) => isOne('death')(cell) && Number(cell('d.time')) <= 180,
      drop: [
        ...['column1', 'death', 'd.time', 'hospdead', 'slos', 'charges', 'totcst', 'totmcst', 'avtisst'],
        ...['sfdm2', 'dnr', 'dnrday', 'surv2m', 'surv6m', 'prg2m', 'prg6m'],
      ],
    },
  ),
  ...outcomes.map((outcome) => ({
    name: outcome,
    goal: cohortGoals[outcome],
    file: 'the cohort of packages/domains/diagnosis',
    read: () => readCohort(outcome),
  })),
  table(
    'credit-status',
    { auroc: 0.837 },
    { file: 'open/credit-status.csv.gz', outcome: is('Status', 'bad'), drop: ['Status'] },
  ),
  table('lending-club', null, {
    file: 'open/lending-club.csv.gz',
    outcome: is('Class', 'bad'),
    drop: ['Class'],
  }),
  table('pima-diabetes', null, {
    file: 'open/pima-diabetes.csv.gz',
    outcome: is('diabetes', 'pos'),
    drop: ['diabetes'],
  }),
  table('breast-cancer-wisconsin', null, {
    file: 'open/breast-cancer-wisconsin.csv.gz',
    outcome: is('Class', 'malignant'),
    drop: ['Class', 'Id'],
  }),
  table('flchain', null, {
    file: 'open/flchain.csv.gz',
    outcome: diedWithin(1826, 'death', 'futime'),
    drop: ['death', 'futime', 'chapter'],
  }),
  table('hmeq', null, {
    file: 'reference/credit/hmeq.csv.gz',
    outcome: isOne('Default'),
    drop: ['Default'],
  }),
];

/** @throws Error where there is none of this name */
export function dataSetNamed(name: string): DataSet {
  const found = dataSets.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`There is no data set ${name}; known: ${dataSets.map((one) => one.name).join(', ')}`);
  }
  return found;
}
