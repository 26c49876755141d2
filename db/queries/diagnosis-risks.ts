/** The stored scores of people and the decision that put a model in charge of them. */
import { eq, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { risks } from '../schema/diagnosis.ts';
import type { Outcome, StoredRisk } from './diagnosis-records.ts';
import { recordPromotion } from './models.ts';

export const vertical = 'diagnosis';

type RiskColumns = Omit<typeof risks.$inferSelect, 'status'> & { readonly status: StoredRisk['status'] };

/** The table's checks guarantee that a scored row is complete. */
export function toRisk(row: RiskColumns): StoredRisk {
  const { personId, outcome, artifact, probability, lower, upper, band, fold, raisedBy, trusted } = row;
  if (row.status === 'alreadyHas') return { personId, outcome, artifact, status: 'alreadyHas' };
  if (probability === null || lower === null || upper === null || band === null || raisedBy === null) {
    throw new Error(`The risk of person ${personId} for ${outcome} is incomplete in the database.`);
  }
  return {
    personId,
    outcome,
    artifact,
    status: 'risk',
    probability,
    lower,
    upper,
    band,
    fold,
    raisedBy,
    trusted,
  };
}

export async function readRisks(drizzle: Drizzle, personId: number): Promise<StoredRisk[]> {
  const rows = await drizzle.select().from(risks).where(eq(risks.personId, personId));
  return rows.map(toRisk);
}

/** Replaces the outcome's scores and records the decision in one transaction: readers see the old or the new. */
export async function promote(
  drizzle: Drizzle,
  outcome: Outcome,
  artifact: string,
  card: unknown,
  scored: readonly StoredRisk[],
  reason: string,
): Promise<void> {
  const stray = scored.find((risk) => risk.outcome !== outcome || risk.artifact !== artifact);
  if (stray)
    throw new Error(
      `A risk for ${stray.outcome} by ${stray.artifact} is not one for ${outcome} by ${artifact}.`,
    );
  await drizzle.transaction(async (transaction) => {
    // Two promotions of one outcome must not mix their rows.
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext(${`${vertical} ${outcome}`}))`);
    await recordPromotion(transaction, { vertical, outcome, artifact, reason }, card);
    await transaction.delete(risks).where(eq(risks.outcome, outcome));
    await transaction.execute(insertStatement(outcome, artifact, scored));
    await transaction.execute(sql`analyze risks`);
  });
}

/** Whole columns in one statement; the list of features travels as JSON, because arrays of arrays must be regular. */
function insertStatement(outcome: Outcome, artifact: string, scored: readonly StoredRisk[]) {
  const figure = (name: 'probability' | 'lower' | 'upper' | 'fold') =>
    sql.param(scored.map((risk) => (risk.status === 'risk' ? risk[name] : null)));
  return sql`
    insert into risks (outcome, artifact, person_id, status, probability, lower, upper, fold, band, raised_by, trusted)
    select ${outcome}, ${artifact}, person_id, status, probability, lower, upper, fold, band,
      case when raised_by is not null then array(select jsonb_array_elements_text(raised_by::jsonb)) end,
      trusted
    from unnest(
      ${sql.param(scored.map((risk) => risk.personId))}::int[],
      ${sql.param(scored.map((risk) => risk.status))}::text[],
      ${figure('probability')}::float8[],
      ${figure('lower')}::float8[],
      ${figure('upper')}::float8[],
      ${figure('fold')}::smallint[],
      ${sql.param(scored.map((risk) => (risk.status === 'risk' ? risk.band : null)))}::text[],
      ${sql.param(scored.map((risk) => (risk.status === 'risk' ? JSON.stringify(risk.raisedBy) : null)))}::text[],
      ${sql.param(scored.map((risk) => risk.status !== 'risk' || risk.trusted))}::bool[]
    ) as given (person_id, status, probability, lower, upper, fold, band, raised_by, trusted)`;
}
