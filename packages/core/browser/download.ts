/** Loads a file with progress and checks that it is the one that was meant. */
import { DeviceModelError } from './errors.ts';

/** Bytes so far, and in all where the server says so. */
export type OnBytes = (loaded: number, total: number | null) => void;

/** @throws DeviceModelError `unreachable`, `signedOut` or `missing`, and what `signal` aborts with. */
export async function download(
  address: string | URL,
  onBytes: OnBytes,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new DeviceModelError('unreachable', String(error));
  });
  if (answer.status === 401) throw new DeviceModelError('signedOut', 'The session has ended.');
  if (!answer.ok || answer.body === null) {
    throw new DeviceModelError('missing', `${address} was answered with status ${answer.status}.`);
  }
  // Of a compressed answer only the compressed length is known.
  const length = answer.headers.has('content-encoding') ? null : answer.headers.get('content-length');
  const total = length === null ? null : Number(length);
  const parts: Uint8Array[] = [];
  let loaded = 0;
  const reader = answer.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      loaded += part.value.byteLength;
      onBytes(loaded, total);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new DeviceModelError('unreachable', String(error));
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** @throws DeviceModelError `damaged` where the bytes have another SHA-256, `notSecure` where none can be computed. */
export async function checkHash(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<void> {
  // Browsers offer it to pages over HTTPS and from the machine itself.
  if (!globalThis.crypto?.subtle) {
    throw new DeviceModelError('notSecure', 'This page may not compute a SHA-256.');
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) throw new DeviceModelError('damaged', `The file is ${found}, not ${sha256}.`);
}
