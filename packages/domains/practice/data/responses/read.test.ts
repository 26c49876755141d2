import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResponses } from './read.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-responses-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function read(text: string, name = 'responses.csv') {
  const file = path.join(home, name);
  await writeFile(file, name.endsWith('.gz') ? gzipSync(text) : text);
  return readResponses(file);
}

const four = '1,77\np1,p1,p2,p1\na,b,a,a\n1,1,0,1\n2,78\np2\nb\n0\n';
const three = '3\na,a,b\n0,1,1\n1\nb\n0\n';

test('four lines a learner are read, one attempt for the rows that repeat a problem under its other skills', async () => {
  for (const name of ['four.csv', 'four.csv.gz']) {
    expect(await read(four, name)).toMatchObject({
      ok: true,
      value: {
        layout: 'problems',
        attempts: 4,
        removedRows: 1,
        learners: [
          {
            attempts: [
              { problem: 'p1', skills: ['a', 'b'], right: true },
              { problem: 'p2', skills: ['a'], right: false },
              { problem: 'p1', skills: ['a'], right: true },
            ],
          },
          { attempts: [{ problem: 'p2', skills: ['b'], right: false }] },
        ],
      },
    });
  }
});

test('the same problem with another answer is another attempt', async () => {
  const read2 = await read('1,77\np1,p1\na,b\n1,0\n');
  expect(read2).toMatchObject({ ok: true, value: { attempts: 2, removedRows: 0 } });
});

test('three lines a learner are read, where a repeated skill is a further attempt', async () => {
  expect(await read(three)).toMatchObject({
    ok: true,
    value: {
      layout: 'skills',
      attempts: 4,
      removedRows: 0,
      learners: [{ attempts: [{ problem: null, skills: ['a'], right: false }, {}, {}] }, {}],
    },
  });
});

test('a byte order mark, carriage returns, commas at the ends of lines and a missing last line break are passed over', async () => {
  const text = `\uFEFF${three.trimEnd().replaceAll('\n', ',\r\n')}`
    .replaceAll('3,', '3')
    .replaceAll('1,\r\nb', '1\r\nb');
  expect(await read(text)).toMatchObject({ ok: true, value: { layout: 'skills', attempts: 4 } });
});

test('lines that are no whole learner are named', async () => {
  expect(await read(`${four}3,79\np1,p2\n`)).toMatchObject({
    ok: false,
    error: { code: 'linesIncomplete', line: 9, message: expect.stringContaining('lacks skills and answers') },
  });
  expect(await read(`${three}2\n`)).toMatchObject({ ok: false, error: { code: 'linesIncomplete', line: 7 } });
});

test('lines of a learner that are not as long as each other are named with their lengths', async () => {
  const error = { code: 'lengthsDiffer', line: 5, message: expect.stringContaining('skills are 2') };
  expect(await read(four.replace('\nb\n0\n', '\nb,a\n0\n'))).toMatchObject({ ok: false, error });
  const counted = { code: 'lengthsDiffer', line: 4, message: expect.stringContaining('count says 2') };
  expect(await read(three.replace('1\nb', '2\nb'))).toMatchObject({ ok: false, error: counted });
});

test('an answer other than 0 and 1, an empty skill and a count that is none are named by line and field', async () => {
  expect(await read(four.replace('1,1,0,1', '1,1,0.5,1'))).toMatchObject({
    ok: false,
    error: {
      code: 'fieldInvalid',
      line: 4,
      field: 3,
      message: expect.stringContaining('"0.5", expected 0 or 1'),
    },
  });
  expect(await read(four.replace('a,b,a,a', 'a,,a,a'))).toMatchObject({
    ok: false,
    error: { code: 'fieldInvalid', line: 3, field: 2 },
  });
  expect(await read(three.replace('1\nb', 'one\nb'))).toMatchObject({
    ok: false,
    error: { code: 'fieldInvalid', line: 4, field: 1 },
  });
});

test('a file that is empty, damaged or not there says so', async () => {
  expect(await read('')).toMatchObject({ ok: false, error: { code: 'fileEmpty' } });
  await writeFile(path.join(home, 'damaged.gz'), gzipSync(four).subarray(0, 30));
  expect(await readResponses(path.join(home, 'damaged.gz'))).toMatchObject({
    ok: false,
    error: { code: 'gzipDamaged' },
  });
  expect(await readResponses(path.join(home, 'none'))).toMatchObject({
    ok: false,
    error: { code: 'fileMissing' },
  });
});
