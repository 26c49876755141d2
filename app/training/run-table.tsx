'use client';
/** Every run, newest first; one of them is shown beside the list. */
import { Cell, HeaderCell, Row, Table, useListKeys } from '@praxis/ui';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { StatusBadge } from './status-badge.tsx';
import type { RunView } from './view.ts';

export function RunTable({
  runs,
  shown,
  outcomeNames,
}: {
  runs: readonly RunView[];
  shown: string | null;
  outcomeNames: Readonly<Record<string, string>>;
}) {
  const words = useTranslations('training');
  const format = useFormatter();
  const router = useRouter();
  const address = (run: RunView) => `/training?run=${run.id}`;
  const { selected, rowRef } = useListKeys(
    runs.map(({ id }) => id),
    (index) => {
      const run = runs[index];
      if (run) router.push(address(run), { scroll: false });
    },
  );
  return (
    <Table label={words('runs')}>
      <thead>
        <tr>
          <HeaderCell>{words('outcome')}</HeaderCell>
          <HeaderCell>{words('status')}</HeaderCell>
          <HeaderCell numeric>{words('auroc')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {runs.map((run, index) => (
          <Row
            key={run.id}
            ref={rowRef(index)}
            selected={index === selected}
            className={run.id === shown ? 'bg-hover' : ''}
          >
            <Cell>
              <Link
                href={address(run)}
                scroll={false}
                aria-current={run.id === shown ? 'true' : undefined}
                className={run.id === shown ? 'font-strong' : 'text-accent hover:underline'}
              >
                {outcomeNames[run.outcome] ?? run.outcome}
              </Link>
              <span className="block text-small text-muted">
                {format.dateTime(new Date(run.createdAt), 'moment')}
              </span>
            </Cell>
            <Cell>
              <StatusBadge status={run.status} />
              {run.status === 'running' && (
                <span className="pl-2 text-muted">{format.number(run.fraction, 'percent')}</span>
              )}
            </Cell>
            <Cell numeric>{run.auroc ? format.number(run.auroc.value, 'three') : '–'}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
