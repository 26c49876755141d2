import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenarioOfCode } from './layout.ts';
import { readTransactions, readUnlabelledTransactions } from './read.ts';
import { largestAmountMinor } from './records.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'transactions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(content: string | Uint8Array, name = 'transactions.csv'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const header =
  'TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_TIME_SECONDS,TX_TIME_DAYS,TX_FRAUD,TX_FRAUD_SCENARIO';
const good = '0,2018-04-01 00:00:31,596,3156,57.16,31,0,0,0';

async function failureOf(...lines: readonly string[]) {
  const read = await readTransactions(await put([header, ...lines, ''].join('\n')));
  if (read.ok) throw new Error('expected the file to be refused');
  return read.error;
}

const reference = new URL(
  '../../../../../shared/data/reference/fraud/handbook-transactions-to-2018-08-21.csv.gz',
  import.meta.url,
);
const referenceIsHere = existsSync(reference);

test.skipIf(!referenceIsHere)(
  `the handbook's file: every row, its first record to the digit, its scenarios as the handbook numbers them${referenceIsHere ? '' : ' (skipped: reference data not here)'}`,
  async () => {
    const read = await readTransactions(fileURLToPath(reference));
    if (!read.ok) throw new Error(read.error.message);
    const { transactions, outOfOrder } = read.value;
    expect(transactions).toHaveLength(1_370_827);
    expect(outOfOrder).toBe(0);
    expect(transactions[0]).toEqual({
      id: 0,
      timeSeconds: Date.UTC(2018, 3, 1, 0, 0, 31) / 1000,
      customer: 596,
      terminal: 3156,
      amountMinor: 5716,
      fraud: false,
      scenario: null,
    });
    // The handbook's first scenario takes every amount above 220; the others relabel some of them.
    const above = transactions.filter(({ amountMinor }) => amountMinor > 22_000);
    expect(above.filter(({ scenario }) => scenario === null)).toEqual([]);
    const first = transactions.filter(({ scenario }) => scenario === 'amount');
    expect(first.filter(({ amountMinor }) => amountMinor <= 22_000)).toEqual([]);
    expect(first.length).toBeGreaterThan(0);
  },
);

test('whatever transactions are written, in any order of rows and columns, plain or gzip, come back whole in the order of time', async () => {
  const transaction = fc.record({
    timeSeconds: fc.integer({ min: 0, max: 4_000_000_000 }),
    customer: fc.nat(),
    terminal: fc.nat(),
    amountMinor: fc.integer({ min: 0, max: largestAmountMinor }),
    code: fc.integer({ min: 0, max: scenarioOfCode.length - 1 }),
  });
  const columns = header.split(',');
  await fc.assert(
    fc.asyncProperty(
      fc.array(transaction, { minLength: 1, maxLength: 30 }),
      fc.shuffledSubarray(columns, { minLength: columns.length }),
      fc.boolean(),
      async (made, order, gzip) => {
        const rows = made.map((row, id) => ({ id, ...row }));
        const text = [
          order.join(','),
          ...rows.map((row) => {
            const cells: Record<string, string> = {
              TRANSACTION_ID: `${row.id}`,
              TX_DATETIME: new Date(row.timeSeconds * 1000).toISOString().slice(0, 19).replace('T', ' '),
              CUSTOMER_ID: `${row.customer}`,
              TERMINAL_ID: `${row.terminal}`,
              TX_AMOUNT: `${row.amountMinor / 100}`,
              TX_FRAUD: row.code > 0 ? '1' : '0',
              TX_FRAUD_SCENARIO: `${row.code}`,
            };
            return order.map((name) => cells[name] ?? 'not read').join(',');
          }),
        ].join('\r\n');
        const file = gzip ? await put(gzipSync(text), 'made.csv.gz') : await put(text, 'made.csv');
        const read = await readTransactions(file);
        if (!read.ok) throw new Error(read.error.message);
        expect(read.value.transactions).toEqual(
          rows
            .toSorted((one, other) => one.timeSeconds - other.timeSeconds)
            .map(({ code, ...payment }) => ({
              ...payment,
              fraud: code > 0,
              scenario: scenarioOfCode[code],
            })),
        );
        let latest = 0;
        let late = 0;
        for (const { timeSeconds } of rows) {
          if (timeSeconds < latest) late++;
          latest = Math.max(latest, timeSeconds);
        }
        expect(read.value.outOfOrder).toBe(late);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ['an amount below 0', '1,2018-04-01,1,1,-0.01,0,0,0,0', 'TX_AMOUNT', '-0.01', 'not negative'],
  ['an absurd amount', '1,2018-04-01,1,1,1000000.01,0,0,0,0', 'TX_AMOUNT', '1000000.01', 'at most 1000000'],
  ['an amount that is no number', '1,2018-04-01,1,1,12€,0,0,0,0', 'TX_AMOUNT', '12€', 'a number'],
  ['parts of a cent', '1,2018-04-01,1,1,1.005,0,0,0,0', 'TX_AMOUNT', '1.005', 'two decimals'],
  ['a missing amount', '1,2018-04-01,1,1,,0,0,0,0', 'TX_AMOUNT', '', 'a number'],
  ['a day that no calendar has', '1,2018-04-31,1,1,1,0,0,0,0', 'TX_DATETIME', '2018-04-31', 'ISO 8601'],
  ['a missing time', '1,,1,1,1,0,0,0,0', 'TX_DATETIME', '', 'ISO 8601'],
  ['a time before 1970', '1,1900-01-01,1,1,1,0,0,0,0', 'TX_DATETIME', '1900-01-01', 'from 1970'],
  ['a time after 2105', '1,2106-01-01,1,1,1,0,0,0,0', 'TX_DATETIME', '2106-01-01', 'to 2105'],
  ['a missing card', '1,2018-04-01,NA,1,1,0,0,0,0', 'CUSTOMER_ID', 'NA', 'a number'],
  ['half a terminal', '1,2018-04-01,1,2.5,1,0,0,0,0', 'TERMINAL_ID', '2.5', 'a whole number'],
  ['an id twice', '0,2018-04-01,1,1,1,0,0,0,0', 'TRANSACTION_ID', '0', 'row 1 has it'],
  ['an id beyond 2^53', '99999999999999999999,2018-04-01,1,1,1,0,0,0,0', 'TRANSACTION_ID', '1000', 'whole'],
  ['a label that is neither', '1,2018-04-01,1,1,1,0,0,2,0', 'TX_FRAUD', '2', '1 or 0'],
  ['a missing label', '1,2018-04-01,1,1,1,0,0,,0', 'TX_FRAUD', '', '1 or 0'],
  ['a scenario unheard of', '1,2018-04-01,1,1,1,0,0,1,7', 'TX_FRAUD_SCENARIO', '7', 'from 0 to 6'],
  ['a genuine fraud', '1,2018-04-01,1,1,1,0,0,0,2', 'TX_FRAUD_SCENARIO', '2', 'TX_FRAUD is 0'],
])('%s is refused with file, row, field and what was expected', async (_, line, column, found, expected) => {
  const error = await failureOf(good, line);
  expect(error.code).toBe('cellsInvalid');
  expect(error.badCells?.counts).toEqual({ [column]: 1 });
  const [cell] = error.badCells?.first ?? [];
  expect(cell).toMatchObject({ row: 2, column });
  expect(cell?.found).toContain(found);
  expect(cell?.expected).toContain(expected);
  for (const part of ['transactions.csv', 'row 2', column]) expect(error.message).toContain(part);
});

test('all bad cells are counted, whichever check finds them, and the first twenty are shown in the order of rows', async () => {
  const lines = Array.from({ length: 60 }, (_, row) =>
    row % 2 === 0 ? `${row},2018-04-01,1,1,-1,0,0,0,0` : `${row},soon,1,1,1,0,0,0,0`,
  );
  const { badCells } = await failureOf(...lines);
  expect(badCells?.total).toBe(60);
  expect(badCells?.counts).toEqual({ TX_AMOUNT: 30, TX_DATETIME: 30 });
  expect(badCells?.first.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, row) => row + 1));
});

test('a row with a cell too few, a repeated or an absent column and a file of no transactions are refused', async () => {
  expect((await failureOf(good, '1,2018-04-01,1,1,1,0,0,0')).message).toContain('row 2 (line 3) has 8 cells');
  expect((await failureOf()).code).toBe('fileEmpty');
  const absent = await readTransactions(await put(`TRANSACTION_ID,TX_FRAUD\n0,0\n`));
  expect(absent).toMatchObject({
    ok: false,
    error: { code: 'columnMissing', columns: ['TX_DATETIME', 'CUSTOMER_ID', 'TERMINAL_ID', 'TX_AMOUNT'] },
  });
  const twice = await readTransactions(await put(`${header},TX_FRAUD\n${good},0\n`));
  expect(twice).toMatchObject({ ok: false, error: { code: 'columnRepeated', columns: ['TX_FRAUD'] } });
  const nowhere = await readTransactions(join(folder, 'nowhere.csv'));
  expect(nowhere).toMatchObject({ ok: false, error: { code: 'fileMissing' } });
});

test('without labels a file is refused by its column where they are needed, and read where they are not', async () => {
  const file = await put(
    'CUSTOMER_ID,TRANSACTION_ID,TX_DATETIME,TERMINAL_ID,TX_AMOUNT\n5,9,2018-04-01,7,0.1\n',
  );
  expect(await readTransactions(file)).toMatchObject({
    ok: false,
    error: { code: 'columnMissing', columns: ['TX_FRAUD'] },
  });
  const read = await readUnlabelledTransactions(file);
  expect(read.ok && read.value.transactions).toEqual([
    { id: 9, timeSeconds: Date.UTC(2018, 3, 1) / 1000, customer: 5, terminal: 7, amountMinor: 10 },
  ]);
});

test('a file that tells frauds but not their scenarios is read, and no scenario is made up', async () => {
  const text =
    'TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_FRAUD\n1,2018-04-01,1,1,1,1\n';
  const read = await readTransactions(await put(text));
  expect(read.ok && read.value.transactions[0]).toMatchObject({ fraud: true, scenario: null });
});
