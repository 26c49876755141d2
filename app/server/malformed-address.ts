/**
 * Addresses whose percent escapes are no text, as in `/diagnosis/patients/%E0%A4%A`. Next fails on them before any file of
 * ours runs, with a bare 500; so they are led to a sound address first, which answers 400.
 */
import { subscribe } from 'node:diagnostics_channel';

/** Not an endpoint of its own: the one for unknown addresses under /api answers it. */
export const malformedAddress = '/api/malformed-address';

export function isMalformed(address: string): boolean {
  const [path = ''] = address.split('?', 1);
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}

/** For every HTTP server of this process: Node publishes a request on this channel before the server handles it. */
export function mendAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (typeof request !== 'object' || request === null || !('url' in request)) return;
    if (typeof request.url === 'string' && isMalformed(request.url)) request.url = malformedAddress;
  });
}
