/** The data folder: can be written, and the disk has room. */
import { mkdir, open, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { type Finding, found, reason, systemCode, wrong } from '../fault.ts';

/**
 * A first start writes 150 MB (a fresh PostgreSQL cluster with its log, the cohort, three models) and PostgreSQL's
 * write-ahead log may grow by 1 GB under load; below this it is better not to begin.
 */
const needed = 500 * 1024 ** 2;

const elsewhere = 'or choose another folder: PRAXIS_HOME=/path/to/folder npm start';

const mends: Readonly<Record<string, string>> = {
  EACCES: `Make it writable for this user, ${elsewhere}`,
  EPERM: `Make it writable for this user, ${elsewhere}`,
  EROFS: `The file system is mounted read-only: mount it writable, ${elsewhere}`,
  ENOSPC: `Free some disk space, ${elsewhere}`,
  EDQUOT: `Free some disk space (the quota is used up), ${elsewhere}`,
  ENOENT: `That place takes no folders: choose another one: PRAXIS_HOME=/path/to/folder npm start`,
  ENOTDIR: `There is a file where a folder is needed: move it away, ${elsewhere}`,
  EEXIST: `There is a file where a folder is needed: move it away, ${elsewhere}`,
};

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 ** 2).toLocaleString('en')} MB`;

/** Free bytes for this user on the disk that holds `folder`. */
async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * As `mkdir` with `recursive`, which never returns where the kernel refuses a folder with ENOENT although its parent
 * is there (Node 24, `/proc`).
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const present = await stat(folder).catch(() => null);
    if (present?.isDirectory()) return;
    const parent = path.dirname(folder);
    const mayHelp =
      systemCode(error) === 'ENOENT' && parent !== folder && !(await stat(parent).catch(() => null));
    if (!mayHelp) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

/** Creates the folder where it is missing and writes to it. Faults: homeUnusable, diskFull. */
export async function checkHome(
  home: string,
  free: (folder: string) => Promise<number> = freeBytes,
): Promise<Finding> {
  const probe = path.join(home, `.probe-${process.pid}`);
  try {
    await makeFolder(home);
    const file = await open(probe, 'w');
    try {
      await file.write('probe');
      await file.sync();
    } finally {
      await file.close();
      await rm(probe, { force: true });
    }
    const left = await free(home);
    if (left < needed) {
      return wrong(
        'diskFull',
        `The disk of the data folder ${home} has ${megabytes(left)} free; Praxis needs ${megabytes(needed)}.`,
        `Free some disk space, ${elsewhere}`,
      );
    }
    return found(`${home}, ${megabytes(left)} free`);
  } catch (error) {
    const code = systemCode(error);
    return wrong(
      code === 'ENOSPC' || code === 'EDQUOT' ? 'diskFull' : 'homeUnusable',
      `The data folder ${home} cannot be written: ${reason(error)}.`,
      mends[code] ?? `Mend that, ${elsewhere}`,
    );
  }
}
