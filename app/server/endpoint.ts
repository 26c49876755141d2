/** The frame of every endpoint: who may call it, and what an error looks like: `{ error: { code, message } }`. */
import 'server-only';
import { isSameOrigin, type Role, type SignedIn } from '@praxis/db';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { databaseAnswers } from './database-state.ts';
import { isModelDamaged, passingFailure } from './failure.ts';
import { may } from './permissions.ts';
import { services } from './services.ts';

export interface EndpointContext<Params> {
  readonly person: SignedIn;
  readonly params: Params;
}

/** What proxies write into their logs for a caller that did not wait; nobody receives it. */
const callerGone = 499;

function errorResponse(
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): Response {
  const body = { error: { code, message } };
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}

/** Answers with the message kept under `api.<code>` in the caller's language. */
export async function refuse(
  status: number,
  code: string,
  values?: Record<string, string | number>,
  headers?: Record<string, string>,
): Promise<Response> {
  const words = await getTranslations('api');
  return errorResponse(status, code, words(code, values), headers);
}

/**
 * Wraps a handler: 401 signed out, 403 for other roles and for requests from other sites, 503 while the database does
 * not answer or too much waits to be computed, 500 for anything unforeseen (told in the server's log, never in the
 * answer).
 */
export function endpoint<Params>(
  allowed: readonly Role[],
  handle: (request: Request, context: EndpointContext<Params>) => Promise<Response>,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> =>
    guarded(async () => {
      const { accounts } = await services();
      const person = await accounts.signedIn(request.headers);
      if (!person) return refuse(401, 'signedOut');
      if (!may(person.role, allowed)) return refuse(403, 'forbidden');
      if (request.method !== 'GET' && !isSameOrigin(request.headers)) return refuse(403, 'crossSite');
      return handle(request, { person, params: await params });
    }, request.signal);
}

/** Runs a handler that anyone may call; what it throws becomes a 503 or 500. */
export async function guarded(handle: () => Promise<Response>, caller?: AbortSignal): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (caller?.aborted) return new Response(null, { status: callerGone });
    const passing = passingFailure(error);
    if (passing) {
      const headers = { 'retry-after': String(passing.retryAfterSeconds) };
      return refuse(passing.status, passing.code, undefined, headers);
    }
    if (!(await databaseAnswers())) return refuse(503, 'databaseUnreachable');
    console.error(error);
    return refuse(500, isModelDamaged(error) ? 'modelDamaged' : 'unexpected');
  }
}

/** The JSON body as `shape`, or the answer that says what is wrong with it (400). */
export async function readBody<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<{ ok: true; body: z.infer<Shape> } | { ok: false; response: Response }> {
  const read = shape.safeParse(await request.json().catch(() => undefined));
  if (read.success) return { ok: true, body: read.data };
  const detail = read.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
  return { ok: false, response: await refuse(400, 'invalidBody', { detail: detail.join('; ') }) };
}
