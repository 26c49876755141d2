/**
 * Accounts, passwords and sessions. better-auth does the work behind this door; only what the product uses is reachable:
 * signing in with email and password, signing out, and asking who is signed in.
 */
import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { Database } from '../connection.ts';
import { audit } from '../queries/audit.ts';
import { account, type Role, roles, session, user, verification } from '../schema/auth.ts';
import { demoAccounts, demoPassword, isDemoEmail } from './demo.ts';
import { isSameOrigin } from './same-origin.ts';
import { signInLimit } from './sign-in-limit.ts';

export interface AccountOptions {
  /** Signs the session cookies; at least 32 characters. */
  readonly secret: string;
  /** Where people reach the product, e.g. `http://localhost:3000`; https makes the cookies secure. */
  readonly url: string;
  /** Demo accounts exist and may sign in. */
  readonly demo: boolean;
}

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const newAccount = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  password: z.string().min(12).max(128),
  role: z.enum(roles),
});
export type NewAccount = z.input<typeof newAccount>;

export type AccountError =
  | { readonly code: 'accountInvalid'; readonly field: 'name' | 'email' | 'password' | 'role' }
  | { readonly code: 'emailTaken'; readonly email: string };

export interface Accounts {
  /** Answers `POST …/sign-in/email` and `POST …/sign-out`; errors are `{ error: { code, message } }`. */
  handle(request: Request): Promise<Response>;
  /** Who the session cookie in these headers belongs to, null for nobody. */
  signedIn(headers: Headers): Promise<SignedIn | null>;
  /** Makes an account; a password has 12 to 128 characters. */
  create(person: NewAccount): Promise<{ ok: true; id: string } | { ok: false; error: AccountError }>;
  /** Makes the demo accounts that are missing; refuses outside demo mode. */
  ensureDemoAccounts(): Promise<void>;
}

const hours = 3600;

function configure(db: Database, options: AccountOptions) {
  return betterAuth({
    secret: options.secret,
    baseURL: options.url,
    basePath: '/api/auth',
    database: drizzleAdapter(db.drizzle, {
      provider: 'pg',
      schema: { user, session, account, verification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { additionalFields: { role: { type: [...roles], required: true, input: false } } },
    // A session ends after a working day; nothing prolongs it in passing.
    session: { expiresIn: 12 * hours, disableSessionRefresh: true },
    // Attempts are counted by `signInLimit`, which also counts by account.
    rateLimit: { enabled: false },
    // `isSameOrigin` has refused other sites already, under whatever name the server is reached.
    advanced: { cookiePrefix: 'praxis', disableCSRFCheck: true, disableOriginCheck: true },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

const credentials = z.object({ email: z.string().max(254), password: z.string().max(128) });
const signInAnswer = z.object({ user: z.object({ id: z.string(), name: z.string(), role: z.enum(roles) }) });
const sessionUser = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles) });

function refusal(status: number, code: string, message: string, headers?: HeadersInit): Response {
  return Response.json({ error: { code, message } }, { status, headers });
}

/** The last address in the chain is the one that the nearest proxy saw; those before it may be made up. */
function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}

export function openAccounts(db: Database, options: AccountOptions): Accounts {
  const auth = configure(db, options);
  const limit = signInLimit(db.pool);
  const log = audit(db);

  async function signIn(request: Request): Promise<Response> {
    const body = credentials.safeParse(await request.json().catch(() => null));
    if (!body.success) return refusal(400, 'invalidBody', 'Send JSON with email and password.');
    const { email, password } = body.data;
    if (isDemoEmail(email) && !options.demo) {
      return refusal(403, 'demoOff', 'Demo accounts work in demo mode only.');
    }
    const wait = await limit.attempt(addressOf(request), email);
    if (wait > 0) {
      return refusal(429, 'rateLimited', `Too many attempts. Try again in ${wait} s.`, {
        'retry-after': String(wait),
      });
    }
    const answer = await auth.handler(
      new Request(request.url, {
        method: 'POST',
        headers: forwarded(request),
        body: JSON.stringify({ email, password }),
      }),
    );
    if (answer.status === 400 || answer.status === 401) {
      await log.record({
        userId: null,
        role: null,
        action: 'signInRefused',
        subjectType: 'account',
        subjectIds: [],
      });
      return refusal(401, 'invalidCredentials', 'This email and password do not match.');
    }
    if (!answer.ok)
      return refusal(500, 'unexpected', 'Signing in failed on the server. Nothing was changed.');

    const { user: person } = signInAnswer.parse(await answer.json());
    await limit.forget(email);
    await log.record({
      userId: person.id,
      role: person.role,
      action: 'signIn',
      subjectType: 'account',
      subjectIds: [person.id],
    });
    // The library's answer repeats the session token, which no script should be able to read.
    return withCookies(answer, Response.json({ user: { name: person.name, role: person.role } }));
  }

  async function signedIn(headers: Headers): Promise<SignedIn | null> {
    const found = await auth.api.getSession({ headers });
    const person = found && sessionUser.parse(found.user);
    if (!person || (isDemoEmail(person.email) && !options.demo)) return null;
    return person;
  }

  async function create(person: NewAccount): ReturnType<Accounts['create']> {
    const parsed = newAccount.safeParse(person);
    if (!parsed.success) {
      const field = newAccount.keyof().parse(parsed.error.issues[0]?.path[0]);
      return { ok: false, error: { code: 'accountInvalid', field } };
    }
    return insert(db, { ...parsed.data, password: await hashPassword(parsed.data.password) });
  }

  return {
    async handle(request) {
      const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
      if (!isSameOrigin(request.headers))
        return refusal(403, 'crossSite', 'The request came from another site.');
      if (request.method !== 'POST') return refusal(405, 'methodNotAllowed', 'Use POST.', { allow: 'POST' });
      if (path === '/sign-in/email') return signIn(request);
      if (path === '/sign-out') {
        const answer = await auth.handler(
          new Request(request.url, { method: 'POST', headers: forwarded(request), body: '{}' }),
        );
        return withCookies(
          answer,
          Response.json({ signedOut: true }, { status: answer.ok ? 200 : answer.status }),
        );
      }
      return refusal(404, 'notFound', 'There is no such endpoint.');
    },
    signedIn,
    create,
    async ensureDemoAccounts() {
      if (!options.demo) return;
      for (const person of demoAccounts) {
        // Already there from an earlier start or another server: that is what was wanted.
        await insert(db, { ...person, password: await hashPassword(demoPassword) });
      }
    },
  };
}

/** Person and password in one transaction: never one without the other. `password` is a hash. */
async function insert(
  db: Database,
  person: { name: string; email: string; role: Role; password: string },
): ReturnType<Accounts['create']> {
  const id = randomUUID();
  const email = person.email.toLowerCase();
  return db.drizzle.transaction(async (transaction) => {
    const made = await transaction
      .insert(user)
      .values({ id, name: person.name, email, role: person.role, emailVerified: true })
      .onConflictDoNothing({ target: user.email })
      .returning({ id: user.id });
    if (made.length === 0) return { ok: false, error: { code: 'emailTaken', email } };
    await transaction.insert(account).values({
      id: randomUUID(),
      userId: id,
      accountId: id,
      providerId: 'credential',
      password: person.password,
    });
    return { ok: true, id };
  });
}

/** The request's headers without those that describe a body we replaced. */
function forwarded(request: Request): Headers {
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  return headers;
}

function withCookies(from: Response, to: Response): Response {
  for (const cookie of from.headers.getSetCookie()) to.headers.append('set-cookie', cookie);
  return to;
}
