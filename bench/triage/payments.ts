/** Payments that fill the queue: large ones, so that they stand at its top, on the demo's cards and terminals. */
import { z } from 'zod';
import { defaultPolicy } from '../../packages/domains/fraud/service/index.ts';

/** Above the ids of any simulated day and of the other benchmarks. */
const firstId = 2_000_000_000;
const cards = 2_000;
const terminals = 4_000;

const decided = z.object({ model: z.string().nullable() });

/**
 * Asks for decisions; ids go on from the time, so that the same product can be measured again.
 *
 * @returns how many were scored by a model, whose reasons their alerts show
 */
export async function openAlerts(url: string, key: string, count: number): Promise<number> {
  let scored = 0;
  const first = firstId + (Math.floor(Date.now() / 1000) % 1_000_000) * 1_000;
  for (let number = 0; number < count; number++) {
    const response = await fetch(`${url}/api/v1/fraud/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({
        transactionId: first + number,
        time: new Date().toISOString(),
        customer: (number * 37) % cards,
        terminal: (number * 101) % terminals,
        amountMinor: defaultPolicy.largestAmountMinor - 100 * number,
        currency: 'EUR',
        simulated: true,
      }),
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`A payment was refused: ${body.slice(0, 200)}`);
    if (decided.parse(JSON.parse(body)).model !== null) scored++;
  }
  return scored;
}
