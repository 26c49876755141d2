/** A store in memory, with what the use cases rely on: a promotion replaces every risk of its outcome at once. */

import type { CohortFiles, Outcome } from '../data/records.ts';
import { isKnown } from '../features/features.ts';
import type { DiagnosisStore, StoredRisk, WorklistRow } from '../service/store.ts';
import { historiesOf } from './histories.ts';

interface Promotion {
  readonly outcome: Outcome;
  readonly artifact: string;
  readonly card: unknown;
  readonly risks: readonly StoredRisk[];
  readonly reason: string;
}

export interface MemoryStore extends DiagnosisStore {
  readonly promotions: Promotion[];
}

export function memoryStore(files: CohortFiles): MemoryStore {
  const histories = historiesOf(files);
  const promotions: Promotion[] = [];
  const latest = (outcome: Outcome) => promotions.findLast((promotion) => promotion.outcome === outcome);
  const risksOf = (personId: number) =>
    [...new Set(promotions.map(({ outcome }) => outcome))].flatMap(
      (outcome) => latest(outcome)?.risks.filter((risk) => risk.personId === personId) ?? [],
    );
  const worklistRow = ({ person, diagnoses }: (typeof histories)[number]): WorklistRow => ({
    person,
    risks: risksOf(person.id),
    diagnosed: diagnoses.filter(isKnown).map(({ code }) => code),
  });
  return {
    promotions,
    importCohort: () => Promise.reject(new Error('The cohort of this store is given once.')),
    sources: async () => files.sources,
    histories: async () => histories,
    history: async (personId) => histories.find(({ person }) => person.id === personId) ?? null,
    worklist: async ({ page, pageSize }) => ({
      total: histories.length,
      rows: histories.slice((page - 1) * pageSize, page * pageSize).map(worklistRow),
    }),
    risks: async (personId) => risksOf(personId),
    promote: async (outcome, artifact, card, risks, reason) => {
      promotions.push({ outcome, artifact, card, risks, reason });
    },
    champion: async (outcome) => latest(outcome)?.artifact ?? null,
  };
}
