import { createServer } from 'node:http';
import { expect, it, test } from 'vitest';
import { isMalformed, malformedAddress, mendAddresses } from './malformed-address.ts';

test.each(['/%E0%A4%A', '/diagnosis/patients/%zz', '/a/%', '/%C3%28/b?x=1'])('%s is malformed', (address) => {
  expect(isMalformed(address)).toBe(true);
});

test.each(['/', '/diagnosis/patients/17', '/%E6%82%A3%E8%80%85', '/a%20b', '/search?q=%E0%A4%A', ''])(
  '%s is sound',
  (address) => {
    expect(isMalformed(address)).toBe(false);
  },
);

it('leads a malformed address to one that answers, before the server sees it, and leaves others alone', async () => {
  mendAddresses();
  const server = createServer((request, response) => response.end(request.url));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port could be had.');
  const seen = async (address: string) => (await fetch(`http://127.0.0.1:${bound.port}${address}`)).text();
  expect(await seen('/diagnosis/patients/%E0%A4%A')).toBe(malformedAddress);
  expect(await seen('/diagnosis/patients/17?x=%E0')).toBe('/diagnosis/patients/17?x=%E0');
  await new Promise((resolve) => server.close(resolve));
});
