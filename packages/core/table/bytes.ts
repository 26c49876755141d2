/** A file's bytes as a stream: decompressed where they are gzip, hashed and counted on the way. */
import { isUtf8 } from 'node:buffer';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Duplex, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Located } from './errors.ts';

const chunkBytes = 1 << 18;

/** The first bytes of a file, as they lie on the disk. */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

interface ByteSettings {
  readonly gzip: boolean;
  readonly hash: Hash | null;
  /** Called with the number of bytes that were read from the disk so far. */
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** Bytes of a table's text. Rejects with what the file system, zlib or the signal gives. */
export function textBytes(file: string, settings: ByteSettings): AsyncIterable<Buffer> {
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      settings.hash?.update(chunk);
      bytes += chunk.length;
      settings.onBytes(bytes);
      yield chunk;
    }
  }
  const source = createReadStream(file, { highWaterMark: chunkBytes, signal: settings.signal });
  if (!settings.gzip) return counted(source);
  // What stops the pipeline destroys its last stream with that error, and so reaches whoever reads from it.
  return pipeline(source, Duplex.from(counted), createGunzip({ chunkSize: chunkBytes }), () => {});
}

/**
 * Passes UTF-8 on without its byte order mark, and refuses other encodings: decoding them would put other characters in
 * the place of theirs.
 */
export async function* utf8(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let carried: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    let whole = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    if (first && whole.length < 3) {
      carried = whole;
      continue;
    }
    if (first && whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf) whole = whole.subarray(3);
    first = false;
    const end = whole.length - unfinishedBytes(whole);
    carried = whole.subarray(end);
    const checked = whole.subarray(0, end);
    if (!isUtf8(checked)) throw notUtf8(file);
    yield checked;
  }
  if (!isUtf8(carried)) throw notUtf8(file);
  if (carried.length > 0) yield carried;
}

/** How many bytes at the end begin a character that the next chunk goes on with. */
function unfinishedBytes(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

function notUtf8(file: string): Located {
  const message = `${file} is not UTF-8 text. Save it as "CSV UTF-8", or convert it, for instance with iconv.`;
  return new Located({ code: 'encodingInvalid', file, message });
}
