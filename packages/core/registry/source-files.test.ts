import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from './hash.ts';
import { matchSource } from './source-files.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sources-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const sources = [
  { file: 'people.csv', sha256: sha256('id,age\n1,50\n') },
  { file: 'events.csv', sha256: sha256('id,day\n1,7\n') },
];

test('a file is known by its content, whatever it is called now', async () => {
  const file = join(home, 'renamed.csv');
  await writeFile(file, 'id,day\n1,7\n');
  expect(await matchSource(file, sources)).toEqual({ ok: true, value: sources[1] });
});

test('one changed byte is told with the hash that was found and that of the source of its name', async () => {
  const file = join(home, 'people.csv');
  await writeFile(file, 'id,age\n1,51\n');
  const answer = await matchSource(file, sources);
  expect(answer).toMatchObject({ ok: false, error: { code: 'dataDiffers' } });
  expect(answer).toMatchObject({
    error: {
      message: `${file} is none of the files that the model was made from: found SHA-256 ${sha256('id,age\n1,51\n')}, expected ${sources[0].sha256} (people.csv).`,
    },
  });
});

test('a file of another name is compared with all sources, and one that is not there is named', async () => {
  const file = join(home, 'stranger.csv');
  await writeFile(file, 'id\n');
  const message = expect.stringContaining(
    `expected ${sources[0].sha256} (people.csv) or ${sources[1].sha256} (events.csv)`,
  );
  expect(await matchSource(file, sources)).toMatchObject({ error: { message } });
  const gone = join(home, 'gone.csv');
  expect(await matchSource(gone, sources)).toMatchObject({
    error: { code: 'fileMissing', message: `${gone} does not exist.` },
  });
});
