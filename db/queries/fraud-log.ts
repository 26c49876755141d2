/** The log of payments with their decisions and labels: appended to in batches, read by following it. */
import { asc, eq, gt, inArray, min, or, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { fraudAlerts, fraudDecisions, fraudLabels, fraudTransactions } from '../schema/fraud.ts';
import type {
  DecidedPayment,
  Decision,
  Label,
  LogPosition,
  LogTail,
  StoredDecision,
  Transaction,
} from './fraud-records.ts';
import type { Executor } from './models.ts';

/** Any number will do that no other transaction locks. */
const lockKey = 729_104_554;

/** What may ask for a decision a second time. */
export interface Repeatable {
  readonly transactionIds: readonly number[];
  readonly idempotencyKeys: readonly string[];
}

/**
 * Appends a batch while nobody else can: `decide` gets what others have added since `after` and the decisions that
 * exist already among those asked for, and answers with what is to be stored. Committed when it resolves.
 *
 * @returns the position behind the batch
 */
export async function appendBatch(
  drizzle: Drizzle,
  after: LogPosition,
  asked: Repeatable,
  decide: (tail: LogTail, known: readonly StoredDecision[]) => Promise<readonly DecidedPayment[]>,
): Promise<LogPosition> {
  return drizzle.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    const tail = await readTail(transaction, after, null);
    const decided = await decide(tail, await readDecisions(transaction, asked));
    if (decided.length === 0) return tail.position;
    const { rows } = await transaction.execute<{ last: number }>(insertDecided(decided));
    await openAlerts(transaction, decided);
    return { ...tail.position, transaction: Number(rows[0]?.last) };
  });
}

/** Payments and labels after a position, at most so many of each; null: all. */
export async function readTail(
  executor: Executor,
  after: LogPosition,
  most: number | null,
): Promise<LogTail> {
  const payments = executor
    .select()
    .from(fraudTransactions)
    .where(gt(fraudTransactions.sequence, after.transaction))
    .orderBy(asc(fraudTransactions.sequence));
  const known = executor
    .select({ label: fraudLabels, of: fraudTransactions })
    .from(fraudLabels)
    .innerJoin(fraudTransactions, eq(fraudTransactions.id, fraudLabels.transactionId))
    .where(gt(fraudLabels.sequence, after.label))
    .orderBy(asc(fraudLabels.sequence));
  const transactions = await (most === null ? payments : payments.limit(most));
  const labels = await (most === null ? known : known.limit(most));
  return {
    position: {
      transaction: transactions.at(-1)?.sequence ?? after.transaction,
      label: labels.at(-1)?.label.sequence ?? after.label,
    },
    transactions: transactions.map(toTransaction),
    labels: labels.map(({ label, of }) => ({
      transactionId: label.transactionId,
      customer: of.customer,
      terminal: of.terminal,
      timeSeconds: of.occurredAt.getTime() / 1000,
      fraud: label.fraud,
      source: label.source,
      scenario: label.scenario,
      knownAtSeconds: label.knownAt.getTime() / 1000,
    })),
  };
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

/** Payments without a decision: history. */
export async function appendHistory(
  executor: Executor,
  transactions: readonly Transaction[],
  { currency, simulated }: { readonly currency: string; readonly simulated: boolean },
): Promise<void> {
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

/** Everything that is not approved is looked at by a person. */
async function openAlerts(executor: Executor, decided: readonly DecidedPayment[]): Promise<void> {
  const doubtful = decided.filter(({ decision }) => decision.answer !== 'approve');
  if (doubtful.length === 0) return;
  await executor.insert(fraudAlerts).values(
    doubtful.map(({ transaction, decision }) => ({
      transactionId: transaction.id,
      customer: transaction.customer,
      terminal: transaction.terminal,
      expectedLossMinor: decision.expectedLossMinor,
    })),
  );
}

const column = <Row, Value>(rows: readonly Row[], value: (row: Row) => Value) => sql.param(rows.map(value));

/** Payment and decision in one statement, in the given order: one way to the server and back. */
function insertDecided(decided: readonly DecidedPayment[]) {
  const paid = <Value>(value: (row: Transaction) => Value) =>
    column(decided, ({ transaction }) => value(transaction));
  const said = <Value>(value: (row: Decision) => Value) => column(decided, ({ decision }) => value(decision));
  return sql`
    with given as (
      select * from unnest(
        ${paid((row) => row.id)}::bigint[],
        ${paid((row) => row.timeSeconds)}::float8[],
        ${paid((row) => row.customer)}::int[],
        ${paid((row) => row.terminal)}::int[],
        ${paid((row) => row.amountMinor)}::int[],
        ${column(decided, (row) => row.currency)}::text[],
        ${column(decided, (row) => row.simulated)}::bool[],
        ${said((row) => row.idempotencyKey)}::text[],
        ${said((row) => row.requestSha256)}::text[],
        ${said((row) => row.answer)}::text[],
        ${said((row) => row.score)}::float8[],
        ${said((row) => row.expectedLossMinor)}::int[],
        ${said((row) => row.model)}::text[],
        ${said((row) => row.failure)}::text[],
        ${said((row) => JSON.stringify(row.rules))}::text[],
        ${said((row) => JSON.stringify(row.reasons))}::text[]
      ) with ordinality as row (id, at, customer, terminal, amount, currency, simulated, key, request, answer, score,
        loss, model, failure, rules, reasons, position)
    ), paid as (
      insert into fraud_transactions (id, occurred_at, customer, terminal, amount_minor, currency, simulated)
      select id, to_timestamp(at), customer, terminal, amount, currency, simulated from given order by position
      returning sequence, id
    ), decided as (
      insert into fraud_decisions (transaction_id, idempotency_key, request_sha256, answer, score,
        expected_loss_minor, model, failure, rules, reasons)
      select id, key, request, answer, score, loss, model, failure, rules::jsonb, reasons::jsonb
      from given
    )
    select max(sequence) as last from paid`;
}
