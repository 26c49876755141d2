/** Artifacts on the disk: written whole or not at all, never edited, checked when read. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type ModelCard, modelCard } from './card.ts';
import { ArtifactError } from './errors.ts';
import { artifactHash, sha256 } from './hash.ts';

const cardFile = 'card.json';
export const curveFile = 'training.json';
/** What the training rows are like; not there where that is not told. */
export const familiarityFile = 'familiarity.json';
/** Where some rows lie in their two leading components; not there where that is not told. */
export const projectionFile = 'projection.json';

const writingPrefix = '.writing-';
/** Writing takes seconds: a folder that is an hour old belongs to a process that was killed. */
const abandonedAfterMs = 3_600_000;

/** The file of the final model (fold null) or of the model that has not seen a fold, which counts from 1. */
export function modelFile(fold: number | null): string {
  return fold === null ? 'model.onnx' : `fold-${fold}.onnx`;
}

/** Trees of the model, which TreeSHAP needs to explain a score; not there where it has none. */
export function treesFile(fold: number | null): string {
  return fold === null ? 'trees.json' : `fold-${fold}.trees.json`;
}

/**
 * Writes `<models>/<hash>/`: first into a folder beside it, through to the disk, then renamed, so that a reader sees all of
 * it or nothing. An artifact of the same content that is whole is left as it is.
 *
 * @returns the hash and the card that lies in the registry now
 */
export async function writeArtifact(
  models: string,
  files: ReadonlyMap<string, Uint8Array>,
  body: Omit<ModelCard, 'files'>,
): Promise<{ readonly hash: string; readonly card: ModelCard }> {
  const listed = [...files].map(([name, content]) => ({ name, sha256: sha256(content) }));
  const card = modelCard.parse({ ...body, files: listed });
  const hash = artifactHash(card);
  const known = await readArtifact(models, hash).catch(() => null);
  if (known) return { hash, card: known.card };
  await writeFolder(models, hash, files, card);
  return { hash, card };
}

/** Writes what no whole folder of this name holds yet. */
export async function writeFolder(
  models: string,
  hash: string,
  files: ReadonlyMap<string, Uint8Array>,
  card: object,
): Promise<void> {
  const folder = join(models, hash);
  await removeAbandoned(models);
  const writing = join(models, `${writingPrefix}${randomUUID()}`);
  await mkdir(writing, { recursive: true });
  try {
    for (const [name, content] of files) await writeThrough(join(writing, name), content);
    await writeThrough(join(writing, cardFile), `${JSON.stringify(card, null, 2)}\n`);
    await syncFolder(writing);
    // Whatever is there is not whole, or it would have been known.
    await rm(folder, { recursive: true, force: true });
    await rename(writing, folder);
    await syncFolder(models);
  } catch (cause) {
    await rm(writing, { recursive: true, force: true });
    throw cause;
  }
}

/**
 * Reads an artifact and checks every byte of it.
 *
 * @throws ArtifactError where it is not there, a file is missing or not as it was written, or the card does not parse
 */
export async function readArtifact(models: string, hash: string): Promise<Artifact> {
  checkName(hash);
  return readArtifactFolder(join(models, hash), hash);
}

function checkName(hash: string): void {
  if (isHash(hash)) return;
  throw new ArtifactError('artifactMissing', hash, null, `"${hash}" is not the name of a model.`);
}

interface Artifact {
  readonly hash: string;
  readonly card: ModelCard;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The same where the folder may have a name of its own; its hash is worked out. One that is called by a hash must hold that
 * artifact, which no changed card does.
 *
 * @param name by which errors call it
 */
export async function readArtifactFolder(folder: string, name: string = folder): Promise<Artifact> {
  const card = await readCard(folder, name, modelCard);
  const hash = artifactHash(card);
  const called = basename(folder);
  if (isHash(called) && called !== hash)
    throw changed(folder, name, cardFile, { expected: called, found: hash });
  return { hash, card, files: await readFiles(folder, name, card.files) };
}

/** @throws ArtifactError artifactDamaged where a file is not as the card says */
export async function readFiles(
  folder: string,
  name: string,
  listed: ModelCard['files'],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { name: file, sha256: expected } of listed) {
    const content = await readFile(join(folder, file)).catch(() => null);
    if (!content) throw missing(folder, name, file);
    const found = sha256(content);
    if (found !== expected) throw changed(folder, name, file, { expected, found });
    files.set(file, content);
  }
  return files;
}

/**
 * The file of the final model alone, for a browser that computes itself.
 *
 * @throws ArtifactError where it is not there or not as it was written
 */
export async function readModelFile(
  models: string,
  hash: string,
): Promise<{ readonly sha256: string; readonly content: Uint8Array<ArrayBuffer> }> {
  const { files } = await readArtifact(models, hash);
  const content = files.get(modelFile(null));
  if (!content) throw missing(join(models, hash), hash, modelFile(null));
  return { sha256: sha256(content), content: new Uint8Array(content) };
}

/** The same for what tells whether a record is unlike the training rows; null where the artifact does not tell. */
export async function readFamiliarityFile(
  models: string,
  hash: string,
): Promise<Awaited<ReturnType<typeof readModelFile>> | null> {
  const { files } = await readArtifact(models, hash);
  const content = files.get(familiarityFile);
  return content === undefined ? null : { sha256: sha256(content), content: new Uint8Array(content) };
}

/**
 * One file of an artifact, the others left unread; null where it has none of this name.
 *
 * @throws ArtifactError where the artifact is not there, or card or file are not as they were written
 */
export async function readArtifactFile(
  models: string,
  hash: string,
  name: string,
): Promise<Uint8Array | null> {
  checkName(hash);
  const folder = join(models, hash);
  const card = await readCard(folder, hash, modelCard);
  const found = artifactHash(card);
  if (found !== hash) throw changed(folder, hash, cardFile, { expected: hash, found });
  const listed = card.files.filter((file) => file.name === name);
  return (await readFiles(folder, hash, listed)).get(name) ?? null;
}

/** @throws ArtifactError artifactMissing, artifactDamaged or cardInvalid */
export async function readCard<Card>(folder: string, hash: string, schema: z.ZodType<Card>): Promise<Card> {
  const handle = await open(folder).catch(() => null);
  if (!handle) throw new ArtifactError('artifactMissing', hash, null, `There is no model in ${folder}.`);
  await handle.close();
  const text = await readFile(join(folder, cardFile), 'utf8').catch(() => null);
  if (text === null) throw missing(folder, hash, cardFile);
  const parsed = schema.safeParse(jsonOrNull(text));
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  const message = `The card of model ${hash} is not a valid model card${place ? ` (at ${place})` : ''}. Train it again.`;
  throw new ArtifactError('cardInvalid', hash, cardFile, message);
}

async function removeAbandoned(models: string): Promise<void> {
  const entries = await readdir(models).catch(() => []);
  for (const folder of entries
    .filter((name) => name.startsWith(writingPrefix))
    .map((name) => join(models, name))) {
    const state = await stat(folder).catch(() => null);
    if (state && Date.now() - state.mtimeMs > abandonedAfterMs)
      await rm(folder, { recursive: true, force: true });
  }
}

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

function missing(folder: string, hash: string, file: string): ArtifactError {
  const message = `${join(folder, file)} is missing. Train the model again.`;
  return new ArtifactError('artifactDamaged', hash, file, message);
}

/** The hash of a card is that of the whole artifact. */
function changed(
  folder: string,
  hash: string,
  file: string,
  { expected, found }: { readonly expected: string; readonly found: string },
): ArtifactError {
  const message = `${join(folder, file)} is not as it was written: expected SHA-256 ${expected}, found ${found}. Train the model again.`;
  return new ArtifactError('artifactDamaged', hash, file, message);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function writeThrough(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names in a folder last; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
