/** Nobody who is not signed in sees anything but the sign-in page and the sign of life. */
import { expect, inject, test } from 'vitest';
import { z } from 'zod';
import { endpoints, pages } from './routes.ts';

const url = inject('url');
const open = ['/sign-in', '/api/v1/health'];
const errorBody = z.strictObject({ error: z.looseObject({ code: z.string(), message: z.string().min(10) }) });

test('the walk finds the pages and endpoints there are', () => {
  expect(pages()).toEqual(expect.arrayContaining(['/', '/diagnosis', '/diagnosis/patients/1', '/training']));
  expect(endpoints().map(({ path, method }) => `${method} ${path}`)).toEqual(
    expect.arrayContaining(['POST /api/v1/diagnosis/patients/1/what-if', 'GET /api/v1/training']),
  );
});

test.each(pages().filter((page) => !open.includes(page)))(
  'page %s leads to the sign-in page',
  async (page) => {
    const response = await fetch(url + page, { redirect: 'manual' });
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toMatch(/\/sign-in/);
  },
);

test.each(endpoints().filter(({ path }) => !open.includes(path) && !path.startsWith('/api/auth')))(
  '$method $path answers 401 and says why',
  async ({ path, method }) => {
    const response = await fetch(url + path, { method, redirect: 'manual' });
    expect(response.status).toBe(401);
    const body = await response.text();
    expect(body).not.toMatch(/ at .+:\d+:\d+/);
    expect(() => errorBody.parse(JSON.parse(body))).not.toThrow();
  },
);

test.each(['/diagnosis/patients/%E0%A4%A', '/api/v1/training/%zz', '/%'])(
  'the malformed address %s answers 400 and says why',
  async (address) => {
    const response = await fetch(url + address, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(errorBody.parse(await response.json()).error.code).toBe('malformedAddress');
  },
);

test('a forged session cookie is no session', async () => {
  const response = await fetch(`${url}/api/v1/training`, {
    headers: { cookie: 'better-auth.session_token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbb' },
  });
  expect(response.status).toBe(401);
});
