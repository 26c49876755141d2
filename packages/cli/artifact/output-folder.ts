/** The folder that a training fills: refused before any work where it holds something, filled in one step at the end. */
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { FaultError, reason, systemCode } from '../fault.ts';
import { tryLockFile } from '../supervise/file-lock.ts';

/** Where the work is done beside it, so that a killed run can go on. */
export interface OutputFolder {
  /** Registry into which the artifact is written first. */
  readonly models: string;
  /** Fits that are through. */
  readonly runs: string;
  /** Moves the artifact into its place and removes what the work left. */
  fill(artifact: string): Promise<void>;
  /** Lets others work on it; what is done so far stays for the next run. After `fill` it does nothing. */
  release(): Promise<void>;
}

const lockFile = 'train.lock';

/**
 * @param overwrite lets an artifact be replaced, and nothing else
 * @throws FaultError outputNotEmpty, outputUnwritable, or alreadyRunning where another run works on the folder
 */
export async function openOutputFolder(folder: string, overwrite: boolean): Promise<OutputFolder> {
  const target = path.resolve(folder);
  const partial = `${target}.partial`;
  await checkTarget(target, folder, overwrite);
  await mkdir(partial, { recursive: true }).catch((error: unknown) => {
    throw unwritable(partial, error);
  });
  const lock = tryLockFile(path.join(partial, lockFile));
  if (lock === null) {
    throw new FaultError({
      code: 'alreadyRunning',
      message: `Another training writes ${folder} at this moment.`,
      mend: 'Wait until it has ended, or give this one a folder of its own with --out.',
    });
  }
  const models = path.join(partial, 'models');
  return {
    models,
    runs: path.join(partial, 'runs'),
    async fill(artifact) {
      await clear(target, path.join(partial, 'replaced'));
      await rename(path.join(models, artifact), target);
      lock.release();
      await rm(partial, { recursive: true, force: true });
    },
    async release() {
      if (await isWithoutWork(partial)) await rm(partial, { recursive: true, force: true });
      lock.release();
    },
  };
}

/** Whether nothing lies there but the lock. */
async function isWithoutWork(partial: string): Promise<boolean> {
  const entries = await readdir(partial).catch(() => []);
  return entries.every((name) => name.startsWith(lockFile));
}

async function checkTarget(target: string, folder: string, overwrite: boolean): Promise<void> {
  const entries = await entriesOf(target);
  if (entries.length === 0) return;
  const isArtifact = entries.includes('card.json') && entries.includes('model.onnx');
  if (isArtifact && overwrite) return;
  throw new FaultError({
    code: 'outputNotEmpty',
    message: isArtifact ? `There is a model in ${folder} already.` : `${folder} is not empty.`,
    mend: isArtifact ? 'Take another folder, or replace it with --overwrite.' : 'Take another folder.',
  });
}

async function entriesOf(target: string): Promise<readonly string[]> {
  try {
    return await readdir(target);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw unwritable(target, error);
  }
}

/** A folder of the same name, empty or an artifact to be replaced, makes room. */
async function clear(target: string, aside: string): Promise<void> {
  const entries = await readdir(target).catch(() => null);
  if (entries === null) return;
  if (entries.length === 0) await rmdir(target);
  else await rename(target, aside);
}

function unwritable(where: string, error: unknown): FaultError {
  return new FaultError({
    code: 'outputUnwritable',
    message: `${where} cannot be written: ${reason(error)}.`,
    mend: 'Take a folder that you may write, with --out.',
  });
}
