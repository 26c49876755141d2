/** Where the model of knowledge lies: artifacts named by their hash, and a record of the last training, which names what serves. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type TracingModel, tracingModelCodec } from '../pipeline/tracing/tracing-artifact.ts';

const measure = z.strictObject({
  learners: z.int(),
  attempts: z.int(),
  ability: z.number(),
  both: z.number(),
  gain: z.number(),
  error: z.number(),
});

const tracingRecordSchema = z.strictObject({
  /** Hash of the artifact that serves; null where ability alone foretells as well. */
  artifact: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  trainedAt: z.int().positive(),
  /** Attempts of this installation that were there, those kept for the test included. */
  ownAttempts: z.int().nonnegative(),
  set: measure,
  own: measure.nullable(),
});
export type TracingRecord = Readonly<z.infer<typeof tracingRecordSchema>>;

const recordFile = (folder: string) => path.join(folder, 'record.json');
const artifactFile = (folder: string, artifact: string) => path.join(folder, `${artifact}.json`);

/** Whole or not at all: whoever reads meanwhile reads the file that was there. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, text);
  await rename(beside, file);
}

/** @param model null where ability alone serves @throws what the file system says */
export async function keepTraining(
  folder: string,
  model: TracingModel | null,
  record: Omit<TracingRecord, 'artifact'>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  let artifact: string | null = null;
  if (model !== null) {
    const text = JSON.stringify(tracingModelCodec.encode(model));
    artifact = createHash('sha256').update(text).digest('hex');
    await writeWhole(artifactFile(folder, artifact), text);
  }
  await writeWhole(recordFile(folder), JSON.stringify({ artifact, ...record }));
}

/** Null before the first training, and where the record cannot be read: then it is trained again. */
export async function readTracingRecord(folder: string): Promise<TracingRecord | null> {
  try {
    return tracingRecordSchema.parse(JSON.parse(await readFile(recordFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * The model that serves now: looked up each time, read once. Null where none does, and where its file is not what its name
 * says; ability alone then serves.
 */
export function tracingServing(folder: string): () => Promise<TracingModel | null> {
  let changed = Number.NaN;
  let serving: Promise<TracingModel | null> = Promise.resolve(null);
  return async () => {
    const found = await stat(recordFile(folder)).catch(() => null);
    if (found === null) return null;
    if (found.mtimeMs !== changed) {
      changed = found.mtimeMs;
      serving = readServing(folder);
    }
    return serving;
  };
}

async function readServing(folder: string): Promise<TracingModel | null> {
  const artifact = (await readTracingRecord(folder))?.artifact ?? null;
  if (artifact === null) return null;
  try {
    const text = await readFile(artifactFile(folder, artifact), 'utf8');
    if (createHash('sha256').update(text).digest('hex') !== artifact) return null;
    return tracingModelCodec.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
