import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionSecret } from './secret.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'praxis-secret-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('is made once, for its owner only, and is another in another home', async () => {
  const secret = await sessionSecret(home);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect((await stat(path.join(home, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await sessionSecret(home)).toBe(secret);
  expect(await readdir(home)).toEqual(['secret']);
  await rm(path.join(home, 'secret'));
  expect(await sessionSecret(home)).not.toBe(secret);
});

test('of two that begin at once both get the same', async () => {
  const [one, other] = await Promise.all([sessionSecret(home), sessionSecret(home)]);
  expect(one).toBe(other);
});

test('one that was cut short is replaced', async () => {
  await writeFile(path.join(home, 'secret'), 'abc');
  const secret = await sessionSecret(home);
  expect(secret).toHaveLength(43);
  expect(await readFile(path.join(home, 'secret'), 'utf8')).toBe(secret);
});
