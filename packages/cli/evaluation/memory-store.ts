/** What a training run needs of a store, in memory: the cohort files stand for the database. */
import type { CohortFiles, Outcome, PersonHistory, TrainingStore } from '@praxis/diagnosis';

const byDay = (a: { readonly day: number }, b: { readonly day: number }): number => a.day - b.day;

/** One history a person by person id, their records by day: the order in which the database gives them. */
function gather({ people, observations, diagnoses }: CohortFiles): readonly PersonHistory[] {
  const seen = Map.groupBy(observations, ({ personId }) => personId);
  const known = Map.groupBy(diagnoses, ({ personId }) => personId);
  return people
    .toSorted((a, b) => a.id - b.id)
    .map((person) => ({
      person,
      observations: (seen.get(person.id) ?? []).toSorted(byDay),
      diagnoses: (known.get(person.id) ?? []).toSorted(byDay),
    }));
}

/** Holds the cohort; of what is registered it keeps the name of the first artifact alone. */
export function memoryStore(files: CohortFiles): TrainingStore {
  const histories = gather(files);
  const champions = new Map<Outcome, string>();
  return {
    histories: async () => histories,
    sources: async () => files.sources,
    champion: async (outcome) => champions.get(outcome) ?? null,
    register: async (outcome, { artifact }) => {
      if (champions.has(outcome)) return 'challenger';
      champions.set(outcome, artifact);
      return 'champion';
    },
  };
}
