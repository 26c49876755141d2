'use client';
/** Runs in columns, what is known of them in rows; on a narrow screen each row's name stands above its cells. */
import { Cell, classNames, HeaderCell, Row, Table } from '@praxis/ui';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { comparedRows } from './compared-rows.ts';
import type { ComparedRun } from './comparison.ts';
import { useDifferenceWords } from './use-difference-words.ts';

export function ComparedTable({
  runs,
  letters,
  outcomeNames,
}: {
  runs: readonly ComparedRun[];
  /** Short names of the runs. */
  letters: readonly string[];
  outcomeNames: Readonly<Record<string, string>>;
}) {
  const training = useTranslations('training');
  const words = useTranslations('training.compare');
  const format = useFormatter();
  const difference = useDifferenceWords();
  const stacked = classNames('max-sm:grid', runs.length > 2 ? 'max-sm:grid-cols-3' : 'max-sm:grid-cols-2');
  const rows = comparedRows(runs, {
    words: (key) => words(`rows.${key}`),
    outcome: (key) => outcomeNames[key] ?? key,
    status: (key) => training(`statuses.${key}`),
    learner: (key) => training(`learners.${key}`),
    difference: (of) =>
      [difference.value(of), difference.interval(of), words(`told.${of.verdict}`)].join('\n'),
    number: (value) => format.number(value, 'three'),
    plain: (value) => format.number(value, { maximumSignificantDigits: 4 }),
  });
  return (
    <Table label={words('title')} className="max-sm:block">
      <thead className="max-sm:block">
        <tr className={stacked}>
          <HeaderCell className="max-sm:hidden">{words('what')}</HeaderCell>
          {runs.map(({ run }, at) => (
            <HeaderCell key={run.id} numeric className="max-sm:whitespace-normal">
              <Link href={`/training?run=${run.id}`} className="text-accent hover:underline">
                {letters[at]} · {format.dateTime(new Date(run.createdAt), 'moment')}
              </Link>
            </HeaderCell>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map(({ name, cells }) => (
          <Row key={name} className={stacked}>
            <HeaderCell
              scope="row"
              className="align-middle max-sm:col-span-full max-sm:border-b-0 max-sm:pb-0 max-sm:whitespace-normal"
            >
              {name}
            </HeaderCell>
            {cells.map((cell, at) => (
              <Cell key={runs[at]?.run.id} numeric className="whitespace-pre-line max-sm:px-2 max-sm:pt-0.5">
                <span className="pr-1.5 text-small text-muted sm:hidden" aria-hidden="true">
                  {letters[at]}
                </span>
                {cell}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
