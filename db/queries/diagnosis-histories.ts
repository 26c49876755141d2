/** Reads people with everything known about them; one row a person leaves the server, whatever lies in it. */
import { asc, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Drizzle } from '../connection.ts';
import { diagnosisCodes, observationTests, people } from '../schema/diagnosis.ts';
import type { PersonHistory } from './diagnosis-records.ts';

const row = z.object({
  id: z.number(),
  ageYears: z.number(),
  male: z.boolean(),
  weightKg: z.number().nullable(),
  heightCm: z.number().nullable(),
  bmi: z.number().nullable(),
  caseId: z.number().nullable(),
  followUpDays: z.number(),
  died: z.boolean(),
  observations: z.array(z.tuple([z.number(), z.enum(observationTests), z.number().nullable()])).nullable(),
  diagnoses: z.array(z.tuple([z.number(), z.enum(diagnosisCodes)])).nullable(),
});

/** Numbers of people, both ends included. */
interface PersonRange {
  readonly from: number;
  readonly to: number;
}

/** Histories of some people, or of all, ordered by person id. All 17,549 take about 1 s. */
export async function readHistories(drizzle: Drizzle, range?: PersonRange): Promise<PersonHistory[]> {
  const within = (column: SQL) =>
    range === undefined ? sql`true` : sql`${column} between ${range.from} and ${range.to}`;
  const only = within(sql`person_id`);
  const { rows } = await drizzle.execute(sql`
    select
      p.id, p.age_years as "ageYears", p.male, p.weight_kg as "weightKg", p.height_cm as "heightCm", p.bmi,
      p.case_id as "caseId", p.follow_up_days as "followUpDays", p.died, o.observations, d.diagnoses
    from people p
    left join (
      select person_id, json_agg(json_build_array(day, test, value) order by day, ordinal) as observations
      from observations where ${only} group by person_id
    ) o on o.person_id = p.id
    left join (
      select person_id, json_agg(json_build_array(day, code) order by day, ordinal) as diagnoses
      from diagnoses where ${only} group by person_id
    ) d on d.person_id = p.id
    where ${within(sql`p.id`)}
    order by p.id`);
  return rows.map(toHistory);
}

/** So many people take the thread that reads them some 10 ms. */
const batchPeople = 250;

/** Everyone's histories by person id, with turns for others between the batches. */
export async function* readHistoryBatches(drizzle: Drizzle): AsyncGenerator<PersonHistory[]> {
  const ids = await drizzle.select({ id: people.id }).from(people).orderBy(asc(people.id));
  for (let from = 0; from < ids.length; from += batchPeople) {
    const batch = ids.slice(from, from + batchPeople);
    yield readHistories(drizzle, { from: batch[0].id, to: batch[batch.length - 1].id });
  }
}

function toHistory(value: unknown): PersonHistory {
  const { observations, diagnoses, ...person } = row.parse(value);
  return {
    person,
    observations: (observations ?? []).map(([day, test, value]) => ({
      personId: person.id,
      day,
      test,
      value,
    })),
    diagnoses: (diagnoses ?? []).map(([day, code]) => ({ personId: person.id, day, code })),
  };
}
