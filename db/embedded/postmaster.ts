/** Reads PostgreSQL's own pid file and tells a running server from what a killed one left behind. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../errors.ts';

const run = promisify(execFile);

/** `ready` once the server accepts connections. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/**
 * Lines of `postmaster.pid` (PostgreSQL, src/include/utils/pidfile.h):
 * pid, data folder, start time, port, socket folder, listen address, shared memory key, status.
 */
const lines = { pid: 0, port: 3, status: 7 } as const;

/** The server that runs on the data folder; null where there is none or its pid file is stale. */
export async function findPostmaster(data: string): Promise<Postmaster | null> {
  const content = (await readPidFile(data))?.split('\n').map((line) => line.trim());
  if (!content) return null;
  const pid = pidIn(content[lines.pid]);
  if (!isAlive(pid) || !(await runsOn(pid, data))) return null;
  return { pid, port: Number(content[lines.port]), ready: content[lines.status] === 'ready' };
}

/**
 * After a crash another program may have been given the recorded pid, above all in containers; PostgreSQL would
 * then refuse to start. A pid that no system gives out takes its place. The file is kept for its shared memory
 * key, by which PostgreSQL recognises orphans of the killed server that still write.
 */
export async function disownPidFile(data: string): Promise<void> {
  const text = await readPidFile(data);
  const pid = pidIn(text?.split('\n')[lines.pid]);
  // PostgreSQL itself takes a dead pid for what it is.
  if (text === null || !isAlive(pid) || (await runsOn(pid, data))) return;
  const neverAPid = 2 ** 31 - 1;
  await writeFile(pidFile(data), text.replace(/^-?\d+/, String(neverAPid)));
}

/** 0 where there is none; negative in the file of a single-user server. */
const pidIn = (line: string | undefined): number => Math.abs(Number.parseInt(line ?? '', 10)) || 0;

const pidFile = (data: string): string => path.join(data, 'postmaster.pid');

async function readPidFile(data: string): Promise<string | null> {
  try {
    return await readFile(pidFile(data), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Whether the process is a server of this data folder, by its command line. */
async function runsOn(pid: number, data: string): Promise<boolean> {
  const command = await commandLine(pid);
  // Where the system does not show command lines (Windows), a living pid has to do.
  return command === null || command.includes(data);
}

async function commandLine(pid: number): Promise<string | null> {
  if (process.platform === 'win32') return null;
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text.replaceAll('\0', ' ');
  }
  const { stdout } = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout;
}
