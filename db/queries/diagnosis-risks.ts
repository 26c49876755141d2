/** The stored scores of people, model by model: pages read the champion's alone. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { outcomes, risks } from '../schema/diagnosis.ts';
import type { Abstention, NewModel, Outcome, StoredRisk } from './diagnosis-records.ts';
import { forgetBefore, type KeptScores } from './kept-scores.ts';
import { type Executor, enrol, servingOf } from './models.ts';

export const vertical = 'diagnosis';

type RiskColumns = Omit<typeof risks.$inferSelect, 'status' | 'event'> & {
  readonly status: StoredRisk['status'];
};

/** The table's checks guarantee that a scored row is complete. */
function toRisk(row: RiskColumns): StoredRisk {
  const { personId, outcome, artifact, probability, lower, upper, band, fold, raisedBy } = row;
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
    abstains: abstentionOf(row),
  };
}

/** Rows from before reasons were kept are of models that knew no more than the ranges of their people. */
function abstentionOf({ trusted, abstains, unusual }: RiskColumns): Abstention | null {
  if (trusted) return null;
  return { reason: abstains ?? 'outsideRange', unusual: unusual ?? [] };
}

/** The models that serve, by outcome. */
export async function championsOf(executor: Executor): Promise<ReadonlyMap<Outcome, string>> {
  const serving = await Promise.all(
    outcomes.map(async (outcome) => [outcome, await servingOf(executor, { vertical, outcome })] as const),
  );
  return new Map(serving.flatMap(([outcome, model]) => (model ? [[outcome, model.artifact]] : [])));
}

/** The champions' scores of some people. */
export async function readRisks(
  drizzle: Drizzle,
  personIds: readonly number[],
  champions: ReadonlyMap<Outcome, string>,
): Promise<StoredRisk[]> {
  const rows = await drizzle
    .select()
    .from(risks)
    .where(
      and(
        // Outcomes and artifacts, named so that the primary key, which begins with them, finds the rows.
        inArray(risks.outcome, [...champions.keys()]),
        inArray(risks.artifact, [...champions.values()]),
        inArray(risks.personId, [...personIds]),
      ),
    );
  return rows.map(toRisk);
}

/** Stores a model with its scores and records what it is, in one transaction: readers see all of it or nothing. */
export async function register(
  drizzle: Drizzle,
  outcome: Outcome,
  { artifact, card, risks: scored, events }: NewModel,
  reason: string,
  damaged: string | null,
): Promise<'champion' | 'challenger'> {
  const stray = scored.find((risk) => risk.outcome !== outcome || risk.artifact !== artifact);
  if (stray)
    throw new Error(
      `A risk for ${stray.outcome} by ${stray.artifact} is not one for ${outcome} by ${artifact}.`,
    );
  const purpose = { vertical, outcome };
  return drizzle.transaction(async (transaction) => {
    const { as, before } = await enrol(transaction, purpose, { artifact, card }, reason, damaged);
    await diagnosisScores.forget(transaction, outcome, artifact);
    await transaction.execute(insertStatement(outcome, artifact, scored, events));
    if (as === 'champion' && before?.artifact !== artifact) {
      await forgetBefore(diagnosisScores, transaction, outcome, before?.previous ?? null, artifact);
    }
    await transaction.execute(sql`analyze risks`);
    return as;
  });
}

/** Pages show people's stored scores: a model without them cannot serve. */
export const diagnosisScores: KeptScores = {
  async canServe(executor, named, artifact) {
    const outcome = outcomeOf(named);
    const found = await executor
      .select({ personId: risks.personId })
      .from(risks)
      .where(and(eq(risks.outcome, outcome), eq(risks.artifact, artifact)))
      .limit(1);
    return found.length > 0;
  },
  async paired(executor, named, first, second) {
    const { rows } = await executor.execute<{ event: boolean; first: number; second: number }>(sql`
      select a.event, a.probability as first, b.probability as second
      from risks a join risks b on b.outcome = a.outcome and b.person_id = a.person_id
      where a.outcome = ${outcomeOf(named)} and a.artifact = ${first} and b.artifact = ${second}
        and a.fold is not null and b.fold is not null and a.event = b.event
      order by a.person_id`);
    return {
      events: rows.map(({ event }) => event),
      first: rows.map((row) => row.first),
      second: rows.map((row) => row.second),
      groups: null,
    };
  },
  async forget(executor, named, artifact) {
    await executor
      .delete(risks)
      .where(and(eq(risks.outcome, outcomeOf(named)), eq(risks.artifact, artifact)));
  },
};

function outcomeOf(named: string): Outcome {
  const outcome = outcomes.find((one) => one === named);
  if (outcome === undefined) throw new Error(`Diagnosis has no outcome ${named}.`);
  return outcome;
}

/** Whole columns in one statement; lists of features travel as JSON, because arrays of arrays must be regular. */
function insertStatement(
  outcome: Outcome,
  artifact: string,
  scored: readonly StoredRisk[],
  events: ReadonlyMap<number, boolean>,
) {
  const figure = (name: 'probability' | 'lower' | 'upper' | 'fold') =>
    sql.param(scored.map((risk) => (risk.status === 'risk' ? risk[name] : null)));
  const abstentions = scored.map((risk) => (risk.status === 'risk' ? risk.abstains : null));
  return sql`
    insert into risks
      (outcome, artifact, person_id, status, probability, lower, upper, fold, event, band, raised_by,
        trusted, abstains, unusual)
    select ${outcome}, ${artifact}, person_id, status, probability, lower, upper, fold, event, band,
      case when raised_by is not null then array(select jsonb_array_elements_text(raised_by::jsonb)) end,
      abstains is null, abstains,
      case when unusual is not null then array(select jsonb_array_elements_text(unusual::jsonb)) end
    from unnest(
      ${sql.param(scored.map((risk) => risk.personId))}::int[],
      ${sql.param(scored.map((risk) => risk.status))}::text[],
      ${figure('probability')}::float8[],
      ${figure('lower')}::float8[],
      ${figure('upper')}::float8[],
      ${figure('fold')}::smallint[],
      ${sql.param(scored.map((risk) => events.get(risk.personId) ?? null))}::bool[],
      ${sql.param(scored.map((risk) => (risk.status === 'risk' ? risk.band : null)))}::text[],
      ${sql.param(scored.map((risk) => (risk.status === 'risk' ? JSON.stringify(risk.raisedBy) : null)))}::text[],
      ${sql.param(abstentions.map((one) => one?.reason ?? null))}::text[],
      ${sql.param(abstentions.map((one) => (one === null ? null : JSON.stringify(one.unusual))))}::text[]
    ) as given
      (person_id, status, probability, lower, upper, fold, event, band, raised_by, abstains, unusual)`;
}
