import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTransactions } from './read.ts';
import { simulateDays } from './simulation/simulate.ts';
import { simulatedWorld } from './simulation/world.ts';
import { transactionsCsv } from './write.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulated-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a simulated world that is written comes back from its file record for record', async () => {
  // Days of more than ten thousand payments, which are handed on in more than one text.
  const world = simulatedWorld({ customers: 8_000, days: 4, start: '2024-02-28' });
  const days = [...simulateDays(world)];
  const rows = days.map((day) => [...transactionsCsv.rows(day)]);
  expect(rows[0].length).toBeGreaterThan(1);
  const file = join(folder, 'simulated.csv');
  await writeFile(file, transactionsCsv.header + rows.flat().join(''));
  const read = await readTransactions(file);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.outOfOrder).toBe(0);
  expect(read.value.transactions).toEqual(days.flatMap(({ transactions }) => transactions));
});

test('the lines are those of the reference layout, seconds and days counted from the first midnight', () => {
  const text = [
    ...transactionsCsv.rows({
      simulated: true,
      day: 2,
      startSeconds: Date.UTC(2018, 3, 3) / 1000,
      transactions: [
        {
          id: 7,
          timeSeconds: Date.UTC(2018, 3, 3, 5, 9, 31) / 1000,
          customer: 596,
          terminal: 3156,
          amountMinor: 5_706,
          fraud: true,
          scenario: 'muleRing',
        },
      ],
    }),
  ];
  expect(text).toEqual(['7,2018-04-03 05:09:31,596,3156,57.06,191371,2,1,5\n']);
});
