/** What a card or a terminal paid before, with what was decided and is known of it by now. */
import { and, desc, eq, lte } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { fraudDecisions, fraudLabels, fraudTransactions } from '../schema/fraud.ts';
import { toTransaction } from './fraud-log.ts';
import type { PastPayment } from './fraud-records.ts';

export type CardOrTerminal = { readonly customer: number } | { readonly terminal: number };

/** Up to and including a moment in seconds since 1970, the newest first. */
export async function readPast(
  drizzle: Drizzle,
  of: CardOrTerminal,
  untilSeconds: number,
  most: number,
): Promise<PastPayment[]> {
  const whose =
    'customer' in of
      ? eq(fraudTransactions.customer, of.customer)
      : eq(fraudTransactions.terminal, of.terminal);
  const newest = drizzle
    .selectDistinctOn([fraudLabels.transactionId])
    .from(fraudLabels)
    .innerJoin(fraudTransactions, eq(fraudTransactions.id, fraudLabels.transactionId))
    .where(whose)
    .orderBy(fraudLabels.transactionId, desc(fraudLabels.sequence))
    .as('newest');
  const rows = await drizzle
    .select({
      transaction: fraudTransactions,
      answer: fraudDecisions.answer,
      score: fraudDecisions.score,
      fraud: newest.fraud_labels.fraud,
      source: newest.fraud_labels.source,
    })
    .from(fraudTransactions)
    .leftJoin(fraudDecisions, eq(fraudDecisions.transactionId, fraudTransactions.id))
    .leftJoin(newest, eq(newest.fraud_labels.transactionId, fraudTransactions.id))
    .where(and(whose, lte(fraudTransactions.occurredAt, new Date(untilSeconds * 1000))))
    .orderBy(desc(fraudTransactions.occurredAt), desc(fraudTransactions.sequence))
    .limit(most);
  return rows.map((row) => ({ ...row, transaction: toTransaction(row.transaction) }));
}
