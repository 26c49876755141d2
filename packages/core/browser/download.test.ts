import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { checkHash, download } from './download.ts';

const content = new Uint8Array(300_000).map((_, at) => at % 251);
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/whole') response.setHeader('content-length', content.length).end(content);
    else if (request.url === '/packed') response.setHeader('content-encoding', 'gzip').end(gzipSync(content));
    else if (request.url === '/signed-out') response.writeHead(401).end();
    else if (request.url === '/broken') {
      response.setHeader('content-length', content.length);
      response.write(content.subarray(0, 1000), () => response.destroy());
    } else if (request.url === '/slow') response.write(content.subarray(0, 1000));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  const { port }: AddressInfo = bound;
  address = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => vi.unstubAllGlobals());

const never = new AbortController().signal;

test('a file arrives whole, with progress that ends at its length', async () => {
  const steps: [number, number | null][] = [];
  const bytes = await download(`${address}/whole`, (loaded, total) => steps.push([loaded, total]), never);
  expect(bytes).toEqual(content);
  expect(steps.at(-1)).toEqual([content.length, content.length]);
  expect(steps.map(([loaded]) => loaded)).toEqual(steps.map(([loaded]) => loaded).toSorted((a, b) => a - b));
});

test('of a compressed file no total is claimed', async () => {
  const totals = new Set<number | null>();
  expect(await download(`${address}/packed`, (_, total) => totals.add(total), never)).toEqual(content);
  expect([...totals]).toEqual([null]);
});

test('why a file did not arrive is told by its code', async () => {
  const load = (path: string) => download(`${address}${path}`, () => {}, never);
  await expect(load('/signed-out')).rejects.toMatchObject({ code: 'signedOut' });
  await expect(load('/nowhere')).rejects.toMatchObject({ code: 'missing' });
  await expect(load('/broken')).rejects.toMatchObject({ code: 'unreachable' });
  await expect(download('http://127.0.0.1:1/', () => {}, never)).rejects.toMatchObject({
    code: 'unreachable',
  });
});

test('a download that is stopped ends with the reason', async () => {
  const stop = new AbortController();
  const loading = download(`${address}/slow`, () => stop.abort(new Error('enough')), stop.signal);
  await expect(loading).rejects.toThrow('enough');
});

test('one changed bit is another file', async () => {
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex');
  await checkHash(content, digest);
  const changed = content.slice();
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  await expect(checkHash(changed, digest)).rejects.toMatchObject({ code: 'damaged' });
});

test('where a browser may compute no hash nothing is taken on trust', async () => {
  vi.stubGlobal('crypto', {});
  await expect(checkHash(content, '')).rejects.toMatchObject({ code: 'notSecure' });
});
