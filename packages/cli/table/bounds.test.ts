import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FeatureDefinition } from '@praxis/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBounds } from './bounds.ts';

const features: readonly FeatureDefinition[] = [
  { name: 'age', kind: 'number', unit: 'a' },
  { name: 'visits', kind: 'number', unit: null },
  { name: 'smokes', kind: 'flag', unit: null },
  { name: 'clinic', kind: 'category', unit: null, levels: ['east', 'west'] },
];
const age = { low: 20, high: 80 };
const visits = { low: 0, high: 50 };

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-bounds-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('numbers have bounds; a flag may have them, and needs none', async () => {
  const file = path.join(home, 'bounds.json');
  for (const bounds of [
    { age, visits },
    { age, visits, smokes: { low: 0, high: 1 } },
  ]) {
    await writeFile(file, JSON.stringify(bounds));
    expect(await readBounds(file, features)).toEqual(bounds);
  }
});

test.each([
  { text: { age }, says: '"visits" has no bounds' },
  { text: { age, visits, height: visits }, says: '"height" is no feature of the table' },
  { text: { age: { low: 80, high: 20 }, visits }, says: '"age" has a low of 80' },
  { text: { age: { low: 5, high: 5 }, visits }, says: '"age" has a low of 5' },
  { text: { age: { low: 0, high: 'old' }, visits }, says: '"age", high is not a number' },
  { text: { age: 80, visits }, says: '"age" is not {"low": number, "high": number}' },
  { text: { age, visits, clinic: visits }, says: '"clinic" is a category' },
  { text: [age], says: 'it is not an object' },
  { text: '{"age":', says: 'it is not JSON' },
])('$says is said with the file', async ({ text, says }) => {
  const file = path.join(home, 'wrong.json');
  await writeFile(file, typeof text === 'string' ? text : JSON.stringify(text));
  const refused = readBounds(file, features);
  await expect(refused).rejects.toMatchObject({ code: 'boundsInvalid' });
  await expect(refused).rejects.toThrow(`wrong.json does not bound the features: ${says}`);
});

test('a file that is not there is named', async () => {
  await expect(readBounds('nowhere.json', features)).rejects.toMatchObject({ code: 'fileMissing' });
});
