/** What an administrator does with runs. Those that change one return null, or the message of what went wrong. */
import { z } from 'zod';

const failure = z.object({ error: z.object({ message: z.string() }) });
const started = z.object({ id: z.string() });

async function messageOf(answer: Response | null): Promise<string> {
  const body = failure.safeParse(await answer?.json().catch(() => null));
  return body.success ? body.data.error.message : String(answer?.status ?? '');
}

/** Asks for a run; returns its id. */
export async function startRun(
  vertical: string,
  outcome: string,
): Promise<{ ok: true; id: string } | { ok: false; message: string }> {
  const answer = await fetch('/api/v1/training', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ vertical, outcome }),
  }).catch(() => null);
  const body = answer?.ok ? started.safeParse(await answer.json()) : null;
  return body?.success ? { ok: true, id: body.data.id } : { ok: false, message: await messageOf(answer) };
}

/** Lets a run that was cancelled or failed go on. */
export async function resumeRun(id: string): Promise<string | null> {
  const answer = await fetch(`/api/v1/training/${id}/resume`, { method: 'POST' }).catch(() => null);
  return answer?.ok ? null : messageOf(answer);
}

export async function cancelRun(id: string): Promise<string | null> {
  const answer = await fetch(`/api/v1/training/${id}`, { method: 'DELETE' }).catch(() => null);
  return answer?.ok ? null : messageOf(answer);
}
