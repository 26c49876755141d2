/** Whether a file is one of those that a model was made from, byte for byte. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '../result.ts';
import { explainFile } from '../table/file-problem.ts';

/** A file by its name then and its content. */
interface SourceFile {
  readonly file: string;
  readonly sha256: string;
}

interface SourceProblem {
  readonly code: 'fileMissing' | 'fileUnreadable' | 'gzipDamaged' | 'dataDiffers';
  readonly message: string;
}

/**
 * The source that has the content of `file`, under whatever name it lies now. Where none has, the message names the hash that
 * was found and that of the source of the same name, or of all.
 */
export async function matchSource<Source extends SourceFile>(
  file: string,
  sources: readonly Source[],
): Promise<Result<Source, SourceProblem>> {
  let found: string;
  try {
    found = await fileSha256(file);
  } catch (cause) {
    return { ok: false, error: explainFile(file, cause) };
  }
  const source = sources.find(({ sha256 }) => sha256 === found);
  if (source !== undefined) return { ok: true, value: source };
  const namesakes = sources.filter((one) => one.file === basename(file));
  const expected = (namesakes.length > 0 ? namesakes : sources)
    .map((one) => `${one.sha256} (${one.file})`)
    .join(' or ');
  const message = `${file} is none of the files that the model was made from: found SHA-256 ${found}, expected ${expected}.`;
  return { ok: false, error: { code: 'dataDiffers', message } };
}

/** Over the bytes as they lie on the disk; the file may be larger than memory. */
async function fileSha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
