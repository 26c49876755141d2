/** The product's own cohort as data sets: who has an outcome within five years. */
import type { LabelledMatrix } from '@praxis/core';
import { cohort, matrixOf, type Outcome, type PersonHistory, readCohortFiles } from '@praxis/diagnosis';

export async function readCohort(outcome: Outcome): Promise<LabelledMatrix> {
  return matrixOf(cohort(outcome, await histories()));
}

/** One a person, in the order of the files. */
async function histories(): Promise<PersonHistory[]> {
  const { people, observations, diagnoses } = await readCohortFiles();
  const observationsOf = Map.groupBy(observations, ({ personId }) => personId);
  const diagnosesOf = Map.groupBy(diagnoses, ({ personId }) => personId);
  return people.map((person) => ({
    person,
    observations: observationsOf.get(person.id) ?? [],
    diagnoses: diagnosesOf.get(person.id) ?? [],
  }));
}
