'use client';
/** Two or three runs side by side: what can be said of them, their figures, their settings, their curves. */
import { Figure, LineChart } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { CompareStatements } from './compare-statements.tsx';
import { CompareWith } from './compare-with.tsx';
import { ComparedTable } from './compared-table.tsx';
import { type ComparedRun, commonLearners, meanLines, withNewest } from './comparison.ts';
import type { RunDetail, RunList } from './view.ts';

/** A, B, C: short names that table and pictures share. */
const letters: readonly string[] = ['A', 'B', 'C'];

export function CompareView({
  runs,
  list,
  outcomeNames,
}: {
  runs: readonly ComparedRun[];
  list: RunList;
  outcomeNames: Readonly<Record<string, string>>;
}) {
  const words = useTranslations('training.compare');
  useStatusesOf(runs, list);
  const shown = withNewest(runs, list);
  const outcome = runs[0]?.run.outcome ?? '';
  const isOneOutcome = runs.every(({ run }) => run.outcome === outcome);
  const ids = runs.map(({ run }) => run.id);
  return (
    <section aria-label={words('title')} className="flex min-w-0 flex-col gap-6 lg:col-start-2">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-title">
          {isOneOutcome
            ? words('heading', { outcome: outcomeNames[outcome] ?? outcome, count: runs.length })
            : words('title')}
        </h2>
        <CompareWith shown={ids} outcome={outcome} runs={list.runs} />
      </div>
      <CompareStatements runs={shown} letters={letters} />
      <ComparedTable runs={shown} letters={letters} outcomeNames={outcomeNames} />
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(19rem,1fr))]">
        {(isOneOutcome ? commonLearners(shown) : []).map((learner) => (
          <Curves key={learner} runs={shown} learner={learner} />
        ))}
      </div>
    </section>
  );
}

function Curves({ runs, learner }: { runs: readonly RunDetail[]; learner: string }) {
  const training = useTranslations('training');
  const words = useTranslations('training.curve');
  const compare = useTranslations('training.compare');
  const format = useFormatter();
  const lines = meanLines(runs, learner, letters);
  const title = compare('curves', { learner: training(`learners.${learner}`) });
  const table = {
    columns: [compare('run'), words('epoch'), words('loss')],
    rows: lines.flatMap(({ label, points }) => points.map(({ x, y }) => [label, x, Number(y.toFixed(5))])),
  };
  return (
    <Figure
      title={title}
      file={`praxis-comparison-${learner}`}
      table={table}
      words={{ numbers: words('numbers') }}
    >
      <LineChart
        lines={lines}
        description={title}
        words={{ x: words('epoch'), y: words('loss') }}
        formatX={String}
        formatY={(loss) => format.number(loss, { maximumFractionDigits: 3 })}
      />
    </Figure>
  );
}

/** Asks the server anew when one of the runs has come to another state, such as cancelled, while it is looked at. */
function useStatusesOf(runs: readonly RunDetail[], list: RunList) {
  const router = useRouter();
  const changed = runs.some(({ run }) =>
    list.runs.some(({ id, status }) => id === run.id && status !== run.status),
  );
  useEffect(() => {
    if (changed) router.refresh();
  }, [changed, router]);
}
