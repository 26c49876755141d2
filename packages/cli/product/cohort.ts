/** The real cohort in the database: imported once, whole or not at all. */
import { type Database, diagnosisStore } from '@praxis/db';
import { readCohortFiles } from '@praxis/diagnosis';

const count = (value: number): string => value.toLocaleString('en');

/**
 * Imports the cohort where the database holds none. The import is one transaction: what it left is all or nothing.
 *
 * @returns what the database holds, for people
 * @throws CohortFailure for a damaged file
 */
export async function loadCohort(database: Database): Promise<string> {
  const store = diagnosisStore(database);
  const stored = await store.sources();
  if (stored.length > 0) {
    return `${count(stored.reduce((sum, { rows }) => sum + rows, 0))} rows, imported before`;
  }
  const cohort = await readCohortFiles();
  await store.importCohort(cohort);
  const { people, observations, diagnoses } = cohort;
  return `${count(people.length)} people, ${count(observations.length)} observations, ${count(diagnoses.length)} diagnoses`;
}
