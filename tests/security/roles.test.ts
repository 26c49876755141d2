/** Each role is refused outside its practice, on the server, page by page and endpoint by endpoint. */
import { openDatabase, startEmbedded } from '@praxis/db';
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

/** A teacher's part of practice: refused to learners as the rest is to teachers. */
const isTeaching = (address: string) => /^(\/api\/v1)?\/practice\/class(es)?(\/|$)/.test(address);

const placesOf = (place: string) => {
  const vertical = place === 'teaching' ? 'practice' : place;
  const within = (address: string, root: string) =>
    address.startsWith(`${root}/${vertical}`) &&
    !shownByKey.includes(address) &&
    (vertical !== 'practice' || isTeaching(address) === (place === 'teaching'));
  return {
    pages: pages().filter((page) => within(page, '')),
    endpoints: endpoints().filter(({ path }) => within(path, '/api/v1')),
  };
};

/** Asked by a payment system, which shows a key and is nobody. */
const shownByKey = ['/api/v1/fraud/decisions'];

/** A vertical and each role that has no business in it. */
const refusals = [
  ...roles.filter((role) => role !== 'clinician').map((role) => ['diagnosis', role] as const),
  ...roles.filter((role) => role !== 'analyst').map((role) => ['fraud', role] as const),
  ...roles.filter((role) => role !== 'learner').map((role) => ['practice', role] as const),
  ...roles.filter((role) => role !== 'teacher').map((role) => ['teaching', role] as const),
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

test('of a class that is not theirs a teacher sees nothing, not even that it is there', async () => {
  // One of nobody, and one that another teacher has: the same answer for both.
  const foreign = await classOfSomebodyElse();
  for (const id of [String(foreign), '999999', 'x', '0', '-1']) {
    for (const page of ['', '/stuck', '/misconceptions', '/sets', '/learners']) {
      const response = await fetch(`${url}/practice/class/${id}${page}`, { headers: of('teacher') });
      expect([id, page, response.status]).toEqual([id, page, 404]);
      expect(await response.text()).not.toContain(foreignName);
    }
    const api = `${url}/api/v1/practice/classes/${id}`;
    const json = { ...of('teacher'), 'content-type': 'application/json' };
    const set = { skills: [], exercises: 5, success: 0.7, learners: [], dueOn: null, note: '' };
    const answers = await Promise.all([
      fetch(`${api}/skills.csv`, { headers: of('teacher') }),
      fetch(`${api}/learners`, { method: 'POST', headers: json, body: '{"email":"learner@demo.invalid"}' }),
      fetch(`${api}/learners/1`, { method: 'DELETE', headers: of('teacher') }),
      fetch(`${api}/sets`, { method: 'POST', headers: json, body: JSON.stringify(set) }),
      fetch(`${api}/sets/1`, { method: 'DELETE', headers: of('teacher') }),
    ]);
    for (const answer of answers) {
      expect([answer.url, answer.status]).toEqual([answer.url, 404]);
      expect(errorBody.parse(await answer.json()).error.code).toBe('unknownClass');
    }
  }
});

const foreignName = 'A class of somebody else';

/** A class of a teacher who is not the demo's. */
async function classOfSomebodyElse(): Promise<number> {
  const database = await openDatabase((await startEmbedded(inject('home'))).url);
  try {
    await database.pool.query(
      `insert into "user" (id, name, email, role) values ('otto', 'Otto', 'otto@example.org', 'teacher')`,
    );
    const made = await database.pool.query(
      `insert into practice_classes (teacher, name) values ('otto', '${foreignName}') returning id::int`,
    );
    return z.array(z.object({ id: z.number() })).parse(made.rows)[0]?.id ?? 0;
  } finally {
    await database.close();
  }
}
