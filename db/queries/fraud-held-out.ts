/** Scores of payments that a model's recipe had not seen, by model: what its worth is counted from. */
import { eq, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { fraudHeldOut } from '../schema/fraud.ts';
import type { HeldOutPayment, NewModel } from './fraud-records.ts';
import { forgetBefore, type KeptScores } from './kept-scores.ts';
import { enrol } from './models.ts';

export const vertical = 'fraud';

/** Stores a model with its scores and records what it is, in one transaction: readers see all of it or nothing. */
export async function register(
  drizzle: Drizzle,
  outcome: 'fraud',
  { artifact, card, heldOut: { transactionIds, probabilities, frauds } }: NewModel,
  reason: string,
  damaged: string | null,
): Promise<'champion' | 'challenger'> {
  const purpose = { vertical, outcome };
  return drizzle.transaction(async (transaction) => {
    const { as, before } = await enrol(transaction, purpose, { artifact, card }, reason, damaged);
    await fraudScores.forget(transaction, outcome, artifact);
    await transaction.execute(sql`
      insert into fraud_held_out (artifact, transaction_id, probability, fraud)
      select ${artifact}, id, probability, fraud from unnest(
        ${sql.param([...transactionIds])}::bigint[],
        ${sql.param([...probabilities])}::float8[],
        ${sql.param([...frauds])}::bool[]
      ) as given (id, probability, fraud)`);
    if (as === 'champion' && before?.artifact !== artifact) {
      await forgetBefore(fraudScores, transaction, outcome, before?.previous ?? null, artifact);
    }
    await transaction.execute(sql`analyze fraud_held_out`);
    return as;
  });
}

/** In the order of time; empty where none are kept of the model. */
export async function readHeldOut(drizzle: Drizzle, artifact: string): Promise<HeldOutPayment[]> {
  const { rows } = await drizzle.execute<{ [Key in keyof HeldOutPayment]: HeldOutPayment[Key] }>(sql`
    select
      extract(epoch from paid.occurred_at)::float8 as "timeSeconds",
      paid.customer,
      paid.amount_minor as "amountMinor",
      paid.currency,
      paid.simulated,
      held.probability,
      held.fraud,
      case when held.fraud then (
        select scenario from fraud_labels
        where transaction_id = held.transaction_id and scenario is not null
        order by sequence desc limit 1
      ) end as scenario
    from fraud_held_out held join fraud_transactions paid on paid.id = held.transaction_id
    where held.artifact = ${artifact}
    order by paid.occurred_at, paid.sequence`);
  return rows;
}

/** A payment is scored when it comes: a model serves without any stored score. */
export const fraudScores: KeptScores = {
  canServe: async () => true,
  async paired(executor, _outcome, first, second) {
    const { rows } = await executor.execute<{
      event: boolean;
      first: number;
      second: number;
      customer: number;
    }>(sql`
      select a.fraud as event, a.probability as first, b.probability as second, paid.customer
      from fraud_held_out a
      join fraud_held_out b on b.transaction_id = a.transaction_id and b.fraud = a.fraud
      join fraud_transactions paid on paid.id = a.transaction_id
      where a.artifact = ${first} and b.artifact = ${second}
      order by a.transaction_id`);
    return {
      events: rows.map(({ event }) => event),
      first: rows.map((row) => row.first),
      second: rows.map((row) => row.second),
      groups: rows.map(({ customer }) => customer),
    };
  },
  async forget(executor, _outcome, artifact) {
    await executor.delete(fraudHeldOut).where(eq(fraudHeldOut.artifact, artifact));
  },
};
