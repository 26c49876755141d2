/** What a teacher changes; a session that ended leads to the sign-in page, and back afterwards. */
import { failureBody } from '../protocol.ts';

/** `message` is null where the server did not answer. */
export type Sent =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string | null; readonly message: string | null };

export async function send(address: string, method: 'POST' | 'DELETE', body?: unknown): Promise<Sent> {
  const response = await fetch(address, {
    method,
    cache: 'no-store',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => null);
  if (response?.status === 401) window.location.reload();
  if (response?.ok) return { ok: true };
  const failed = failureBody.safeParse(await response?.json().catch(() => null));
  return failed.success
    ? { ok: false, code: failed.data.error.code, message: failed.data.error.message }
    : { ok: false, code: null, message: null };
}
