/** Training: which models were made, how they learned and how well they do. */
import { outcomes } from '@praxis/diagnosis';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ModelsInService } from '../models/models-in-service.tsx';
import { pageAccess } from '../server/access.ts';
import { may, runTraining, seePatients, seeTraining } from '../server/permissions.ts';
import { comparedIds } from './comparison.ts';
import { listRuns, practice, runWithCurve } from './runs.ts';
import { TrainingView } from './training-view.tsx';
import { isActive, type RunDetail, type RunView } from './view.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('training');
  return { title: words('title') };
}

export default async function TrainingPage({
  searchParams,
}: {
  searchParams: Promise<{ run?: string | string[]; compare?: string | string[] }>;
}) {
  const person = await pageAccess(seeTraining);
  const [{ run: wanted, compare }, list, names] = await Promise.all([
    searchParams,
    listRuns(),
    getTranslations('diagnosis.outcomes'),
  ]);
  const compared = compare === undefined ? null : await runsOf(compare);
  // The run that is under way, else one that waits, else the newest.
  const shown = typeof wanted === 'string' ? wanted : shownFirst(list.runs)?.id;
  const detail = shown === undefined ? null : await runWithCurve(shown, 0);
  if (wanted !== undefined && detail === null) notFound();
  return (
    <>
      <TrainingView
        vertical={practice}
        firstList={list}
        firstRun={detail}
        compared={compared}
        follow={wanted === undefined && compared === null}
        outcomeNames={Object.fromEntries(outcomes.map((outcome) => [outcome, names(outcome)]))}
        canRun={may(person.role, runTraining)}
        canSeeCards={may(person.role, seePatients)}
      />
      <ModelsInService vertical={practice} outcomes={outcomes} person={person} />
    </>
  );
}

/** The runs that an address holds side by side; an address that names no two or three known ones leads nowhere. */
async function runsOf(compare: string | string[]): Promise<readonly RunDetail[]> {
  const ids = comparedIds(String(compare));
  if (ids === null) notFound();
  const found = await Promise.all(ids.map((id) => runWithCurve(id, 0)));
  return found.map((run) => run ?? notFound());
}

function shownFirst(runs: readonly RunView[]): RunView | undefined {
  return runs.find(({ status }) => status === 'running') ?? runs.find(isActive) ?? runs[0];
}
