/** The diagnosis vertical on the house's database and models. */
import 'server-only';
import type { LoadedModel } from '@praxis/core';
import { type Database, diagnosisStore } from '@praxis/db';
import { createDiagnosisService, type DiagnosisService, outcomes } from '@praxis/diagnosis';

export function openDiagnosis(
  database: Database,
  model: (artifact: string) => Promise<LoadedModel>,
): DiagnosisService {
  const service = createDiagnosisService({ store: diagnosisStore(database), model });
  // Opened before the first reader needs them; one that does not open is told by its own page.
  for (const outcome of outcomes) void service.card(outcome).catch(() => {});
  return service;
}
