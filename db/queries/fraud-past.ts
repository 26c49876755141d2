/** What a card or a terminal paid before, with what was decided and is known of it by now. */
import { and, count, desc, eq, gt, lte, ne, or } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { fraudDecisions, fraudLabels, fraudTransactions } from '../schema/fraud.ts';
import { toTransaction } from './fraud-log.ts';
import type { ConfirmedFrauds, PastPayment, Transaction } from './fraud-records.ts';

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

/**
 * What people have called fraud by now among the other payments of a payment's card and of its terminal that are later
 * than a moment in seconds since 1970: of each payment the last verdict counts.
 */
export async function readConfirmed(
  drizzle: Drizzle,
  { id, customer, terminal }: Pick<Transaction, 'id' | 'customer' | 'terminal'>,
  sinceSeconds: number,
): Promise<ConfirmedFrauds> {
  const verdicts = drizzle
    .selectDistinctOn([fraudLabels.transactionId], {
      fraud: fraudLabels.fraud,
      customer: fraudTransactions.customer,
      terminal: fraudTransactions.terminal,
    })
    .from(fraudLabels)
    .innerJoin(fraudTransactions, eq(fraudTransactions.id, fraudLabels.transactionId))
    .where(
      and(
        eq(fraudLabels.source, 'verdict'),
        ne(fraudTransactions.id, id),
        or(eq(fraudTransactions.customer, customer), eq(fraudTransactions.terminal, terminal)),
        gt(fraudTransactions.occurredAt, new Date(sinceSeconds * 1000)),
      ),
    )
    .orderBy(fraudLabels.transactionId, desc(fraudLabels.sequence))
    .as('verdicts');
  const among = (of: 'customer' | 'terminal', entity: number) =>
    drizzle
      .select({ frauds: count() })
      .from(verdicts)
      .where(and(eq(verdicts.fraud, true), eq(verdicts[of], entity)));
  const [[card], [there]] = await Promise.all([among('customer', customer), among('terminal', terminal)]);
  return { card: card?.frauds ?? 0, terminal: there?.frauds ?? 0 };
}
