/** Reads people with everything known about them; one row a person leaves the server, whatever lies in it. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Drizzle } from '../connection.ts';
import { diagnosisCodes, observationTests } from '../schema/diagnosis.ts';
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

/** Histories of one person, or of all, ordered by person id. All 17,549 take about 1 s. */
export async function readHistories(drizzle: Drizzle, personId?: number): Promise<PersonHistory[]> {
  const only = personId === undefined ? sql`true` : sql`person_id = ${personId}`;
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
    where ${personId === undefined ? sql`true` : sql`p.id = ${personId}`}
    order by p.id`);
  return rows.map(toHistory);
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
