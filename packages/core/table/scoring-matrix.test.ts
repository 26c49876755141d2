import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { featureMatrix } from './feature-matrix.ts';
import type { FeatureDefinition } from './matrix.ts';
import { type ReadTableOptions, readTable } from './read-table.ts';
import { labelsFor, matrixFor, schemaFor } from './scoring-matrix.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scoring-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function tableOf(text: string, options: ReadTableOptions = {}) {
  const file = join(folder, 'data.csv');
  await writeFile(file, text);
  const read = await readTable(file, options);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.table;
}

const features: readonly FeatureDefinition[] = [
  { name: 'age', kind: 'number', unit: 'a' },
  { name: 'smoker', kind: 'flag', unit: null },
  { name: 'code', kind: 'category', unit: null, levels: ['1', '2', 'x'] },
  { name: 'seen', kind: 'number', unit: 'd' },
];

function mapped(table: Parameters<typeof matrixFor>[1], wanted = features) {
  const made = matrixFor(wanted, table);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

test('the file a model was trained on is mapped onto the same numbers', async () => {
  const text =
    'y,age,smoker,code,seen\n0,61,yes,1,2026-01-31\n1,,no,x,2026-02-01T12:00\n0,7.5,,2,\n1,3,no,1,1999-01-01\n0,3,no,2,1999-01-01\n1,3,no,x,\n';
  const table = await tableOf(text);
  const made = featureMatrix(table, { target: 'y' });
  if (!made.ok) throw new Error(made.error.message);
  expect(made.value.features.map(({ kind }) => kind)).toEqual(['number', 'flag', 'category', 'number']);
  const again = mapped(await tableOf(text, { schema: schemaFor(made.value.features) }), made.value.features);
  expect(again.values).toEqual(made.value.values);
  expect(again.extra).toEqual(['y']);
  expect(labelsFor(made.value.target, table)).toEqual({ ok: true, value: made.value.labels });
});

test('one row is read as the model takes it, whatever its cells look like alone; an unseen level is after the last', async () => {
  const options = { schema: schemaFor(features) };
  const text = (code: string) => `seen,code,age,smoker\n1970-01-03,${code},61,1\n`;
  expect([...mapped(await tableOf(text('2'), options)).values]).toEqual([61, 1, 1, 2]);
  expect([...mapped(await tableOf(text('zzz'), options)).values]).toEqual([61, 1, 3, 2]);
  // Without the schema, too: 2 is a number in this file, and zzz is text.
  expect([...mapped(await tableOf(text('2.0'))).values]).toEqual([61, 1, 1, 2]);
  expect([...mapped(await tableOf(text('zzz'))).values]).toEqual([61, 1, 3, 2]);
  expect([...mapped(await tableOf('seen,code,age,smoker\n,,NA,\n')).values]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});

test('a category that is only yes and no in the new file is still its levels', async () => {
  const level: FeatureDefinition = {
    name: 'c',
    kind: 'category',
    unit: null,
    levels: ['No', 'Yes', 'unknown'],
  };
  expect([...mapped(await tableOf('c,d\nYes,1\nNo,1\n,1\n'), [level]).values]).toEqual([1, 0, Number.NaN]);
});

test('missing columns, other kinds and columns that the model does not know are in one error, by name', async () => {
  const made = matrixFor(features, await tableOf('Age,smoker,seen\n61,maybe,soon\n50,maybe,soon\n'));
  expect(made).toMatchObject({
    ok: false,
    error: { code: 'featuresMismatch', columns: ['age', 'code', 'smoker', 'seen'] },
  });
  if (!made.ok) {
    expect(made.error.message).toMatch(
      /missing: "age", "code"; "smoker": expected true or false, found category \("maybe" in row 1\); "seen": expected numbers.*not known to the model: "Age"/,
    );
  }
});

test('labels of another file are those of the model, and a third value is named', async () => {
  const target = { column: 'y', positive: 'bad', negative: 'good' };
  const labels = labelsFor(target, await tableOf('y\nbad\ngood\n'));
  expect(labels).toEqual({ ok: true, value: Uint8Array.of(1, 0) });
  expect(labelsFor(target, await tableOf('y\nbad\nugly\n'))).toMatchObject({
    ok: false,
    error: { code: 'targetInvalid', rows: [2], message: expect.stringMatching(/"ugly"/) },
  });
  expect(labelsFor(target, await tableOf('z\n1\n'))).toMatchObject({ error: { code: 'columnMissing' } });
});
