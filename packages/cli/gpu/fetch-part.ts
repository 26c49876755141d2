/** Runs a package's own download script beside the package, and takes over what it made only when all of it is there. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Finding, found, wrong } from '../fault.ts';
import type { GpuPart } from './part.ts';

/** Beside the package, so that its script finds the same dependencies. */
const stagingName = '.praxis-gpu-install';

const mend = 'Nothing was changed. Mend the connection and run "npm run gpu:install" again.';

/**
 * The package's folder is touched only after the whole download is there.
 *
 * @param modules the `node_modules` folder that holds the package
 * @param say gets every line that the script prints
 * @param environment added to what the script is given
 * Faults: gpuPackageMissing, downloadFailed (which file, from where, why).
 */
export async function fetchPart(
  part: GpuPart,
  modules: string,
  signal: AbortSignal,
  say: (line: string) => void,
  environment: Readonly<Record<string, string>> = {},
): Promise<Finding> {
  const folder = path.join(modules, part.package);
  if (!existsSync(folder)) {
    return wrong(
      'gpuPackageMissing',
      `The package ${part.package} is not installed.`,
      'Run "npm ci --include=optional", then "npm run gpu:install" again.',
    );
  }
  if (await allThere(folder, part)) return found(`${part.what} is there already: ${folder}`);
  const staging = path.join(path.dirname(folder), stagingName);
  await rm(staging, { recursive: true, force: true });
  try {
    for (const name of part.needs)
      await cp(path.join(folder, name), path.join(staging, name), { recursive: true });
    await shareDependencies(folder, staging);
    const printed = await run(part, staging, modules, signal, say, environment);
    signal.throwIfAborted();
    if (printed.cause !== null || !(await allThere(staging, part))) {
      return wrong('downloadFailed', failure(part, folder, printed), mend);
    }
    for (const name of part.makes) await takeOver(path.join(staging, name), path.join(folder, name));
    return found(`${part.what} was fetched into ${folder}`);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Dependencies that npm put inside the package instead of beside it. */
async function shareDependencies(folder: string, staging: string): Promise<void> {
  const own = path.join(folder, 'node_modules');
  if (existsSync(own)) await symlink(own, path.join(staging, 'node_modules'));
}

/** Every file that the script makes is there and has bytes; a folder counts where it has one. */
async function allThere(folder: string, { makes }: GpuPart): Promise<boolean> {
  const sizes = await Promise.all(makes.map((name) => stat(path.join(folder, name)).catch(() => null)));
  return sizes.every((state) => state !== null && state.size > 0);
}

async function takeOver(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await rm(to, { recursive: true, force: true });
  await rename(from, to);
}

interface Printed {
  /** How it ended, null where it ended well. */
  readonly cause: string | null;
  readonly text: string;
}

async function run(
  { script, environment: own }: GpuPart,
  folder: string,
  modules: string,
  signal: AbortSignal,
  say: (line: string) => void,
  environment: Readonly<Record<string, string>>,
): Promise<Printed> {
  const tools = [path.dirname(process.execPath), path.join(modules, '.bin'), process.env.PATH ?? ''];
  const child = spawn(process.execPath, [...script], {
    cwd: folder,
    env: { ...process.env, PATH: tools.join(path.delimiter), ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const line of chunk.split('\n')) if (line.trim()) say(line.trimEnd());
    });
  }
  const cause = await new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, killed) => resolve(code === 0 ? null : (killed ?? `exit code ${code}`)));
  });
  return { cause, text };
}

/** One sentence from all that a script prints when it fails: the address that it tried last, and the first error. */
function failure(part: GpuPart, folder: string, { cause, text }: Printed): string {
  const address = text.match(/https?:\/\/[^\s'"]+/g)?.findLast((url) => !url.includes('github.com'));
  const source = address
    ? `${path.posix.basename(new URL(address).pathname)} from ${address}`
    : part.source(folder);
  const why =
    /^\s*(?:Uncaught )?(?:\w*Error|node-pre-gyp ERR! .*?error): (.+)$/m.exec(text)?.[1] ??
    cause ??
    'the script ended without the files';
  return `${part.what} could not be fetched: ${source} (${why.trim()}).`;
}
