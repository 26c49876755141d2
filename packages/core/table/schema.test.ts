import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTableSchema } from './schema.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schema-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string) {
  const file = join(folder, 'schema.json');
  await writeFile(file, text);
  return readTableSchema(file);
}

test('a schema file says what columns are', async () => {
  const schema = {
    missing: ['', '?'],
    columns: {
      age: { kind: 'number', unit: 'a', decimal: ',', missing: ['-9'] },
      grade: { kind: 'category', levels: ['low', 'high'] },
      seen: { kind: 'dateTime', format: 'DD.MM.YYYY' },
      smoker: { kind: 'boolean', optional: true },
      note: { kind: 'text' },
    },
  };
  expect(await read(JSON.stringify(schema))).toEqual({ ok: true, value: schema });
});

test('what is wrong in a schema file is named by its path', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['{"columns":{"age":{"kind":"nummer"}}}', /columns\.age\.kind/],
    ['{"columns":{"age":{"kind":"number","units":"a"}}}', /columns\.age: .*units/],
    ['{"columns":{"day":{"kind":"dateTime","format":"DD.MM"}}}', /columns\.day\.format: a format is/],
    ['{"columns":', /JSON/],
    ['{}', /columns/],
  ];
  for (const [text, message] of cases) {
    const result = await read(text);
    expect(result).toMatchObject({ ok: false, error: { code: 'schemaInvalid' } });
    if (!result.ok) expect(result.error.message).toMatch(message);
  }
  expect(await readTableSchema(join(folder, 'nowhere.json'))).toMatchObject({
    ok: false,
    error: { code: 'fileMissing' },
  });
});
