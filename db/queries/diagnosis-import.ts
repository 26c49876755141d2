/** Writes the cohort whole or not at all, in a few statements of whole columns. */
import { sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { DatabaseError } from '../errors.ts';
import { cohortSources } from '../schema/diagnosis.ts';
import type { CohortFiles, SourceFile } from './diagnosis-records.ts';

/** Any number will do that no other transaction locks. */
const lockKey = 729_104_552;

/**
 * One transaction under a lock: a second caller waits, finds the same sources and does nothing.
 * 17,549 people with 239,775 rows take about 2 s.
 * @throws DatabaseError cohortDiffers where another cohort is stored; it is left as it is.
 */
export async function importCohort(drizzle: Drizzle, files: CohortFiles): Promise<void> {
  await drizzle.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    const stored = await transaction.select().from(cohortSources);
    if (stored.length > 0) {
      if (sameSources(stored, files.sources)) return;
      throw new DatabaseError(
        'cohortDiffers',
        'This database holds another cohort than the files that come with this version of Praxis.',
        'Keep it and use the earlier version, or begin with an empty database (another PRAXIS_HOME).',
      );
    }
    for (const statement of insertStatements(files)) await transaction.execute(statement);
    await transaction.insert(cohortSources).values(files.sources.map((source) => ({ ...source })));
    // Without fresh statistics the first pages would be planned for empty tables.
    await transaction.execute(sql`analyze people, observations, diagnoses`);
  });
}

function sameSources(stored: readonly SourceFile[], given: readonly SourceFile[]): boolean {
  const hashes = (list: readonly SourceFile[]) =>
    list
      .map(({ file, sha256 }) => `${file} ${sha256}`)
      .sort()
      .join('\n');
  return hashes(stored) === hashes(given);
}

/** `ordinal` numbers a person's rows in the order of the file. */
function insertStatements({ people, observations, diagnoses }: CohortFiles) {
  const column = <T, V>(rows: readonly T[], value: (row: T) => V) => sql.param(rows.map(value));
  return [
    sql`insert into people (id, age_years, male, weight_kg, height_cm, bmi, case_id, follow_up_days, died)
      select * from unnest(
        ${column(people, (row) => row.id)}::int[],
        ${column(people, (row) => row.ageYears)}::float8[],
        ${column(people, (row) => row.male)}::bool[],
        ${column(people, (row) => row.weightKg)}::float8[],
        ${column(people, (row) => row.heightCm)}::float8[],
        ${column(people, (row) => row.bmi)}::float8[],
        ${column(people, (row) => row.caseId)}::int[],
        ${column(people, (row) => row.followUpDays)}::int[],
        ${column(people, (row) => row.died)}::bool[])`,
    sql`insert into observations (person_id, ordinal, day, test, value)
      select * from unnest(
        ${column(observations, (row) => row.personId)}::int[],
        ${sql.param(ordinals(observations))}::smallint[],
        ${column(observations, (row) => row.day)}::int[],
        ${column(observations, (row) => row.test)}::text[],
        ${column(observations, (row) => row.value)}::float8[])`,
    sql`insert into diagnoses (person_id, ordinal, day, code)
      select * from unnest(
        ${column(diagnoses, (row) => row.personId)}::int[],
        ${sql.param(ordinals(diagnoses))}::smallint[],
        ${column(diagnoses, (row) => row.day)}::int[],
        ${column(diagnoses, (row) => row.code)}::text[])`,
  ];
}

function ordinals(rows: readonly { readonly personId: number }[]): number[] {
  const seen = new Map<number, number>();
  return rows.map(({ personId }) => {
    const ordinal = seen.get(personId) ?? 0;
    seen.set(personId, ordinal + 1);
    return ordinal;
  });
}
