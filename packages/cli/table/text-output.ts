/** Text that a command writes: to a file, which appears when it is whole, or to standard output. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { FaultError, reason, systemCode } from '../fault.ts';

/** Where text goes: it waits until the reader has taken what was written. */
export interface TextOutput {
  /** @returns false where nobody reads on, as in `praxis predict … | head` */
  write(text: string): Promise<boolean>;
  /** Nothing lies under the file's name before this. */
  end(): Promise<void>;
  /** Gives up: nothing is left. */
  discard(): Promise<void>;
}

/** @param file compressed where its name ends in `.gz`; undefined: standard output */
export function textOutput(file: string | undefined): TextOutput {
  if (file === undefined) {
    return { write: (text) => writeTo(process.stdout, text), end: async () => {}, discard: async () => {} };
  }
  const writing = `${file}.writing`;
  const sink = createWriteStream(writing);
  const gzip = file.endsWith('.gz') ? createGzip() : null;
  const stream = gzip ?? sink;
  const done = (gzip === null ? finished(sink) : pipeline(gzip, sink)).catch((error: unknown) => {
    throw new FaultError({
      code: 'outputUnwritable',
      message: `${file} cannot be written: ${reason(error)}.`,
      mend: 'Take a path that you may write, with --out.',
    });
  });
  // Whoever writes or ends meets the error; until then it is not unhandled.
  done.catch(() => {});
  return {
    async write(text) {
      await Promise.race([writeTo(stream, text), done]);
      return true;
    },
    async end() {
      stream.end();
      await done;
      await rename(writing, file);
    },
    async discard() {
      stream.destroy();
      await done.catch(() => {});
      await rm(writing, { force: true });
    },
  };
}

async function writeTo(stream: Writable, text: string): Promise<boolean> {
  if (!stream.writable) return false;
  try {
    if (!stream.write(text)) await once(stream, 'drain');
  } catch (error) {
    if (systemCode(error) !== 'EPIPE') throw error;
    return false;
  }
  return true;
}
