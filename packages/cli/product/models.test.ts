import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enqueueMissing } from './missing.ts';
import { modelStates, removeLeftovers } from './models.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-models-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('a model whose card an earlier version wrote in another form is trained again', async () => {
  const artifact = 'a'.repeat(64);
  const folder = path.join(home, 'models', artifact);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'card.json'), JSON.stringify({ format: 1, files: [] }));
  const states = await modelStates({ champions: async () => [{ outcome: 'diabetes', artifact }] }, home);
  expect(states).toEqual([
    {
      outcome: 'diabetes',
      state: 'damaged',
      why: expect.stringMatching(/not a valid model card .*Train it again\.$/),
    },
  ]);
  const enqueued: string[] = [];
  await enqueueMissing(
    'diagnosis',
    states,
    { create: async (_, outcome) => enqueued.push(outcome).toString(), list: async () => [] },
    { enqueueTraining: async () => true },
  );
  expect(enqueued).toEqual(['diabetes']);
});

test('what a killed worker left goes, but finished fits stay while a run waits to go on', async () => {
  const writing = path.join(home, 'models', '.writing-1');
  const fits = path.join(home, 'runs', 'key');
  await mkdir(writing, { recursive: true });
  await mkdir(fits, { recursive: true });
  await removeLeftovers(home, true);
  expect([existsSync(writing), existsSync(fits)]).toEqual([false, true]);
  await removeLeftovers(home, false);
  expect(existsSync(fits)).toBe(false);
});
