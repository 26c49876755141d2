import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCohortFiles } from './check.ts';
import { CohortFailure } from './failure.ts';
import { cohortPaths } from './paths.ts';
import { readCohortFiles } from './read.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cohort-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const people = 'id,age,male,weight,height,bmi,case.id,futime,status';
const observations = 'id,days,test,value';
const events = 'id,days,event';

interface Rows {
  readonly people?: readonly string[];
  readonly observations?: readonly string[];
  readonly events?: readonly string[];
}

/** A small cohort in the source's format: one person with one event, unless rows are given. */
async function cohortFolder(rows: Rows): Promise<string> {
  const folder = await mkdtemp(join(root, 'small-'));
  const write = (file: string, header: string, lines: readonly string[]) =>
    writeFile(file, gzipSync([header, ...lines, ''].join('\n')));
  const paths = cohortPaths(folder);
  await write(paths.people, people, rows.people ?? ['1,57,0,60,163,22.7,1,6261,0']);
  await write(paths.observations, observations, rows.observations ?? []);
  await write(paths.events, events, rows.events ?? ['1,-3,"ang/isc"']);
  return folder;
}

async function failureOf(folder: string): Promise<CohortFailure> {
  const outcome = await readCohortFiles(folder).catch((error: unknown) => error);
  if (outcome instanceof CohortFailure) return outcome;
  throw new Error(`expected a CohortFailure, got ${String(outcome)}`);
}

test('the real cohort: every person and diagnosis, observations without the copied tests, impossible pressures missing', async () => {
  const cohort = await readCohortFiles();
  expect(cohort.people).toHaveLength(17_549);
  expect(cohort.observations).toHaveLength(205_435);
  expect(cohort.diagnoses).toHaveLength(34_340);
  expect(cohort.sources.map(({ file, rows, skipped }) => ({ file, rows, skipped }))).toEqual([
    { file: 'nafld-people.csv.gz', rows: 17_549, skipped: {} },
    {
      file: 'nafld-observations.csv.gz',
      rows: 400_123,
      skipped: { cholCopiesHdl: 161_258, dbpCopiesSbp: 33_430, sbpImpossible: 8 },
    },
    { file: 'nafld-events.csv.gz', rows: 34_340, skipped: {} },
  ]);
  const missing = cohort.observations.filter(({ value }) => value === null);
  expect(missing.map(({ test }) => test)).toEqual(Array(8).fill('sbp'));
  expect(cohort.people[0]).toEqual({
    id: 1,
    ageYears: 57,
    male: false,
    weightKg: 60,
    heightCm: 163,
    bmi: 22.6909394821587,
    caseId: 10_630,
    followUpDays: 6261,
    died: false,
  });
  expect(cohort.people.filter(({ caseId }) => caseId === null)).toHaveLength(31);
});

test('the files are the ones that SOURCE.md names', async () => {
  const { sources } = await readCohortFiles();
  const text = await readFile(join(import.meta.dirname, 'SOURCE.md'), 'utf8');
  for (const { file, sha256 } of sources) {
    expect(text.split('\n').find((line) => line.includes(file))).toContain(sha256);
  }
});

test('codes of the source become the words of the field; an empty field is missing', async () => {
  const folder = await cohortFolder({ people: ['4,56,1,,170,,,3143,1'], events: ['4,-1226,"ang/isc"'] });
  const cohort = await readCohortFiles(folder);
  expect(cohort.people[0]).toMatchObject({ weightKg: null, bmi: null, caseId: null, died: true });
  expect(cohort.diagnoses).toEqual([{ personId: 4, day: -1226, code: 'angina' }]);
});

test.each([
  {
    what: 'a person twice',
    rows: { people: ['1,57,0,,,,1,10,0', '1,57,0,,,,1,10,0'] },
    place: { code: 'personRepeated', row: 3, field: 'id' },
    file: 'nafld-people.csv.gz',
  },
  {
    what: 'a header and no row',
    rows: { people: [] },
    place: { code: 'fileEmpty', row: 2, field: null },
    file: 'nafld-people.csv.gz',
  },
  {
    what: 'an observation of nobody',
    rows: { observations: ['1,-5,hdl,40', '1,-5,chol,40', '2,-5,hdl,40'] },
    place: { code: 'personUnknown', row: 4, field: 'id' },
    file: 'nafld-observations.csv.gz',
  },
  {
    what: 'a diagnosis of nobody',
    rows: { events: ['9,0,"nafld"'] },
    place: { code: 'personUnknown', row: 2, field: 'id' },
    file: 'nafld-events.csv.gz',
  },
  {
    what: 'a cholesterol that is no copy of HDL (it would be lost)',
    rows: { observations: ['1,-5,hdl,40', '1,-5,chol,180'] },
    place: { code: 'notACopy', row: 3, field: 'value' },
    file: 'nafld-observations.csv.gz',
  },
  {
    what: 'more copies than originals',
    rows: { observations: ['1,-5,sbp,140', '1,-5,dbp,140', '1,-5,dbp,140'] },
    place: { code: 'notACopy', row: 4, field: 'value' },
    file: 'nafld-observations.csv.gz',
  },
  {
    what: 'a smoking status that is neither 0 nor 1',
    rows: { observations: ['1,-5,smoke,2'] },
    place: { code: 'valueImpossible', row: 2, field: 'value' },
    file: 'nafld-observations.csv.gz',
  },
  {
    what: 'an unknown test',
    rows: { observations: ['1,-5,ldl,90'] },
    place: { code: 'fieldInvalid', row: 2, field: 'test' },
    file: 'nafld-observations.csv.gz',
  },
  {
    what: 'an unknown diagnosis',
    rows: { events: ['1,0,gout'] },
    place: { code: 'fieldInvalid', row: 2, field: 'event' },
    file: 'nafld-events.csv.gz',
  },
])('$what is an error that names file, row and field', async ({ rows, place, file }) => {
  const failure = await failureOf(await cohortFolder(rows));
  expect(failure).toMatchObject(place);
  expect(failure.file.endsWith(file)).toBe(true);
  expect(failure.message).toContain(`line ${place.row}`);
});

test('a missing file says which, and how to bring it back; the quick check says the same', async () => {
  const folder = await cohortFolder({});
  const { events: file } = cohortPaths(folder);
  await rm(file);
  const failure = await failureOf(folder);
  expect(failure).toMatchObject({ code: 'fileMissing', file });
  expect(failure.mend).toContain(`git checkout -- ${file}`);
  expect(failure.mend).toContain('npm ci');
  expect(await checkCohortFiles(folder)).toMatchObject({ code: 'fileMissing', file });
});

test('a file that was cut short or overwritten is damaged, for the reader and for the quick check', async () => {
  const folder = await cohortFolder({});
  const own = cohortPaths();
  const { people: file } = cohortPaths(folder);
  await cp(own.people, file);
  const whole = await readFile(file);
  for (const bytes of [whole.subarray(0, 100_000), Buffer.from('not a gzip file')]) {
    await writeFile(file, bytes);
    expect(await failureOf(folder)).toMatchObject({ code: 'gzipDamaged', file });
    expect(await checkCohortFiles(folder)).toMatchObject({ code: 'gzipDamaged', file });
  }
});

test('the quick check passes the files that ship', async () => {
  expect(await checkCohortFiles()).toBeNull();
});
