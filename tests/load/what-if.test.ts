/** Many people ask at once, some leave before the answer: what each gets stays right. No times are judged here. */
import { beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { cookiesOf, modelsReady } from '../e2e/product-state.ts';

const people = [1, 2, 5, 10, 100];
const answer = z.object({ risks: z.array(z.looseObject({ outcome: z.string(), status: z.string() })) });

let cookie: string;

beforeAll(async () => {
  cookie = await cookiesOf('clinician');
  await modelsReady(cookie);
}, 300_000);

function whatIf(person: number, sbpMmHg: number, signal?: AbortSignal): Promise<Response> {
  const url = inject('url');
  return fetch(`${url}/api/v1/diagnosis/patients/${person}/what-if`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ changes: { sbpMmHg } }),
    signal,
  });
}

async function risksOf(response: Response) {
  return answer.parse(await response.json()).risks;
}

test('of 200 at once each gets the score that it gets alone, or is asked to come back', async () => {
  const alone = new Map<number, unknown>();
  for (const person of people) alone.set(person, await risksOf(await whatIf(person, 150)));
  const asked = Array.from({ length: 200 }, (_, turn) => people[turn % people.length] ?? 1);
  const responses = await Promise.all(
    asked.map(async (person) => ({ person, response: await whatIf(person, 150) })),
  );
  for (const { person, response } of responses) {
    if (response.status === 503) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    else {
      expect(response.status).toBe(200);
      expect(await risksOf(response)).toEqual(alone.get(person));
    }
  }
  expect(responses.some(({ response }) => response.status === 200)).toBe(true);
});

test('callers that leave before their answer change nothing for those that stay', async () => {
  const before = await risksOf(await whatIf(1, 140));
  const left = Array.from({ length: 100 }, async (_, turn) => {
    const leave = new AbortController();
    const asking = whatIf(1, 120 + (turn % 50), leave.signal).catch((error: unknown) => error);
    setTimeout(() => leave.abort(), turn % 20);
    return asking;
  });
  expect(await risksOf(await whatIf(1, 140))).toEqual(before);
  await Promise.all(left);
  expect(await risksOf(await whatIf(1, 140))).toEqual(before);
});
