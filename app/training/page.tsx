/** Training: which models were made, how they learned and how well they do. */
import type { VerticalManifest } from '@praxis/core';
import type { Role } from '@praxis/db';
import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ModelsInService } from '../models/models-in-service.tsx';
import { pageAccess } from '../server/access.ts';
import { entering, followed, may, runTraining, seeTraining } from '../server/permissions.ts';
import { services } from '../server/services.ts';
import { againstFirst } from './against-first.ts';
import { comparedIds } from './comparison.ts';
import { listRuns, runWithCurve } from './runs.ts';
import { shownVertical } from './shown-vertical.ts';
import { TrainingView } from './training-view.tsx';
import { isActive, type RunDetail, type RunView } from './view.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('training');
  return { title: words('title') };
}

type Asked = string | string[] | undefined;

export default async function TrainingPage({
  searchParams,
}: {
  searchParams: Promise<{ run?: Asked; compare?: Asked; vertical?: Asked }>;
}) {
  const { role, ...person } = await pageAccess(seeTraining);
  const [{ run: wanted, compare, vertical: named }, words] = await Promise.all([
    searchParams,
    getTranslations(),
  ]);
  const beside = compare === undefined ? null : await runsOf(comparedIds(String(compare)));
  const [chosen = null] = wanted === undefined ? [] : await runsOf([String(wanted)]);
  const vertical = verticalOf(role, beside ?? (chosen ? [chosen] : []), named);
  const { id, outcomes, cards = null } = vertical;
  const compared = beside && (await againstFirst(await services(), id, beside, { role, ...person }));
  const list = await listRuns([id]);
  // The run that is under way, else one that waits, else the newest.
  const first = chosen ? undefined : shownFirst(list.runs)?.id;
  const detail = first === undefined ? chosen : await runWithCurve(first, 0);
  return (
    <>
      <TrainingView
        key={id}
        vertical={id}
        verticals={followed(role).map(({ id }) => ({ id, name: words(`${id}.name`) }))}
        firstList={list}
        firstRun={detail}
        compared={compared}
        follow={chosen === null && compared === null}
        simulated={await (await services()).simulated(id)}
        outcomeNames={Object.fromEntries(
          outcomes.map((outcome) => [outcome, words(`${id}.outcomes.${outcome}`)]),
        )}
        canRun={may(role, runTraining)}
        cards={may(role, entering(id)) ? cards : null}
      />
      <ModelsInService vertical={id} outcomes={outcomes} person={{ role, ...person }} />
    </>
  );
}

/** The runs that an address names; one that names unknown ones leads nowhere. */
async function runsOf(ids: readonly string[] | null): Promise<readonly RunDetail[]> {
  if (ids === null) notFound();
  const found = await Promise.all(ids.map((id) => runWithCurve(id, 0)));
  return found.map((run) => run ?? notFound());
}

function verticalOf(role: Role, runs: readonly RunDetail[], named: Asked): VerticalManifest {
  const shown = shownVertical(
    role,
    runs.map(({ run }) => run.vertical),
    named === undefined ? undefined : String(named),
  );
  if (shown === 'forbidden') forbidden();
  return shown === 'unknown' ? notFound() : shown;
}

function shownFirst(runs: readonly RunView[]): RunView | undefined {
  return runs.find(({ status }) => status === 'running') ?? runs.find(isActive) ?? runs[0];
}
