import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import { demoAccounts, demoPassword } from './demo.ts';

const url = 'http://localhost:3000';
const secret = 'a secret for tests with more than 32 characters';
const administrator = {
  name: 'Ada',
  email: 'ada@hospital.example',
  password: 'correct horse battery',
  role: 'administrator',
} as const;

let test: TestDatabase;
let accounts: Accounts;

beforeAll(async () => {
  test = await testDatabase();
  accounts = openAccounts(test.database, { secret, url, demo: true });
  await accounts.ensureDemoAccounts();
  await accounts.create(administrator);
});

afterAll(() => test.remove());

let lastAddress = 0;

/** Each call comes from an address of its own unless told otherwise. */
function request(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  lastAddress += 1;
  return new Request(`${url}/api/auth${path}`, {
    method: 'POST',
    headers: {
      host: 'localhost:3000',
      origin: url,
      'content-type': 'application/json',
      'x-forwarded-for': `10.0.${lastAddress >> 8}.${lastAddress & 255}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

const signIn = (email: string, password: string, headers?: Record<string, string>, from = accounts) =>
  from.handle(request('/sign-in/email', { email, password }, headers));

function cookieOf(answer: Response): Headers {
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Headers({ cookie: cookies.join('; ') });
}

describe('signing in', () => {
  it('opens a session that says who one is, and signing out ends it', async () => {
    const answer = await signIn(administrator.email, administrator.password);
    expect(answer.status).toBe(200);
    const cookie = cookieOf(answer);
    expect(await accounts.signedIn(cookie)).toMatchObject({ name: 'Ada', role: 'administrator' });
    const out = await accounts.handle(request('/sign-out', {}, Object.fromEntries(cookie)));
    expect(out.status).toBe(200);
    expect(await accounts.signedIn(cookie)).toBeNull();
  });

  it('keeps the session token out of reach of scripts', async () => {
    const answer = await signIn(administrator.email, administrator.password);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const text = await answer.text();
    const token = decodeURIComponent(/=([^.;]+)/.exec(cookie)?.[1] ?? '');
    expect(token.length).toBeGreaterThan(20);
    expect(text).not.toContain(token);
  });

  it('answers the same for a wrong password and an unknown account', async () => {
    const wrong = await signIn(administrator.email, 'not the password');
    const unknown = await signIn('nobody@hospital.example', 'not the password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  it('refuses a body without credentials with 400, and every other path with 404', async () => {
    expect((await accounts.handle(request('/sign-in/email', { email: 3 }))).status).toBe(400);
    expect((await accounts.handle(request('/sign-up/email', administrator))).status).toBe(404);
    expect((await accounts.handle(request('/update-user', { role: 'administrator' }))).status).toBe(404);
  });

  it('refuses a page of another site', async () => {
    const answer = await signIn(administrator.email, administrator.password, {
      origin: 'https://evil.example',
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('works under any name by which the server is reached', async () => {
    const answer = await signIn(administrator.email, administrator.password, {
      host: '192.168.1.20:3000',
      origin: 'http://192.168.1.20:3000',
    });
    expect(answer.status).toBe(200);
  });

  it('refuses a session that somebody made up', async () => {
    expect(await accounts.signedIn(new Headers({ cookie: 'praxis.session_token=made.up' }))).toBeNull();
  });
});

describe('the limit on attempts', () => {
  it('stops guessing one account from many addresses, and tells how long to wait', async () => {
    const statuses: number[] = [];
    let last: Response | null = null;
    for (let attempt = 0; attempt < 11; attempt += 1) {
      last = await signIn('victim@hospital.example', `guess number ${attempt}`);
      statuses.push(last.status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(500);
  });

  it('stops guessing many accounts from one address, even if it claims another before it', async () => {
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 61; attempt += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${attempt}, 198.51.100.7` };
      const answer = await signIn(`account ${attempt}`, 'a guess', headers);
      statuses.add(answer.status);
    }
    expect([...statuses]).toEqual([401, 429]);
  });

  it('forgets the attempts on an account once its owner got in', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 8; attempt += 1) await signIn(administrator.email, 'a wrong guess');
      expect((await signIn(administrator.email, administrator.password)).status).toBe(200);
    }
  });
});

describe('demo accounts', () => {
  it('sign in each with their role, and making them again changes nothing', async () => {
    await accounts.ensureDemoAccounts();
    for (const { email, role } of demoAccounts) {
      const answer = await signIn(email, demoPassword);
      expect(await answer.json()).toMatchObject({ user: { role } });
    }
  });

  it('are refused at sign-in and in open sessions once demo mode is off', async () => {
    const open = cookieOf(await signIn('clinician@demo.invalid', demoPassword));
    expect(await accounts.signedIn(open)).toMatchObject({ role: 'clinician' });
    const strict = openAccounts(test.database, { secret, url, demo: false });
    expect(await strict.signedIn(open)).toBeNull();
    const answer = await signIn('Clinician@Demo.INVALID', demoPassword, {}, strict);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'demoOff' } });
  });
});

describe('making an account', () => {
  it('refuses an address that is taken, in any spelling, and leaves the account as it was', async () => {
    const again = await accounts.create({
      ...administrator,
      email: 'ADA@hospital.example',
      password: 'another password',
    });
    expect(again).toEqual({ ok: false, error: { code: 'emailTaken', email: 'ada@hospital.example' } });
    expect((await signIn(administrator.email, administrator.password)).status).toBe(200);
  });

  it('names the field that is wrong', async () => {
    const short = await accounts.create({ ...administrator, email: 'b@hospital.example', password: 'short' });
    expect(short).toEqual({ ok: false, error: { code: 'accountInvalid', field: 'password' } });
    const address = await accounts.create({ ...administrator, email: 'no address' });
    expect(address).toEqual({ ok: false, error: { code: 'accountInvalid', field: 'email' } });
  });
});
