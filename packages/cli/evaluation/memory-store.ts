/** What a training run needs of a store, in memory: the cohort files stand for the database. */
import type { CohortFiles, Outcome, PersonHistory, StoredRisk, TrainingStore } from '@praxis/diagnosis';

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

interface Scores {
  readonly risks: readonly StoredRisk[];
  /** By person whom a fold held out: whether the outcome came. */
  readonly events: ReadonlyMap<number, boolean>;
}

export interface MemoryStore extends TrainingStore {
  /** Of the model that was registered last; undefined before. */
  scores(outcome: Outcome): Scores | undefined;
}

/** Holds the cohort; of what is registered it keeps the name of the first artifact and the scores of the last. */
export function memoryStore(files: CohortFiles): MemoryStore {
  const histories = gather(files);
  const champions = new Map<Outcome, string>();
  const scores = new Map<Outcome, Scores>();
  return {
    histories: async () => histories,
    sources: async () => files.sources,
    champion: async (outcome) => champions.get(outcome) ?? null,
    scores: (outcome) => scores.get(outcome),
    register: async (outcome, { artifact, risks, events }) => {
      scores.set(outcome, { risks, events });
      if (champions.has(outcome)) return 'challenger';
      champions.set(outcome, artifact);
      return 'champion';
    },
  };
}
