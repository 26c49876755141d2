import { appendFile, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { praxis } from '../testing/praxis.ts';

let home: string;
let file: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-fraud-evaluate-'));
  file = path.join(home, 'payments.csv');
  const size = ['--customers', '500', '--terminals', '1000', '--days', '58', '--start', '2024-01-01'];
  expect(await praxis('fraud', 'simulate', '--out', file, '--seed', '3', ...size)).toMatchObject({ code: 0 });
});
afterAll(() => rm(home, { recursive: true, force: true }));

const evaluate = (...words: readonly string[]) => praxis('fraud', 'evaluate', ...words);

const share = z.number().min(0).max(1);
const report = z.strictObject({
  auroc: share,
  averagePrecision: share,
  cardPrecision100: share,
  ceiling100: share,
  recallByScenario: z.record(z.string(), share),
  seconds: z.number().positive(),
  model: z.string(),
});

test('fraud evaluate prints one object of figures on standard output, and its progress on standard error', async () => {
  const { code, stdout, stderr } = await evaluate(
    '--transactions',
    file,
    '--train-start',
    '2024-02-07',
    '--json',
  );
  expect(code, stderr).toBe(0);
  const figures = report.parse(JSON.parse(stdout));
  expect(figures.cardPrecision100).toBeLessThanOrEqual(figures.ceiling100);
  expect(figures.model).toBe('boostedTrees');
  expect(stderr).toContain('fraud: ');
});

test('days that the file lacks, a bad row, a wrong option and a file that is not there are named', async () => {
  const early = await evaluate('--transactions', file, '--train-start', '2024-02-07', '--history-days', '60');
  expect(early.code).toBe(65);
  expect(early.stderr).toContain('from 2024-01-01 to 2024-02-27');
  expect(early.stderr).toContain('training from 2023-12-09');

  const bad = path.join(home, 'bad.csv');
  await copyFile(file, bad);
  await appendFile(bad, '99999999,2024-02-28 10:00:00,1,1,-5,0,0,0,0\n');
  const refused = await evaluate('--transactions', bad, '--train-start', '2024-02-07');
  expect(refused.code).toBe(65);
  expect(refused.stderr).toContain('TX_AMOUNT');
  expect(refused.stderr).toContain('docs/fraud-data.md');
  const renamed = path.join(home, 'renamed.csv');
  await writeFile(renamed, 'TRANSACTION_ID;WHEN\n1;2024-01-01\n');
  const strange = await evaluate('--transactions', renamed, '--train-start', '2024-02-07');
  expect(strange.code).toBe(65);
  expect(strange.stderr).toContain('TX_DATETIME');
  // The command has neither option.
  for (const { stderr } of [refused, strange]) expect(stderr).not.toMatch(/--delimiter|schema/);

  const wrong = await evaluate('--transactions', file, '--train-start', 'yesterday');
  expect(wrong.code).toBe(64);
  expect(wrong.stderr).toContain('--train-start is not a day');
  const missing = path.join(home, 'missing.csv');
  expect(await evaluate('--transactions', missing, '--train-start', '2024-02-07')).toMatchObject({
    code: 66,
  });
});
