/** The keys of an installation: each made once, kept in the data folder, readable by its owner only. */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './fault.ts';

/** 256 bits, written in base64url. */
const bytes = 32;
const whole = /^[\w-]{43}$/;

/** Signs sessions. */
export const sessionSecret = (home: string): Promise<string> => keyOf(home, 'secret');

/** Whoever asks for decisions on payments shows it. */
export const decisionsKey = (home: string): Promise<string> => keyOf(home, 'decisions-key');

/**
 * Gives back a key of a home, making one where there is none. Written to a temporary file and linked into place: a
 * key is never seen half, and of two that begin at once the first wins.
 */
async function keyOf(home: string, name: string): Promise<string> {
  const file = path.join(home, name);
  const present = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  });
  if (whole.test(present.trim())) return present.trim();
  if (present !== '') await rm(file);
  const temporary = `${file}.${randomUUID()}`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(randomBytes(bytes).toString('base64url'));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(temporary, 0o600);
  try {
    await link(temporary, file);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(temporary);
  }
  return (await readFile(file, 'utf8')).trim();
}
