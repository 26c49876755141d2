/** What was added to the log of payments after a position, read in one way to the server and back. */
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { LogPosition, LogTail } from './fraud-records.ts';

const payment = z.object({
  sequence: z.number(),
  id: z.number(),
  timeSeconds: z.number(),
  customer: z.number(),
  terminal: z.number(),
  amountMinor: z.number(),
});
const label = z.object({
  sequence: z.number(),
  transactionId: z.number(),
  customer: z.number(),
  terminal: z.number(),
  timeSeconds: z.number(),
  fraud: z.boolean().nullable(),
  source: z.enum(['chargeback', 'verdict']),
  scenario: z.string().nullable(),
  knownAtSeconds: z.number(),
});

/**
 * Labels, and then payments: so that of every label its payment is read too, whatever is committed meanwhile. Times come as
 * numbers, for dates would be most of the work.
 */
export function tailAfter(after: LogPosition, most: number | null): readonly string[] {
  const limit = most === null ? '' : ` limit ${most}`;
  return [
    `select label.sequence::float8, label.transaction_id::float8 as "transactionId", paid.customer, paid.terminal,
        extract(epoch from paid.occurred_at)::float8 as "timeSeconds", label.fraud, label.source, label.scenario,
        extract(epoch from label.known_at)::float8 as "knownAtSeconds"
      from fraud_labels label join fraud_transactions paid on paid.id = label.transaction_id
      where label.sequence > ${after.label} order by label.sequence${limit}`,
    `select sequence::float8, id::float8, extract(epoch from occurred_at)::float8 as "timeSeconds", customer, terminal,
        amount_minor as "amountMinor"
      from fraud_transactions where sequence > ${after.transaction} order by fraud_transactions.sequence${limit}`,
  ];
}

/** @param labels @param payments rows of the two statements of `tailAfter` */
export function tailOf(after: LogPosition, labels: unknown, payments: unknown): LogTail {
  const paid = z.array(payment).parse(payments);
  const known = z.array(label).parse(labels);
  return {
    position: {
      transaction: paid.at(-1)?.sequence ?? after.transaction,
      label: known.at(-1)?.sequence ?? after.label,
    },
    transactions: paid.map(({ id, timeSeconds, customer, terminal, amountMinor }) => ({
      id,
      timeSeconds,
      customer,
      terminal,
      amountMinor,
    })),
    labels: known.map(({ sequence: _, ...said }) => said),
  };
}

/** Payments and labels after a position, at most so many of each. */
export async function readTail(pool: Pool, after: LogPosition, most: number): Promise<LogTail> {
  const [labels, payments] = await readTogether(pool, tailAfter(after, most));
  return tailOf(after, labels, payments);
}

const results = z.array(z.object({ rows: z.array(z.unknown()) }));

/**
 * Several statements in one message, each of which sees what was committed when it began.
 *
 * @param statements at least two, with no value in them that is neither a number nor quoted by `quoted`
 * @returns the rows of each
 */
export async function readTogether(
  client: Pool | PoolClient,
  statements: readonly string[],
): Promise<readonly (readonly unknown[])[]> {
  const given: unknown = await client.query(statements.join(';\n'));
  return results.parse(given).map(({ rows }) => rows);
}
