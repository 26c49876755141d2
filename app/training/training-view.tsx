'use client';
/** The training page: the runs beside the one that is shown. */
import { Badge, Empty, Notice, Term } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CompareView } from './compare-view.tsx';
import type { ComparedRun } from './comparison.ts';
import { RunPanel } from './run-panel.tsx';
import { RunTable } from './run-table.tsx';
import { StartForm } from './start-form.tsx';
import { useLiveList } from './use-live-runs.ts';
import { type NamedVertical, VerticalLinks } from './vertical-links.tsx';
import { isActive, type RunDetail, type RunList } from './view.ts';

export function TrainingView({
  vertical,
  verticals,
  firstList,
  firstRun,
  compared,
  follow,
  simulated,
  outcomeNames,
  canRun,
  cards,
}: {
  /** The one whose runs these are. */
  vertical: string;
  /** Those that the person may choose from. */
  verticals: readonly NamedVertical[];
  firstList: RunList;
  /** The run that is shown, null where there is none. */
  firstRun: RunDetail | null;
  /** Runs to hold side by side instead. */
  compared: readonly ComparedRun[] | null;
  /** Nobody chose the run that is shown: when it is over, the one that is under way takes its place. */
  follow: boolean;
  /** What the models learn from was made by a simulator. */
  simulated: boolean;
  outcomeNames: Readonly<Record<string, string>>;
  canRun: boolean;
  /** Below which address the models' cards are shown; null for who may not see them. */
  cards: string | null;
}) {
  const words = useTranslations('training');
  const format = useFormatter();
  const { list, offlineSince } = useLiveList(firstList, vertical);
  useEndedRun(list);
  useNextRun(list, follow ? (firstRun?.run.id ?? null) : null);
  return (
    <div className="flex flex-col gap-8" data-practice={vertical}>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex max-w-prose flex-col gap-1">
          <div className="flex flex-wrap items-center gap-3">
            <h1 className="text-title">{words('title')}</h1>
            {simulated && (
              <Badge>
                <Term explanation={words('simulatedMeaning')}>{words('simulated')}</Term>
              </Badge>
            )}
          </div>
          <p className="text-muted">{words('intro')}</p>
        </div>
        {canRun && <StartForm vertical={vertical} outcomeNames={outcomeNames} />}
      </div>
      <VerticalLinks verticals={verticals} shown={vertical} />
      {offlineSince && (
        <Notice tone="error">
          {words('offline', { time: format.dateTime(new Date(offlineSince), 'time') })}
        </Notice>
      )}
      {list.runs.length === 0 ? (
        <Empty title={words('emptyTitle')}>{words('empty')}</Empty>
      ) : (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
          {compared && <CompareView runs={compared} list={list} outcomeNames={outcomeNames} />}
          {!compared && firstRun && (
            <RunPanel
              key={firstRun.run.id}
              first={firstRun}
              outcome={outcomeNames[firstRun.run.outcome] ?? firstRun.run.outcome}
              runs={list.runs}
              canRun={canRun}
              cardAddress={cards && `${cards}/${firstRun.run.outcome}`}
            />
          )}
          <div className="lg:col-start-1 lg:row-start-1 lg:max-h-[75dvh] lg:overflow-y-auto lg:px-3 lg:-mx-3">
            <RunTable
              runs={list.runs}
              shown={compared ? null : (firstRun?.run.id ?? null)}
              outcomeNames={outcomeNames}
            />
          </div>
        </div>
      )}
    </div>
  );
}

/** Asks the server for the page again when the run that is shown is over and another is under way. */
function useNextRun(list: RunList, shown: string | null) {
  const router = useRouter();
  const over = list.runs.some((run) => run.id === shown && !isActive(run));
  const next = over && list.runs.some(({ status }) => status === 'running');
  useEffect(() => {
    if (next) router.refresh();
  }, [next, router]);
}

/** Asks for the page again when a run ends: the models beside the runs may have changed with it. */
function useEndedRun(list: RunList) {
  const router = useRouter();
  const ended = list.runs.filter((run) => !isActive(run)).length;
  const shown = useRef(ended);
  useEffect(() => {
    if (shown.current === ended) return;
    shown.current = ended;
    router.refresh();
  }, [ended, router]);
}
