import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readCsv } from './csv.ts';
import { csvInteger, csvNumber, csvOptionalNumber } from './fields.ts';

const row = z.object({ id: csvInteger, hdl: csvOptionalNumber });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function failure(file: string) {
  const read = await readCsv(file, row);
  return read.ok ? null : read.error;
}

test('reads typed rows through quotes, a byte order mark and Windows line ends; empty is null, not zero', async () => {
  const file = await put('plain.csv', '\uFEFF"id","note","hdl"\r\n1,"a ""b"", c",41.5\r\n2,,\r\n');
  const read = await readCsv(file, row);
  expect(read).toMatchObject({
    ok: true,
    value: {
      rows: [
        { id: 1, hdl: 41.5 },
        { id: 2, hdl: null },
      ],
    },
  });
});

test('decompresses .gz and hashes the bytes on the disk', async () => {
  const bytes = gzipSync('id,hdl\n7,50\n');
  const read = await readCsv(await put('rows.csv.gz', bytes), row);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(read).toEqual({ ok: true, value: { rows: [{ id: 7, hdl: 50 }], sha256 } });
});

test('a header without rows is an empty table', async () => {
  expect(await readCsv(await put('header.csv', 'id,hdl\n'), row)).toMatchObject({
    ok: true,
    value: { rows: [] },
  });
});

test('names file, line, field and what was found where a field does not parse', async () => {
  const file = await put('field.csv', 'id,hdl\n1,40\n2,high\n');
  expect(await failure(file)).toEqual({
    code: 'fieldInvalid',
    file,
    line: 3,
    field: 'hdl',
    found: 'high',
    message: `${file}, line 3, column "hdl": found "high", expected a number or nothing.`,
  });
});

test('a row with a field too few names its line', async () => {
  expect(await failure(await put('short.csv', 'id,hdl\n1,40\n2\n'))).toMatchObject({
    code: 'rowMalformed',
    line: 3,
  });
});

test('what has no rows at all ends soon, and its text is not poured into the message', async () => {
  const endless = await put('endless.csv', `${'A'.repeat(5_000_000)}\n`);
  expect(await failure(endless)).toMatchObject({ code: 'rowMalformed', file: endless });
  const message = (await failure(await put('wide.csv', `${'A'.repeat(5_000)}\n1\n`)))?.message;
  expect(message).toMatch(/has no column "id"/);
  expect(message?.length).toBeLessThan(500);
});

test('a missing and a repeated column are named', async () => {
  expect(await failure(await put('missing.csv', 'id,sbp\n1,120\n'))).toMatchObject({
    code: 'columnMissing',
    field: 'hdl',
  });
  expect(await failure(await put('twice.csv', 'id,hdl,hdl\n1,40,41\n'))).toMatchObject({
    code: 'columnRepeated',
    field: 'hdl',
  });
});

test('missing file, folder in its place, empty file and damaged gzip are told apart', async () => {
  const whole = gzipSync(`id,hdl\n${'1,40\n'.repeat(5000)}`);
  expect(await failure(join(folder, 'nowhere.csv'))).toMatchObject({ code: 'fileMissing' });
  expect(await failure(folder)).toMatchObject({ code: 'fileUnreadable' });
  expect(await failure(await put('empty.csv', ''))).toMatchObject({ code: 'fileEmpty' });
  expect(await failure(await put('empty.csv.gz', gzipSync('')))).toMatchObject({ code: 'fileEmpty' });
  expect(await failure(await put('cut.csv.gz', whole.subarray(0, whole.length - 12)))).toMatchObject({
    code: 'gzipDamaged',
  });
  expect(await failure(await put('text.csv.gz', 'id,hdl\n1,40\n'))).toMatchObject({ code: 'gzipDamaged' });
});

test('numbers take decimals only: no blanks, no hexadecimal, no infinity', () => {
  for (const text of ['', ' ', '0x10', 'Infinity', 'NaN', '1,5']) {
    expect(csvNumber.safeParse(text).success, JSON.stringify(text)).toBe(false);
  }
  expect(csvNumber.parse('-1.5e2')).toBe(-150);
});
