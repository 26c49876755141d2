/** One `praxis start` a data folder: a lock that the system drops when its holder dies, and who holds it. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { FaultError } from '../fault.ts';
import { tryLockFile } from './file-lock.ts';

const holder = z.object({ process: z.number().int(), url: z.string() });
type Holder = z.infer<typeof holder>;

const holderFile = (home: string): string => path.join(home, 'start.json');

async function readHolder(home: string): Promise<Holder | null> {
  const text = await readFile(holderFile(home), 'utf8').catch(() => '');
  try {
    return holder.parse(JSON.parse(text));
  } catch {
    return null; // The lock counts; this file only says whose it is.
  }
}

export interface HomeLock {
  /** The holder before was killed: what it started may take a moment to notice. */
  readonly leftBehind: boolean;
  readonly release: () => Promise<void>;
}

/**
 * Takes the home for this process until `release`.
 * @throws FaultError alreadyRunning, naming the process and its address.
 */
export async function lockHome(home: string, url: string): Promise<HomeLock> {
  const lock = tryLockFile(path.join(home, 'start.lock'));
  if (lock === null) {
    const other = await readHolder(home);
    throw new FaultError({
      code: 'alreadyRunning',
      message: `Praxis already runs on ${home}${other ? ` at ${other.url} (process ${other.process})` : ''}.`,
      mend: 'Use that one, stop it with Ctrl-C where it runs, or start this one on a folder and port of its own: PRAXIS_HOME=/path/to/folder PORT=3001 npm start',
    });
  }
  const leftBehind = (await readHolder(home)) !== null;
  await writeFile(holderFile(home), JSON.stringify({ process: process.pid, url }));
  return {
    leftBehind,
    release: async () => {
      await rm(holderFile(home), { force: true });
      lock.release();
    },
  };
}

/** Who runs on the home, null for nobody. */
export async function runningOn(home: string): Promise<Holder | null> {
  const file = path.join(home, 'start.lock');
  if (!existsSync(file)) return null;
  const lock = tryLockFile(file);
  lock?.release();
  return lock === null ? readHolder(home) : null;
}
