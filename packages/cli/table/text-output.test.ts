import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOutput } from './text-output.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-output-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Longer than any buffer on the way, so that writing has to wait. */
const lines = Array.from({ length: 40 }, (_, line) => `${line} `.repeat(20_000));

test.each(['text.csv', 'text.csv.gz'])('%s appears whole when it is ended, and not before', async (name) => {
  const file = path.join(home, name);
  const output = textOutput(file);
  for (const line of lines) expect(await output.write(line)).toBe(true);
  expect(await readdir(home)).not.toContain(name);
  await output.end();
  const bytes = await readFile(file);
  expect((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()).toBe(lines.join(''));
  await rm(file);
});

test.each(['given-up.csv', 'given-up.csv.gz'])('%s leaves nothing behind', async (name) => {
  const output = textOutput(path.join(home, name));
  await output.write(lines[0]);
  await output.discard();
  expect(await readdir(home)).toEqual([]);
});

test.each(['nowhere.csv', 'nowhere.csv.gz'])('%s in a folder that is not there is named', async (name) => {
  const file = path.join(home, 'no', 'such', name);
  const output = textOutput(file);
  const written = async () => {
    for (const line of lines) await output.write(line);
    await output.end();
  };
  await expect(written()).rejects.toThrow(`${file} cannot be written`);
  await output.discard();
});
