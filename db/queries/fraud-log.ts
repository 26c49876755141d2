/** The log of payments with their decisions and labels, but for what decisions append and what is read by following it. */
import { gt, inArray, min, or, sql } from 'drizzle-orm';
import { fraudDecisions, fraudTransactions } from '../schema/fraud.ts';
import type { Label, LogPosition, StoredDecision, Transaction } from './fraud-records.ts';
import type { Executor } from './models.ts';

/** Any number will do that no other transaction locks. */
export const lockKey = 729_104_554;

/** What may ask for a decision a second time. */
export interface Repeatable {
  readonly transactionIds: readonly number[];
  readonly idempotencyKeys: readonly string[];
}

/** The position before the first payment later than a moment, and before every label. */
export async function readPosition(executor: Executor, afterSeconds: number): Promise<LogPosition> {
  const [first] = await executor
    .select({ sequence: min(fraudTransactions.sequence) })
    .from(fraudTransactions)
    .where(gt(fraudTransactions.occurredAt, new Date(afterSeconds * 1000)));
  return { transaction: (first?.sequence ?? 1) - 1, label: 0 };
}

export function toTransaction(row: typeof fraudTransactions.$inferSelect): Transaction {
  const { id, occurredAt, customer, terminal, amountMinor } = row;
  return { id, timeSeconds: occurredAt.getTime() / 1000, customer, terminal, amountMinor };
}

export async function readDecisions(
  executor: Executor,
  { transactionIds, idempotencyKeys }: Repeatable,
): Promise<StoredDecision[]> {
  if (transactionIds.length + idempotencyKeys.length === 0) return [];
  return executor
    .select()
    .from(fraudDecisions)
    .where(
      or(
        inArray(fraudDecisions.transactionId, [...transactionIds]),
        inArray(fraudDecisions.idempotencyKey, [...idempotencyKeys]),
      ),
    );
}

/** Appends labels under the log's lock: a decision that follows sees them. */
export async function appendLabels(executor: Executor, labels: readonly Label[]): Promise<void> {
  if (labels.length === 0) return;
  await executor.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
  await executor.execute(sql`
    insert into fraud_labels (transaction_id, fraud, source, scenario, known_at)
    select id, fraud, source, scenario, to_timestamp(known) from unnest(
      ${column(labels, (row) => row.transactionId)}::bigint[],
      ${column(labels, (row) => row.fraud)}::bool[],
      ${column(labels, (row) => row.source)}::text[],
      ${column(labels, (row) => row.scenario)}::text[],
      ${column(labels, (row) => row.knownAtSeconds)}::float8[]
    ) with ordinality as given (id, fraud, source, scenario, known, position)
    order by position`);
}

/** Payments without a decision: history. Under the log's lock: a reader that went on would not come back for them. */
export async function appendHistory(
  executor: Executor,
  transactions: readonly Transaction[],
  { currency, simulated }: { readonly currency: string; readonly simulated: boolean },
): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
  await executor.execute(sql`
    insert into fraud_transactions (id, occurred_at, customer, terminal, amount_minor, currency, simulated)
    select id, to_timestamp(at), customer, terminal, amount, ${currency}, ${simulated} from unnest(
      ${column(transactions, (row) => row.id)}::bigint[],
      ${column(transactions, (row) => row.timeSeconds)}::float8[],
      ${column(transactions, (row) => row.customer)}::int[],
      ${column(transactions, (row) => row.terminal)}::int[],
      ${column(transactions, (row) => row.amountMinor)}::int[]
    ) with ordinality as given (id, at, customer, terminal, amount, position)
    order by position`);
}

const column = <Row, Value>(rows: readonly Row[], value: (row: Row) => Value) => sql.param(rows.map(value));
