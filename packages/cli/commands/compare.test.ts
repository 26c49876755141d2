import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, pimaRows, praxis } from '../testing/praxis.ts';

type Rows = Awaited<ReturnType<typeof pimaRows>>;
let home: string;
let held: string;
/** Names of model folders: one that has all columns, and one that has two. */
let full: string;
let narrow: string;
let heldRows: Rows;

async function fileOf(name: string, content: Rows): Promise<string> {
  const file = path.join(home, name);
  await writeFile(file, csv(content));
  return file;
}

async function trained(name: string, data: string): Promise<string> {
  const out = path.join(home, name);
  const roles = ['--target', 'diabetes', '--positive', 'pos', '--id', 'person', '--folds', '2'];
  const { code, stderr } = await praxis(
    ...['train', '--data', data, ...roles, '--learner', 'logistic', '--out', out],
  );
  expect(code, stderr).toBe(0);
  return out;
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-compare-'));
  const rows = (await pimaRows()).map((row, index) => ({ person: `p${index}`, ...row }));
  heldRows = rows.slice(400);
  held = await fileOf('held.csv', heldRows);
  const known = rows.slice(0, 400);
  full = await trained('full', await fileOf('full.csv', known));
  narrow = await trained('narrow', await fileOf('narrow.csv', known.map(few)));
}, 60_000);
afterAll(() => rm(home, { recursive: true, force: true }));

/** What the narrow model takes. */
const few = ({ person = '', pressure = '', age = '', diabetes = '' }: Rows[number]) => ({
  person,
  pressure,
  age,
  diabetes,
});

const json = async (...words: string[]) => {
  const { code, stdout, stderr } = await praxis('compare', full, narrow, ...words, '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};

test('two files about the same rows say the same as one, in whatever order the rows stand', async () => {
  const others = await fileOf('others.csv', heldRows.map(few).toReversed());
  const one = await json('--data', held);
  const two = await json('--data', held, '--data', others, '--id', 'person');
  expect(two.rows).toBe(368);
  expect(one.differences.auroc.low).toBeGreaterThan(0);
  for (const figure of ['auroc', 'brier', 'logLoss']) {
    for (const end of ['difference', 'low', 'high', 'p']) {
      expect(two.differences[figure][end]).toBeCloseTo(one.differences[figure][end], 12);
    }
  }
}, 60_000);

test('rows of one group are drawn together: the same rows four times tell no more than once', async () => {
  const fourfold = await fileOf(
    'fourfold.csv',
    heldRows.flatMap((row) => Array.from({ length: 4 }, () => row)),
  );
  const once = await json('--data', held);
  const alone = await json('--data', fourfold);
  const grouped = await json('--data', fourfold, '--group', 'person');
  expect(grouped.bootstrap).toMatchObject({ group: 'person', groups: 368, resamples: 1000 });
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  for (const figure of ['auroc', 'brier', 'logLoss']) {
    const [plain, of] = [once.differences[figure], grouped.differences[figure]];
    expect(of.difference).toBeCloseTo(plain.difference, 9);
    // Independent rows would make it half as wide; a bootstrap of 1,000 knows a width to a tenth.
    expect(width(of) / width(plain)).toBeGreaterThan(0.8);
    expect(width(of) / width(plain)).toBeLessThan(1.25);
    expect(width(alone.differences[figure]) / width(plain)).toBeLessThan(0.6);
    expect(of).not.toHaveProperty('p');
    expect(of.distinguishable).toBe(of.low > 0 || of.high < 0);
  }
  const { stdout } = await praxis('compare', full, narrow, '--data', fourfold, '--group', 'person');
  expect(stdout).toContain('1,000 resamples of 368 groups of "person"');
  expect(stdout).not.toContain('p =');
}, 60_000);

test('files with different rows are refused with how many each has alone, and which', async () => {
  const moved = await fileOf('moved.csv', [
    ...heldRows.slice(2),
    ...['x', 'y', 'z', 'w'].map((person) => ({ ...heldRows[0], person })),
  ]);
  const { code, stdout, stderr } = await praxis(
    ...['compare', full, narrow, '--data', held, '--data', moved, '--id', 'person'],
  );
  expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
  expect(stderr).toContain(`2 only in ${held} ("p400", "p401"); 4 only in ${moved} ("x", "y", "z", …)`);
});

test('one row with two outcomes is refused with both places', async () => {
  const other = (outcome = '') => (outcome === 'pos' ? 'neg' : 'pos');
  const turned = await fileOf(
    'turned.csv',
    heldRows
      .map((row, index) => (index === 4 ? { ...row, diabetes: other(row.diabetes) } : row))
      .toReversed(),
  );
  const { code, stdout, stderr } = await praxis(
    ...['compare', full, narrow, '--data', held, '--data', turned, '--id', 'person'],
  );
  expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
  const was = heldRows[4]?.diabetes;
  expect(stderr).toContain('Of "p404"');
  expect(stderr).toContain(`"diabetes" is "${was}" in row 5 of ${held}`);
  expect(stderr).toContain(`"diabetes" is "${other(was)}" in row 364 of ${turned}`);
});

test('an id that is missing, or stands in two rows, is named with its file', async () => {
  const twice = await fileOf('twice.csv', [...heldRows, ...heldRows.slice(0, 1)]);
  const repeated = await praxis(
    ...['compare', full, narrow, '--data', held, '--data', twice, '--id', 'person'],
  );
  expect(repeated.code).toBe(65);
  expect(repeated.stderr).toMatch(/twice\.csv: The id "person" .*"p400" in rows 1, 369/);
  const unknown = await praxis('compare', full, narrow, '--data', held, '--data', twice, '--id', 'nobody');
  expect(unknown.code).toBe(65);
  expect(unknown.stderr).toContain(`${held} has no column "nobody"`);
});

test.each([
  { what: 'two files without --id', words: ['--data', 'a', '--data', 'b'], says: '--id is missing' },
  { what: '--id with one file', words: ['--data', 'a', '--id', 'person'], says: '--id goes with two files' },
  { what: 'three files', words: ['--data', 'a', '--data', 'b', '--data', 'c'], says: 'more than twice' },
  { what: 'no file', words: [], says: '--data is missing' },
])('$what is not understood', async ({ words, says }) => {
  const { code, stderr } = await praxis('compare', full, narrow, ...words);
  expect(code).toBe(64);
  expect(stderr).toContain(says);
});
