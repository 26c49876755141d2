/** Runs `next build` where the sources changed since the last one that ended well. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FaultError } from '../fault.ts';
import { lifeline } from '../supervise/child.ts';
import { hashSources, isBuilt, markBuilt, unmarkBuilt } from './sources.ts';

/** Next's command line, a JavaScript file: the app's dependency, so it is looked up from there. */
const nextProgram = (root: string): string =>
  createRequire(path.join(root, 'package.json')).resolve('next/dist/bin/next');

/** As in `next.config.js`: a second build beside a running server must not overwrite the files it serves. */
const buildFolder = (root: string): string => path.join(root, process.env.PRAXIS_BUILD_FOLDER ?? '.next');

/** Lines of a failed build that are shown. */
const shown = 40;

/**
 * Builds the web app, or finds that it is built.
 *
 * @returns whether a build was needed
 * @throws FaultError buildFailed, with what the build printed last; the signal's reason when stopped
 */
export async function buildWeb(root: string, signal: AbortSignal): Promise<boolean> {
  const folder = buildFolder(root);
  const sources = await hashSources(root);
  if (await isBuilt(folder, sources)) return false;
  await unmarkBuilt(folder);
  const { code, output } = await run(root, signal);
  signal.throwIfAborted();
  if (code !== 0) {
    throw new FaultError({
      code: 'buildFailed',
      message: `The web app could not be built (next build ended with ${code}):\n\n${output}\n`,
      mend: 'Mend what it names. After a change of branch, run "npm ci" first.',
    });
  }
  await markBuilt(folder, sources);
  return true;
}

/** The build in a process of its own; its last lines are kept for the case that it fails. */
function run(root: string, signal: AbortSignal): Promise<{ code: number | string; output: string }> {
  const child = spawn(process.execPath, ['--import', lifeline, nextProgram(root), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let lines: string[] = [];
  const keep = (chunk: Buffer): void => {
    lines = [...lines, ...chunk.toString('utf8').split('\n')].slice(-shown);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const stop = (): void => {
    child.kill('SIGTERM');
  };
  signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, killedBy) => {
      signal.removeEventListener('abort', stop);
      resolve({ code: code ?? killedBy ?? 'an unknown cause', output: lines.join('\n').trim() });
    });
  });
}
