/** A store in memory, with what the use cases rely on: they see the champion's risks alone. */

import type { CohortFiles, Outcome } from '../data/records.ts';
import { isKnown } from '../features/features.ts';
import type { DiagnosisStore, StoredRisk, WorklistRow } from '../service/store.ts';
import { historiesOf } from './histories.ts';

const batchPeople = 100;

interface Registration {
  readonly outcome: Outcome;
  readonly artifact: string;
  readonly card: unknown;
  readonly risks: readonly StoredRisk[];
  readonly reason: string;
  readonly events: ReadonlyMap<number, boolean>;
  readonly place: 'champion' | 'challenger';
}

export interface MemoryStore extends DiagnosisStore {
  readonly registered: Registration[];
}

export function memoryStore(files: CohortFiles): MemoryStore {
  const histories = historiesOf(files);
  const registered: Registration[] = [];
  const latest = (outcome: Outcome) =>
    registered.findLast((one) => one.outcome === outcome && one.place === 'champion');
  const risksOf = (personId: number) =>
    [...new Set(registered.map(({ outcome }) => outcome))].flatMap(
      (outcome) => latest(outcome)?.risks.filter((risk) => risk.personId === personId) ?? [],
    );
  const worklistRow = ({ person, diagnoses }: (typeof histories)[number]): WorklistRow => ({
    person,
    risks: risksOf(person.id),
    diagnosed: diagnoses.filter(isKnown).map(({ code }) => code),
  });
  return {
    registered,
    importCohort: () => Promise.reject(new Error('The cohort of this store is given once.')),
    sources: async () => files.sources,
    histories: async () => histories,
    historyBatches: async function* () {
      for (let from = 0; from < histories.length; from += batchPeople)
        yield histories.slice(from, from + batchPeople);
    },
    history: async (personId) => histories.find(({ person }) => person.id === personId) ?? null,
    worklist: async ({ page, pageSize }) => ({
      total: histories.length,
      rows: histories.slice((page - 1) * pageSize, page * pageSize).map(worklistRow),
    }),
    risks: async (personId) => risksOf(personId),
    register: async (outcome, model, reason, damaged) => {
      const champion = latest(outcome)?.artifact ?? null;
      const place = champion === null || champion === damaged ? 'champion' : 'challenger';
      registered.push({ outcome, ...model, reason, place });
      return place;
    },
    champion: async (outcome) => latest(outcome)?.artifact ?? null,
  };
}
