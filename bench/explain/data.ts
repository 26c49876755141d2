/** The rows that are explained: data that lie beside the checkout. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCsv } from '../../packages/core/index.ts';

export interface BenchData {
  readonly rows: number;
  readonly features: number;
  /** Row-major; NaN where missing, categories as positions of their sorted levels. */
  readonly values: Float32Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
  /** Indices of the features that are categories. */
  readonly categories: readonly number[];
}

interface Source {
  readonly name: string;
  readonly file: string;
  readonly label: string;
  readonly positive: string;
  readonly numbers: readonly string[];
  readonly categories: readonly string[];
}

const windows = (name: string, measured: string) =>
  [1, 7, 30].flatMap((days) => [`${name}_NB_TX_${days}DAY_WINDOW`, `${name}_${measured}_${days}DAY_WINDOW`]);

export const sources: readonly Source[] = [
  {
    name: 'fraud',
    file: 'reference/fraud/handbook-features-2018-07-25-to-2018-08-14.csv.gz',
    label: 'TX_FRAUD',
    positive: '1',
    numbers: [
      'TX_AMOUNT',
      'TX_DURING_WEEKEND',
      'TX_DURING_NIGHT',
      ...windows('CUSTOMER_ID', 'AVG_AMOUNT'),
      ...windows('TERMINAL_ID', 'RISK'),
    ],
    categories: [],
  },
  {
    name: 'credit',
    file: 'open/credit-status.csv.gz',
    label: 'Status',
    positive: 'bad',
    numbers: ['Seniority', 'Time', 'Age', 'Expenses', 'Income', 'Assets', 'Debt', 'Amount', 'Price'],
    categories: ['Home', 'Marital', 'Records', 'Job'],
  },
];

/** @returns null where the file is not there */
export async function readSource(source: Source): Promise<BenchData | null> {
  const file = fileURLToPath(new URL(`../../../shared/data/${source.file}`, import.meta.url));
  if (!existsSync(file)) return null;
  const names = [...source.numbers, ...source.categories];
  const fields = Object.fromEntries([source.label, ...names].map((name) => [name, z.string()]));
  const read = await readCsv(file, z.object(fields));
  if (!read.ok) throw new Error(read.error.message);
  const { rows } = read.value;
  const levels = new Map(
    source.categories.map((name) => [
      name,
      [...new Set(rows.map((row) => row[name]))].filter(Boolean).sort(),
    ]),
  );
  const cell = (text: string, name: string) => {
    if (text === '') return Number.NaN;
    return levels.get(name)?.indexOf(text) ?? Number(text);
  };
  return {
    rows: rows.length,
    features: names.length,
    values: Float32Array.from(rows.flatMap((row) => names.map((name) => cell(row[name], name)))),
    labels: Uint8Array.from(rows, (row) => (row[source.label] === source.positive ? 1 : 0)),
    categories: source.categories.map((name) => names.indexOf(name)),
  };
}
