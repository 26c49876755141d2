import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutputFolder } from './output-folder.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'output-folder-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** A folder that looks like an artifact. */
async function artifactIn(folder: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'model.onnx'), content);
  await writeFile(path.join(folder, 'card.json'), '{}');
}

test('the artifact takes the place of the folder in one step and nothing is left beside it', async () => {
  const folder = path.join(home, 'fresh', 'model');
  await mkdir(folder, { recursive: true });
  const output = await openOutputFolder(folder, false);
  await artifactIn(path.join(output.models, 'abc'), 'new');
  await output.fill('abc');
  expect((await readdir(folder)).sort()).toEqual(['card.json', 'model.onnx']);
  expect(await readdir(path.dirname(folder))).toEqual(['model']);
});

test('a folder that holds something is refused before any work; an artifact gives way to --overwrite alone', async () => {
  const other = path.join(home, 'letters');
  await mkdir(other);
  await writeFile(path.join(other, 'letter.txt'), 'dear');
  for (const overwrite of [false, true]) {
    await expect(openOutputFolder(other, overwrite)).rejects.toMatchObject({ code: 'outputNotEmpty' });
  }
  const model = path.join(home, 'old');
  await artifactIn(model, 'old');
  await expect(openOutputFolder(model, false)).rejects.toMatchObject({ code: 'outputNotEmpty' });
  expect(await readdir(home)).not.toContain('old.partial');

  const output = await openOutputFolder(model, true);
  await artifactIn(path.join(output.models, 'abc'), 'new');
  expect(await readFile(path.join(model, 'model.onnx'), 'utf8')).toBe('old');
  await output.fill('abc');
  expect(await readFile(path.join(model, 'model.onnx'), 'utf8')).toBe('new');
});

test('two runs never work on one folder, and what a released one did stays for the next', async () => {
  const folder = path.join(home, 'shared');
  const first = await openOutputFolder(folder, false);
  await mkdir(first.runs);
  await writeFile(path.join(first.runs, 'fit'), 'done');
  await expect(openOutputFolder(folder, false)).rejects.toMatchObject({ code: 'alreadyRunning' });
  await first.release();
  const second = await openOutputFolder(folder, false);
  expect(await readFile(path.join(second.runs, 'fit'), 'utf8')).toBe('done');
  await second.release();
  expect(await readdir(home)).toContain('shared.partial');
});

test('a run that ends before any work leaves nothing', async () => {
  const folder = path.join(home, 'refused');
  await (await openOutputFolder(folder, false)).release();
  expect((await readdir(home)).filter((name) => name.startsWith('refused'))).toEqual([]);
});

test('a path that cannot hold a folder is named', async () => {
  const file = path.join(home, 'file');
  await writeFile(file, '');
  await expect(openOutputFolder(path.join(file, 'model'), false)).rejects.toMatchObject({
    code: 'outputUnwritable',
  });
});
