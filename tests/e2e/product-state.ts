/** What the running product says of itself, and waiting for it. */
import { demoPassword } from '@praxis/db';
import { expect, inject, vi } from 'vitest';
import { z } from 'zod';

export type Role = 'clinician' | 'analyst' | 'learner' | 'teacher' | 'administrator';

/** Session cookies of a demo account, for requests without a browser. */
export async function cookiesOf(role: Role, url: string = inject('url')): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `${role}@demo.invalid`, password: demoPassword }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const runs = z.object({
  runs: z.array(z.object({ id: z.string(), outcome: z.string(), status: z.string(), fraction: z.number() })),
});

/** A vertical's training runs as the endpoint lists them. */
export async function trainingRuns(cookie: string, url: string = inject('url'), vertical = 'diagnosis') {
  const response = await fetch(`${url}/api/v1/training?vertical=${vertical}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return runs.parse(await response.json()).runs;
}

/** Resolves when each of diagnosis' three outcomes has a run that succeeded. */
export async function modelsReady(cookie: string, url: string = inject('url')): Promise<void> {
  await vi.waitFor(
    async () => {
      const succeeded = (await trainingRuns(cookie, url)).filter((run) => run.status === 'succeeded');
      expect(new Set(succeeded.map((run) => run.outcome)).size).toBe(3);
    },
    { timeout: 280_000, interval: 1000 },
  );
}
