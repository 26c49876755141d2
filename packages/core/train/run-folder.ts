/** What a run that was killed leaves for the next one: finished fits, and the last state of unfinished ones. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Checkpoint } from '../learners/contract.ts';
import { fingerprint } from '../table/summary.ts';
import { deviceReport } from '../tensor/index.ts';
import type { TrainingData } from './contract.ts';
import type { FitJob } from './fit-job.ts';

/** Files are read by the version that wrote them alone: the key of a run holds it. */
export interface RunFolder {
  /** The outcome of a fit that an earlier process finished, undefined where none did. */
  load(job: FitJob): Promise<unknown>;
  save(job: FitJob, outcome: unknown): Promise<void>;
  /** Where the fit keeps its state while it goes on. */
  checkpointFile(job: FitJob): string;
  remove(): Promise<void>;
}

/** @param runs holds a folder for each table that is being trained on */
export function openRunFolder(runs: string, data: TrainingData): RunFolder {
  const folder = join(runs, keyOfRun(data));
  const file = (job: FitJob, ending: string) => join(folder, `${keyOf(job)}.${ending}`);
  return {
    load: (job) => fileCheckpoint(file(job, 'fit')).load(),
    async save(job, outcome) {
      await fileCheckpoint(file(job, 'fit')).save(outcome);
      await rm(file(job, 'state'), { force: true });
    },
    checkpointFile: (job) => file(job, 'state'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A state in a file that is replaced whole or not at all; one that cannot be read counts as none. */
export function fileCheckpoint(file: string): Checkpoint {
  return {
    async load() {
      const content = await readFile(file).catch(() => null);
      if (content === null) return undefined;
      // The first 32 bytes are the hash of the others: a torn write is told apart.
      const state = content.subarray(32);
      const whole = createHash('sha256').update(state).digest().equals(content.subarray(0, 32));
      return whole ? deserialize(state) : undefined;
    },
    async save(state) {
      const content = serialize(state);
      const writing = `${file}.writing`;
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(writing, 'w');
      try {
        await handle.writeFile(createHash('sha256').update(content).digest());
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(writing, file);
    },
  };
}

/** The table, and the software that another version's files do not fit. */
function keyOfRun({ weights, owners, ...data }: TrainingData): string {
  const hash = createHash('sha256').update(fingerprint(data)).update(JSON.stringify(deviceReport()));
  if (weights !== null) hash.update(bytesOf(weights));
  if (owners !== undefined) hash.update(bytesOf(owners));
  return hash.digest('hex').slice(0, 32);
}

function bytesOf(numbers: Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function keyOf({ settings, search, train, test, seed }: FitJob): string {
  const hash = createHash('sha256').update(JSON.stringify({ settings, search, seed }));
  for (const rows of [train, test]) {
    hash.update(`/${rows.length}/`).update(bytesOf(rows));
  }
  return hash.digest('hex').slice(0, 32);
}
