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

const placesOf = (vertical: string) => ({
  pages: pages().filter((page) => page.startsWith(`/${vertical}`)),
  endpoints: endpoints().filter(
    ({ path }) => path.startsWith(`/api/v1/${vertical}`) && !shownByKey.includes(path),
  ),
});

/** Asked by a payment system, which shows a key and is nobody. */
const shownByKey = ['/api/v1/fraud/decisions'];

/** A vertical and each role that has no business in it. */
const refusals = [
  ...roles.filter((role) => role !== 'clinician').map((role) => ['diagnosis', role] as const),
  ...roles.filter((role) => role !== 'analyst').map((role) => ['fraud', role] as const),
  ...roles.filter((role) => role !== 'learner').map((role) => ['practice', role] as const),
];

test.each(refusals)('every page and endpoint of %s is refused to a %s', async (vertical, role) => {
  const own = placesOf(vertical);
  expect(own.pages.length).toBeGreaterThanOrEqual(1);
  expect(own.endpoints.length).toBeGreaterThanOrEqual(1);
  for (const page of own.pages) {
    const response = await fetch(url + page, { headers: of(role), redirect: 'manual' });
    expect([page, response.status]).toEqual([page, 403]);
  }
  for (const { path, method } of own.endpoints) {
    const response = await fetch(url + path, { method, headers: of(role), redirect: 'manual' });
    expect([path, response.status]).toEqual([path, 403]);
    expect(errorBody.safeParse(await response.json()).success).toBe(true);
  }
});

test.each(['learner', 'teacher'] as const)('%s is refused the training page', async (role) => {
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
  const response = await fetch(`${url}/`, { headers: of('teacher') });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('not in this version yet');
});
