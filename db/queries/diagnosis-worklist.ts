/** The worklist: every person, filtered, sorted and paged by the server. */
import { and, asc, count, desc, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { diagnoses, people, risks } from '../schema/diagnosis.ts';
import type { WorklistPage, WorklistQuery } from './diagnosis-records.ts';
import { championsOf, readRisks } from './diagnosis-risks.ts';

/** A page and the number of people that match. */
export async function readWorklist(drizzle: Drizzle, query: WorklistQuery): Promise<WorklistPage> {
  const matching = filters(drizzle, query);
  const champions = await championsOf(drizzle);
  const scored = scoredBy(query, champions.get(query.outcome));
  const [page, totals] = await Promise.all([
    readPage(drizzle, query, matching, scored),
    drizzle.select({ total: count() }).from(people).leftJoin(risks, scored).where(matching),
  ]);
  const ids = page.map(({ person }) => person.id);
  const [scores, known] = await Promise.all([
    readRisks(drizzle, ids, champions),
    drizzle
      .selectDistinct({ personId: diagnoses.personId, code: diagnoses.code })
      .from(diagnoses)
      .where(and(inArray(diagnoses.personId, ids), lte(diagnoses.day, 0))),
  ]);
  const risksOf = Map.groupBy(scores, (risk) => risk.personId);
  const codesOf = Map.groupBy(known, (row) => row.personId);
  return {
    total: totals[0]?.total ?? 0,
    rows: page.map(({ person }) => ({
      person,
      risks: risksOf.get(person.id) ?? [],
      diagnosed: (codesOf.get(person.id) ?? []).map((row) => row.code),
    })),
  };
}

/** Joins a person with the champion's score; with none where there is no champion. */
const scoredBy = ({ outcome }: WorklistQuery, champion: string | undefined) =>
  and(eq(risks.personId, people.id), eq(risks.outcome, outcome), eq(risks.artifact, champion ?? ''));

/**
 * By risk, a full page of people who have one is the page, for all others come after them: that question follows the
 * index of risks and need not sort everyone.
 */
async function readPage(
  drizzle: Drizzle,
  query: WorklistQuery,
  matching: SQL | undefined,
  scored: SQL | undefined,
) {
  const from = (query.page - 1) * query.pageSize;
  const ranked =
    query.sort === 'risk'
      ? await drizzle
          .select({ person: people })
          .from(risks)
          .innerJoin(people, scored)
          .where(matching)
          .orderBy(...order(query))
          .limit(query.pageSize)
          .offset(from)
      : [];
  if (ranked.length === query.pageSize) return ranked;
  return drizzle
    .select({ person: people })
    .from(people)
    .leftJoin(risks, scored)
    .where(matching)
    .orderBy(...order(query))
    .limit(query.pageSize)
    .offset(from);
}

/** All given filters hold at once. */
function filters(drizzle: Drizzle, query: WorklistQuery): SQL | undefined {
  const { band, ageFrom, ageTo, sex, personId, diagnosed = [] } = query;
  return and(
    band === undefined ? undefined : band === 'alreadyHas' ? eq(risks.status, band) : eq(risks.band, band),
    ageFrom === undefined ? undefined : gte(people.ageYears, ageFrom),
    ageTo === undefined ? undefined : lte(people.ageYears, ageTo),
    sex === undefined ? undefined : eq(people.male, sex === 'male'),
    personId === undefined ? undefined : eq(people.id, personId),
    diagnosed.length === 0 ? undefined : inArray(people.id, withAll(drizzle, [...new Set(diagnosed)])),
  );
}

/** Ids of the people who had every one of the diagnoses by day 0. */
function withAll(drizzle: Drizzle, codes: readonly string[]) {
  return drizzle
    .select({ personId: diagnoses.personId })
    .from(diagnoses)
    .where(and(lte(diagnoses.day, 0), sql`${diagnoses.code} = any(${sql.param(codes)}::text[])`))
    .groupBy(diagnoses.personId)
    .having(sql`count(distinct ${diagnoses.code}) = ${codes.length}`);
}

/** Whoever has no risk for the outcome comes last in both directions; the id settles every tie. */
function order({ sort, direction }: WorklistQuery): SQL[] {
  const directed = direction === 'ascending' ? asc : desc;
  if (sort === 'id') return [directed(people.id)];
  if (sort === 'age') return [directed(people.ageYears), asc(people.id)];
  return [sql`${directed(risks.probability)} nulls last`, sql`${risks.status} nulls last`, asc(people.id)];
}
