/** The endpoints of alerts as the screens call them; a failure is a value with a message for people. */
import type { z } from 'zod';
import type { AlertReview, QueueView } from '../service/triage-contract.ts';
import { failureBody, type GivenVerdict, queueBody, reviewBody } from './protocol.ts';

export type Act =
  | { readonly kind: 'claim' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'verdict'; readonly given: GivenVerdict };

/** `message` is null where the server did not answer. */
type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string | null };

export interface DeskServer {
  readonly review: (id: number) => Promise<Answer<AlertReview>>;
  readonly act: (id: number, act: Act) => Promise<Answer<null>>;
  /** `value` is null where the queue is what it was when it was asked for last. */
  readonly queue: () => Promise<Answer<QueueView | null>>;
}

/** @param api address of the alerts' endpoints */
export function deskServer(api: string): DeskServer {
  let tag: string | null = null;
  return {
    review: (id) => read(`${api}/${id}`, reviewBody),
    async act(id, act) {
      const response = await send(`${api}/${id}/${act.kind}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(act)),
      });
      return response?.ok ? { ok: true, value: null } : failure(response);
    },
    async queue() {
      const response = await send(api, { headers: tag === null ? {} : { 'if-none-match': tag } });
      if (response?.status === 304) return { ok: true, value: null };
      if (!response?.ok) return failure(response);
      const body = queueBody.safeParse(await response.json().catch(() => null));
      if (!body.success) return { ok: false, message: null };
      tag = response.headers.get('etag');
      return { ok: true, value: body.data };
    },
  };
}

function bodyOf(act: Act): unknown {
  if (act.kind === 'verdict') return act.given;
  return act.kind === 'note' ? { note: act.note } : {};
}

async function read<Shape extends z.ZodType>(address: string, shape: Shape): Promise<Answer<z.infer<Shape>>> {
  const response = await send(address);
  if (!response?.ok) return failure(response);
  const body = shape.safeParse(await response.json().catch(() => null));
  return body.success ? { ok: true, value: body.data } : { ok: false, message: null };
}

/** null where the server did not answer. A session that ended sends the page to the sign-in page, and back afterwards. */
async function send(address: string, request: RequestInit = {}): Promise<Response | null> {
  const response = await fetch(address, { ...request, cache: 'no-store' }).catch(() => null);
  if (response?.status === 401) window.location.reload();
  return response;
}

async function failure(response: Response | null): Promise<{ ok: false; message: string | null }> {
  const body = failureBody.safeParse(await response?.json().catch(() => null));
  return { ok: false, message: body.success ? body.data.error.message : null };
}
