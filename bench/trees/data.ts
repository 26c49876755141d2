/** The fraud handbook's transactions with its own 15 features, and the same numbers in files for every contender. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { csvInteger, csvNumber, readCsv } from '../../packages/core/index.ts';

const fileName = 'reference/fraud/handbook-features-2018-07-25-to-2018-08-14.csv.gz';
const file = fileURLToPath(new URL(`../../../shared/data/${fileName}`, import.meta.url));

const features = {
  TX_AMOUNT: csvNumber,
  TX_DURING_WEEKEND: csvNumber,
  TX_DURING_NIGHT: csvNumber,
  CUSTOMER_ID_NB_TX_1DAY_WINDOW: csvNumber,
  CUSTOMER_ID_AVG_AMOUNT_1DAY_WINDOW: csvNumber,
  CUSTOMER_ID_NB_TX_7DAY_WINDOW: csvNumber,
  CUSTOMER_ID_AVG_AMOUNT_7DAY_WINDOW: csvNumber,
  CUSTOMER_ID_NB_TX_30DAY_WINDOW: csvNumber,
  CUSTOMER_ID_AVG_AMOUNT_30DAY_WINDOW: csvNumber,
  TERMINAL_ID_NB_TX_1DAY_WINDOW: csvNumber,
  TERMINAL_ID_RISK_1DAY_WINDOW: csvNumber,
  TERMINAL_ID_NB_TX_7DAY_WINDOW: csvNumber,
  TERMINAL_ID_RISK_7DAY_WINDOW: csvNumber,
  TERMINAL_ID_NB_TX_30DAY_WINDOW: csvNumber,
  TERMINAL_ID_RISK_30DAY_WINDOW: csvNumber,
};

export const featureNames = z.object(features).keyof().options;

/** The last days, which judge; learning ends before them. */
const testDays = 7;

const row = z.object({ TX_TIME_DAYS: csvInteger, TX_FRAUD: csvInteger, ...features });

export interface BenchData {
  readonly rows: number;
  /** Row-major, shape [rows, featureNames.length], in the order of time. */
  readonly values: Float32Array;
  readonly labels: Uint8Array;
  /** The rows before this one train where the others judge. */
  readonly testStart: number;
}

/** @throws Error where the file is missing or is another one, with a message that says so */
export async function readData(): Promise<BenchData> {
  const read = await readCsv(file, row);
  if (!read.ok) {
    throw new Error(
      `bench:trees needs ../shared/data/${fileName}, beside this checkout: ${read.error.message}`,
    );
  }
  const { rows } = read.value;
  const days = rows.map((transaction) => transaction.TX_TIME_DAYS);
  const lastDay = days.reduce((last, day) => Math.max(last, day), 0);
  return {
    rows: rows.length,
    values: Float32Array.from(rows.flatMap((transaction) => featureNames.map((name) => transaction[name]))),
    labels: Uint8Array.from(rows, (transaction) => transaction.TX_FRAUD),
    testStart: days.findIndex((day) => day > lastDay - testDays),
  };
}

/** Writes the numbers as they lie in memory: `values.bin` in float32, `labels.bin` in bytes. */
export async function writeData(folder: string, { values, labels }: BenchData): Promise<void> {
  await writeFile(join(folder, 'values.bin'), new Uint8Array(values.buffer));
  await writeFile(join(folder, 'labels.bin'), labels);
}
