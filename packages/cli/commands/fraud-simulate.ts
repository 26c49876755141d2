/** `praxis fraud simulate`: writes simulated card payments, day by day. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  handbookWorld,
  largestWorld,
  scenarios,
  simulateDays,
  simulatedWorld,
  transactionsCsv,
} from '@praxis/fraud';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { flag, parseOptions, required, whole } from '../options.ts';
import { listenForStop, Stopped } from '../supervise/stop-signal.ts';
import { textOutput } from '../table/text-output.ts';

const schema = z.object({
  out: required,
  seed: whole(0, Number.MAX_SAFE_INTEGER, 0),
  customers: whole(1, largestWorld.customers, handbookWorld.customers),
  terminals: whole(1, largestWorld.terminals, handbookWorld.terminals),
  days: whole(1, largestWorld.days, handbookWorld.days),
  start: z.iso.date({ error: `is not a day such as ${handbookWorld.start}` }).default(handbookWorld.start),
  'handbook-only': flag,
});

/**
 * Memory does not grow with the days. Nothing lies under the file's name before it is whole.
 *
 * @returns exit code: 0, or 130 where it was stopped
 * @throws FaultError
 */
export async function fraudSimulate(given: Given): Promise<number> {
  const { out, 'handbook-only': handbookOnly, ...size } = parseOptions(schema, given);
  const world = simulatedWorld({ ...size, handbookOnly });
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  const output = textOutput(out);
  const counts = new Map<string, number>();
  let transactions = 0;
  try {
    await output.write(transactionsCsv.header);
    for (const day of simulateDays(world)) {
      for (const text of transactionsCsv.rows(day)) await output.write(text);
      for (const { scenario } of day.transactions) {
        if (scenario !== null) counts.set(scenario, (counts.get(scenario) ?? 0) + 1);
      }
      transactions += day.transactions.length;
      // A signal is heard between two turns of the event loop only.
      await nextTurn();
      signal.throwIfAborted();
    }
    await output.end();
  } catch (error) {
    await output.discard();
    if (error instanceof Stopped) return 130;
    throw error;
  } finally {
    release();
  }
  const frauds = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const share = transactions === 0 ? '' : ` (${((100 * frauds) / transactions).toFixed(2)} %)`;
  console.log(`Simulated, not real: ${transactions} payments of ${size.days} days in ${out}.`);
  console.log(`${frauds} of them are frauds${share}:`);
  for (const scenario of scenarios) console.log(`  ${scenario.padEnd(18)} ${counts.get(scenario) ?? 0}`);
  return 0;
}
