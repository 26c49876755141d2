import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources, isBuilt, markBuilt, unmarkBuilt } from './sources.ts';

let root: string;
let build: string;
const write = async (file: string, content: string): Promise<void> => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
};

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'praxis-sources-'));
  build = path.join(root, '.next');
  await mkdir(build);
  await write('app/page.tsx', 'page');
  await write('packages/core/index.ts', 'core');
  await write('packages/cli/praxis.ts', 'cli');
  await write('db/index.ts', 'db');
  await write('package-lock.json', '{}');
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a changed, added, removed or renamed source, or another lockfile, asks for a build', async () => {
  const seen = new Set([await hashSources(root)]);
  await write('app/page.tsx', 'another page');
  seen.add(await hashSources(root));
  await write('app/new.tsx', '');
  seen.add(await hashSources(root));
  await rm(path.join(root, 'db/index.ts'));
  seen.add(await hashSources(root));
  await write('db/other.ts', 'db');
  seen.add(await hashSources(root));
  await write('package-lock.json', '{ }');
  seen.add(await hashSources(root));
  expect(seen.size).toBe(6);
});

test('dates, tests, the command line and installed packages ask for no build', async () => {
  const before = await hashSources(root);
  await utimes(path.join(root, 'app/page.tsx'), 1, 1);
  await write('app/page.test.tsx', 'test');
  await write('packages/cli/praxis.ts', 'another cli');
  await write('packages/core/node_modules/x/index.js', 'x');
  expect(await hashSources(root)).toBe(before);
});

test('a build counts when it finished, for its own sources only', async () => {
  expect(await isBuilt(build, 'a')).toBe(false);
  await write('.next/BUILD_ID', 'first');
  await markBuilt(build, 'a');
  expect(await isBuilt(build, 'a')).toBe(true);
  expect(await isBuilt(build, 'b')).toBe(false);
});

test('a build that was begun again and killed, ours or one made by hand, does not count', async () => {
  await write('.next/BUILD_ID', 'first');
  await markBuilt(build, 'a');
  await rm(path.join(build, 'BUILD_ID'));
  expect(await isBuilt(build, 'a')).toBe(false);

  await write('.next/BUILD_ID', 'first');
  await unmarkBuilt(build);
  expect(await isBuilt(build, 'a')).toBe(false);

  await write('.next/praxis-build.json', '{"sources":"a"');
  expect(await isBuilt(build, 'a')).toBe(false);
});
