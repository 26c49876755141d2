/** Appends a batch of decided payments to the log: two ways to the server and back, and one commit. */
import type { Pool } from 'pg';
import { z } from 'zod';
import { lockKey, type Repeatable } from './fraud-log.ts';
import type { DecidedPayment, Decision, LogPosition, LogTail } from './fraud-records.ts';
import { readTogether, tailAfter, tailOf } from './fraud-tail.ts';
import { quoted } from './quoted.ts';

const decision = z.object({
  transactionId: z.number(),
  idempotencyKey: z.string().nullable(),
  requestSha256: z.string(),
  answer: z.enum(['approve', 'review', 'decline']),
  score: z.number().nullable(),
  expectedLossMinor: z.number(),
  model: z.string().nullable(),
  failure: z.enum(['modelMissing', 'modelLate', 'modelFailed']).nullable(),
  rules: z.unknown(),
  reasons: z.unknown(),
});
const recordedId = z.object({ id: z.number() });
const lastSequence = z.tuple([z.object({ last: z.number() })]);

/**
 * Appends a batch while nobody else can: `decide` gets what others have added since `after` and the decisions that
 * exist already among those asked for, which of their payments are there at all, and answers with what is to be stored. Committed when it resolves.
 *
 * @returns the position behind the batch
 */
export async function appendBatch(
  pool: Pool,
  after: LogPosition,
  asked: Repeatable,
  decide: (
    tail: LogTail,
    known: readonly Decision[],
    recorded: readonly number[],
  ) => Promise<readonly DecidedPayment[]>,
): Promise<LogPosition> {
  const client = await pool.connect();
  let settled = false;
  try {
    // The lock is a statement of its own: those behind it see what was committed by whoever had it before.
    const begun = ['begin', `select pg_advisory_xact_lock(${lockKey})`];
    const [, , labels, payments, known, recorded] = await readTogether(client, [
      ...begun,
      ...tailAfter(after, null),
      decisionsOf(asked),
      recordedOf(asked),
    ]);
    const tail = tailOf(after, labels, payments);
    const ids = z
      .array(recordedId)
      .parse(recorded)
      .map(({ id }) => id);
    const decided = await decide(tail, z.array(decision).parse(known), ids);
    if (decided.length === 0) {
      await client.query('commit');
      settled = true;
      return tail.position;
    }
    const [stored] = await readTogether(client, [insertDecided(decided), 'commit']);
    settled = true;
    return { ...tail.position, transaction: lastSequence.parse(stored)[0].last };
  } finally {
    // A connection that is closed takes its open transaction and the lock with it.
    client.release(!settled);
  }
}

const recordedOf = ({ transactionIds }: Repeatable): string =>
  `select id::float8 from fraud_transactions where id = any('{${transactionIds.join(',')}}'::bigint[])`;

function decisionsOf({ transactionIds, idempotencyKeys }: Repeatable): string {
  const keys = idempotencyKeys.map(quoted).join(', ');
  return `select transaction_id::float8 as "transactionId", idempotency_key as "idempotencyKey",
      request_sha256 as "requestSha256", answer, score, expected_loss_minor as "expectedLossMinor", model, failure, rules, reasons
    from fraud_decisions
    where transaction_id = any('{${transactionIds.join(',')}}'::bigint[])
      or idempotency_key = any(array[${keys}]::text[])`;
}

/** Payments, decisions and alerts in one statement, in the given order. Everything that is not approved is looked at by a person. */
function insertDecided(decided: readonly DecidedPayment[]): string {
  const rows = decided.map(({ transaction, currency, simulated, decision }, position) => ({
    ...transaction,
    ...decision,
    currency,
    simulated,
    position,
  }));
  return `
    with given as (
      select * from jsonb_to_recordset(${quoted(JSON.stringify(rows))}::jsonb) as row (position int, id bigint,
        "timeSeconds" float8, customer int, terminal int, "amountMinor" int, currency text, simulated bool,
        "idempotencyKey" text, "requestSha256" text, answer text, score float8, "expectedLossMinor" int, model text,
        failure text, rules jsonb, reasons jsonb)
    ), paid as (
      insert into fraud_transactions (id, occurred_at, customer, terminal, amount_minor, currency, simulated)
      select id, to_timestamp("timeSeconds"), customer, terminal, "amountMinor", currency, simulated
      from given order by position
      returning sequence
    ), decided as (
      insert into fraud_decisions (transaction_id, idempotency_key, request_sha256, answer, score,
        expected_loss_minor, model, failure, rules, reasons)
      select id, "idempotencyKey", "requestSha256", answer, score, "expectedLossMinor", model, failure, rules, reasons
      from given
    ), alerted as (
      insert into fraud_alerts (transaction_id, customer, terminal, expected_loss_minor)
      select id, customer, terminal, "expectedLossMinor" from given where answer <> 'approve' order by position
    )
    select max(sequence)::float8 as last from paid`;
}
