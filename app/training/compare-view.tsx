'use client';
/** Two or three runs side by side: what can be said of them, their figures, their settings, their curves. */
import { Cell, Figure, HeaderCell, LineChart, Notice, Row, Table } from '@praxis/ui';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { CompareWith } from './compare-with.tsx';
import { comparedRows } from './compared-rows.ts';
import { commonLearners, meanLines, verdictOf } from './comparison.ts';
import type { RunDetail, RunList } from './view.ts';

/** A, B, C: short names that table and pictures share. */
const letters: readonly string[] = ['A', 'B', 'C'];

export function CompareView({
  runs,
  list,
  outcomeNames,
}: {
  runs: readonly RunDetail[];
  list: RunList;
  outcomeNames: Readonly<Record<string, string>>;
}) {
  const training = useTranslations('training');
  const words = useTranslations('training.compare');
  const format = useFormatter();
  useStatusesOf(runs, list);
  const verdict = verdictOf(runs);
  const comparable = verdict === 'sameModel' || verdict === 'overlap' || verdict === 'apart';
  const outcome = runs[0]?.run.outcome ?? '';
  const ids = runs.map(({ run }) => run.id);
  return (
    <section aria-label={words('title')} className="flex min-w-0 flex-col gap-6 lg:col-start-2">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-title">
          {verdict === 'differentOutcomes'
            ? words('title')
            : words('heading', { outcome: outcomeNames[outcome] ?? outcome, count: runs.length })}
        </h2>
        <CompareWith shown={ids} outcome={outcome} runs={list.runs} />
      </div>
      <Notice>{words(`verdicts.${verdict}`)}</Notice>
      <Table label={words('title')}>
        <thead>
          <tr>
            <HeaderCell>{words('what')}</HeaderCell>
            {runs.map(({ run }, at) => (
              <HeaderCell key={run.id} numeric>
                <Link href={`/training?run=${run.id}`} className="text-accent hover:underline">
                  {letters[at]} · {format.dateTime(new Date(run.createdAt), 'moment')}
                </Link>
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparedRows(runs, comparable, {
            words: (key) => words(`rows.${key}`),
            outcome: (key) => outcomeNames[key] ?? key,
            status: (key) => training(`statuses.${key}`),
            learner: (key) => training(`learners.${key}`),
            number: (value) => format.number(value, 'three'),
            plain: (value) => format.number(value, { maximumSignificantDigits: 4 }),
          }).map(({ name, cells }) => (
            <Row key={name}>
              <HeaderCell scope="row">{name}</HeaderCell>
              {cells.map((cell, at) => (
                <Cell key={ids[at]} numeric className="whitespace-pre-line">
                  {cell}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(19rem,1fr))]">
        {(verdict === 'differentOutcomes' ? [] : commonLearners(runs)).map((learner) => (
          <Curves key={learner} runs={runs} learner={learner} />
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
