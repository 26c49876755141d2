/** What payments the log holds, as a whole. */
import { count, eq, max, min, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { fraudLabels, fraudTransactions } from '../schema/fraud.ts';

/** Moments are in seconds since 1970. */
export interface PaymentSpan {
  readonly payments: number;
  readonly from: number;
  readonly to: number;
  /** Whether all of them are simulated. */
  readonly simulated: boolean;
  /** When the last chargeback became known, null where there is none. */
  readonly chargebacksUntil: number | null;
}

export async function readSpan(drizzle: Drizzle): Promise<PaymentSpan | null> {
  const [[held], [known]] = await Promise.all([
    drizzle
      .select({
        payments: count(),
        from: min(fraudTransactions.occurredAt),
        to: max(fraudTransactions.occurredAt),
        simulated: sql<boolean>`bool_and(${fraudTransactions.simulated})`,
      })
      .from(fraudTransactions),
    drizzle
      .select({ until: max(fraudLabels.knownAt) })
      .from(fraudLabels)
      .where(eq(fraudLabels.source, 'chargeback')),
  ]);
  if (!held?.from || !held.to) return null;
  return {
    payments: held.payments,
    from: held.from.getTime() / 1000,
    to: held.to.getTime() / 1000,
    simulated: held.simulated,
    chargebacksUntil: known?.until ? known.until.getTime() / 1000 : null,
  };
}
