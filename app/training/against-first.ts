/** What the models of runs differ by, read from the scores that each gave rows it had not seen. */
import type { Audit, Registry, SignedIn } from '@praxis/db';
import { compareModels } from '../models/comparison.ts';
import { type ComparedRun, comparableModels } from './comparison.ts';
import type { RunDetail } from './view.ts';

interface Stored {
  readonly registry: Pick<Registry, 'paired'>;
  readonly audit: Pick<Audit, 'record'>;
}

/**
 * Each run with its difference from the first. Figures of all rows together alone are given back; that somebody had them
 * computed is audited before they are shown.
 *
 * @param person who may see training: call `pageAccess` first
 */
export async function againstFirst(
  services: Stored,
  vertical: string,
  runs: readonly RunDetail[],
  person: Pick<SignedIn, 'id' | 'role'>,
): Promise<readonly ComparedRun[]> {
  const [first] = runs;
  const compared: ComparedRun[] = [];
  for (const one of runs) {
    const pair = first === undefined || one === first ? null : comparableModels(first, one);
    const purpose = { vertical, outcome: one.run.outcome };
    compared.push({ ...one, difference: pair && (await differenceOf(services, purpose, pair, person)) });
  }
  return compared;
}

async function differenceOf(
  { registry, audit }: Stored,
  purpose: { readonly vertical: string; readonly outcome: string },
  artifacts: readonly [string, string],
  { id, role }: Pick<SignedIn, 'id' | 'role'>,
) {
  const paired = await registry.paired(purpose, ...artifacts);
  await audit.record({
    userId: id,
    role,
    action: 'training.compare',
    subjectType: 'model',
    subjectIds: [...artifacts],
    detail: { ...purpose, rows: paired.events.length },
  });
  return compareModels(paired);
}
