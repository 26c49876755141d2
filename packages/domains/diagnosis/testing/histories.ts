/** Gathers the cohort's records by person. */
import type { CohortFiles, Diagnosis, Observation, PersonHistory } from '../data/records.ts';

/** One history a person, ordered by person id. */
export function historiesOf(files: CohortFiles): PersonHistory[] {
  const observations = Map.groupBy(files.observations, (observation: Observation) => observation.personId);
  const diagnoses = Map.groupBy(files.diagnoses, (diagnosis: Diagnosis) => diagnosis.personId);
  return files.people
    .toSorted((a, b) => a.id - b.id)
    .map((person) => ({
      person,
      observations: observations.get(person.id) ?? [],
      diagnoses: diagnoses.get(person.id) ?? [],
    }));
}
