/** Each role is refused outside its practice, on the server, page by page and endpoint by endpoint. */
import { beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { cookiesOf, type Role } from '../e2e/product-state.ts';
import { endpoints, pages } from './routes.ts';

const url = inject('url');
const roles: readonly Role[] = ['clinician', 'analyst', 'learner', 'teacher', 'administrator'];
const cookies = new Map<Role, string>();

beforeAll(async () => {
  for (const role of roles) cookies.set(role, await cookiesOf(role));
});

const of = (role: Role) => ({
  cookie: cookies.get(role) ?? '',
  'sec-fetch-site': 'same-origin',
  origin: url,
});
const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string().min(10) }) });

const diagnosisPages = pages().filter((page) => page.startsWith('/diagnosis'));
const diagnosisEndpoints = endpoints().filter(({ path }) => path.startsWith('/api/v1/diagnosis'));

test.each(['analyst', 'learner', 'teacher', 'administrator'] as const)(
  '%s is refused every patient page and endpoint',
  async (role) => {
    expect(diagnosisPages.length).toBeGreaterThanOrEqual(3);
    expect(diagnosisEndpoints.length).toBeGreaterThanOrEqual(1);
    for (const page of diagnosisPages) {
      const response = await fetch(url + page, { headers: of(role), redirect: 'manual' });
      expect([page, response.status]).toEqual([page, 403]);
    }
    for (const { path, method } of diagnosisEndpoints) {
      const response = await fetch(url + path, { method, headers: of(role), redirect: 'manual' });
      expect([path, response.status]).toEqual([path, 403]);
      expect(errorBody.safeParse(await response.json()).success).toBe(true);
    }
  },
);

test.each(['analyst', 'learner', 'teacher'] as const)('%s is refused the training page', async (role) => {
  const response = await fetch(`${url}/training`, { headers: of(role), redirect: 'manual' });
  expect(response.status).toBe(403);
});

test('a clinician watches training but cannot start it', async () => {
  expect((await fetch(`${url}/training`, { headers: of('clinician') })).status).toBe(200);
  const start = await fetch(`${url}/api/v1/training`, {
    method: 'POST',
    headers: { ...of('clinician'), 'content-type': 'application/json' },
    body: JSON.stringify({ vertical: 'diagnosis', outcome: 'diabetes' }),
  });
  expect(start.status).toBe(403);
});

test('the home page of a role without a practice says so', async () => {
  const response = await fetch(`${url}/`, { headers: of('learner') });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('not in this version yet');
});
