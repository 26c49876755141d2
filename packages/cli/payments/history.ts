/** The simulated payments before the live day, in the database: each start adds the days that have passed since. */
import { type Database, fraudStore } from '@praxis/db';
import { type LabelledTransaction, simulateDays } from '@praxis/fraud';
import { chargebacks } from './chargebacks.ts';
import { currency, demoWorld, liveDay } from './demo-world.ts';

const count = (value: number): string => value.toLocaleString('en');

/**
 * Fills the log up to the live day, in one transaction; a log with payments of the user's own is left as it is.
 *
 * @param nowSeconds by the wall clock
 * @returns what the log holds, for people
 */
export async function loadPayments(database: Database, nowSeconds: number): Promise<string> {
  const store = fraudStore(database);
  const span = await store.span();
  if (span !== null && !span.simulated) return `${count(span.payments)} of your own`;
  const live = liveDay(nowSeconds);
  const world = demoWorld(span?.from ?? null, nowSeconds);
  const missing: LabelledTransaction[] = [];
  const known: LabelledTransaction[] = [];
  for (const { startSeconds, transactions } of simulateDays(world)) {
    if (startSeconds >= live) break;
    known.push(...transactions.filter(({ fraud }) => fraud));
    missing.push(...transactions.filter(({ timeSeconds }) => timeSeconds > (span?.to ?? 0)));
  }
  const labels = chargebacks(known, span?.chargebacksUntil ?? 0, live);
  await store.importHistory(missing, labels, { currency, simulated: true });
  if (span === null) {
    await store.setPlaces('customer', placesOf(world.customers));
    await store.setPlaces('terminal', placesOf(world.terminals));
  }
  return `${count((span?.payments ?? 0) + missing.length)} simulated payments${missing.length > 0 && span !== null ? `, ${count(missing.length)} of them new` : ''}`;
}

/** Two decimals of a map of 100 × 100 are finer than any picture of it. */
const rounded = (value: number): number => Math.round(100 * value) / 100;

const placesOf = ({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }) =>
  Array.from(x, (at, id) => ({ id, x: rounded(at), y: rounded(y[id] ?? 0) }));
