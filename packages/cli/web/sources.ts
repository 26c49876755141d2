/** Decides whether the web app must be built again: by what its sources hold, not by their dates. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { systemCode } from '../fault.ts';

/** What a build reads. The lockfile stands for `node_modules/`. */
const folders = ['app', 'packages', 'db'];
const files = [
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.js',
  'proxy.ts',
  'tsconfig.json',
];

/** The command line, tests and data are not part of the web app. */
const left = (name: string): boolean =>
  name === 'node_modules' || name === 'cli' || name.endsWith('.gz') || /\.test\.tsx?$/.test(name);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries
    .filter((entry) => !left(entry.name))
    .map((entry) => {
      const place = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(place) : [place];
    });
  return (await Promise.all(nested)).flat();
}

async function contents(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** SHA-256 over the path and content of every file that a build reads, in the order of their paths. */
export async function hashSources(root: string): Promise<string> {
  const below = await Promise.all(folders.map((folder) => filesBelow(path.join(root, folder))));
  const all = [...below.flat(), ...files.map((file) => path.join(root, file))];
  const hash = createHash('sha256');
  for (const file of all.sort()) {
    const content = await contents(file);
    if (content === null) continue;
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** What a finished build left in its folder: the sources it was made of and the build's own id. */
const stamp = z.object({ sources: z.string(), build: z.string() });
const stampFile = 'praxis-build.json';

/** Next writes this file last: a build without it did not finish. */
const buildId = async (folder: string): Promise<string | null> =>
  (await contents(path.join(folder, 'BUILD_ID')))?.toString('utf8') ?? null;

/** Whether `folder` holds a finished build of these sources. */
export async function isBuilt(folder: string, sources: string): Promise<boolean> {
  const written = await contents(path.join(folder, stampFile));
  if (written === null) return false;
  let content: unknown;
  try {
    content = JSON.parse(written.toString('utf8'));
  } catch {
    return false;
  }
  const parsed = stamp.safeParse(content);
  return parsed.success && parsed.data.sources === sources && parsed.data.build === (await buildId(folder));
}

/** Before a build begins: what is in `folder` counts for nothing until `markBuilt`. */
export async function unmarkBuilt(folder: string): Promise<void> {
  await rm(path.join(folder, stampFile), { force: true });
}

/** After a build ended well. */
export async function markBuilt(folder: string, sources: string): Promise<void> {
  const place = path.join(folder, stampFile);
  const temporary = `${place}.${process.pid}`;
  await writeFile(temporary, JSON.stringify({ sources, build: (await buildId(folder)) ?? '' }));
  await rename(temporary, place);
}
