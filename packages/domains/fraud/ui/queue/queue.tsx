'use client';
/** Who next? Cases of payments that wait for a person, the greatest expected loss first, as new as the server's. */
import { Button, Empty, HeaderCell, Kbd, Notice, Table, useListKeys, useTellPageKeys } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { QueueView } from '../../service/triage-contract.ts';
import type { Reviewer } from '../../service/triage-store.ts';
import { deskServer } from '../desk-server.ts';

import { SimulatedBadge } from '../simulated-badge.tsx';
import { usePageKey } from '../use-page-key.ts';
import { useWording } from '../wording.ts';
import { QueueRowCells } from './queue-row.tsx';
import { freeAlerts, queueRows } from './queue-view.ts';
import { useLiveQueue } from './use-live-queue.ts';

interface QueueProps {
  readonly first: QueueView;
  readonly me: Reviewer;
  /** When the server rendered the page, so that both say the same ages; the browser's clock takes over. */
  readonly now: Date;
  /** Addresses: of an alert's screen, of the alerts' endpoints. */
  readonly alertHref: string;
  readonly api: string;
}

const nothingLeftOut: ReadonlySet<number> = new Set();

export function Queue({ first, me, now, alertHref, api }: QueueProps) {
  const wording = useWording();
  const { screen } = wording;
  const router = useRouter();
  const server = useMemo(() => deskServer(api), [api]);
  const live = useLiveQueue(server, first);
  const { queue } = live;
  const clock = useClock(now);
  const rows = queueRows(queue.cases, me.id);
  const free = freeAlerts(queue.cases, me.id, nothingLeftOut);
  const open = (id: number | undefined) => {
    if (id !== undefined) router.push(`${alertHref}/${id}`);
  };
  const { selected, rowRef } = useListKeys(
    rows.map(({ key }) => key),
    (index) => open(rows[index]?.opens),
    'fraud-queue',
  );
  usePageKey('n', () => open(free[0]));
  const next = screen('queue.next');
  useTellPageKeys(useMemo(() => [{ keys: ['n'], label: next }], [next]));

  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-title">{screen('queue.title')}</h1>
        <p className="text-muted">{screen('queue.intro')}</p>
      </header>
      {live.offlineSince === null ? null : (
        <Notice>{screen('queue.offline', { time: wording.time(live.offlineSince) })}</Notice>
      )}
      {rows.length === 0 ? (
        <Empty title={screen('queue.emptyTitle')}>{screen('queue.empty')}</Empty>
      ) : (
        <div>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2 text-muted">
            <div className="flex flex-wrap items-center gap-x-3">
              <p aria-live="polite">
                {screen('queue.count', { alerts: queue.alertCount, cases: queue.caseCount })}
                {queue.caseCount > rows.length
                  ? ` · ${screen('queue.first', { shown: wording.number(rows.length) })}`
                  : null}
              </p>
              <SimulatedBadge alerts={rows.flatMap(({ linked }) => linked.alerts)} wording={wording} />
            </div>
            {free.length === 0 ? (
              <p>{screen('queue.none')}</p>
            ) : (
              <Button kind="primary" onClick={() => open(free[0])} aria-keyshortcuts="n">
                {next} <Kbd>n</Kbd>
              </Button>
            )}
          </div>
          <Table label={screen('queue.table')}>
            <thead>
              <tr>
                <HeaderCell numeric>{screen('queue.columns.expectedLoss')}</HeaderCell>
                <HeaderCell numeric className="hidden sm:table-cell">
                  {screen('queue.columns.amount')}
                </HeaderCell>
                <HeaderCell numeric className="hidden sm:table-cell">
                  {screen('queue.columns.probability')}
                </HeaderCell>
                <HeaderCell className="w-full">{screen('queue.columns.reason')}</HeaderCell>
                <HeaderCell numeric className="hidden lg:table-cell">
                  {screen('queue.columns.card')}
                </HeaderCell>
                <HeaderCell numeric className="hidden lg:table-cell">
                  {screen('queue.columns.terminal')}
                </HeaderCell>
                <HeaderCell className="hidden sm:table-cell">{screen('queue.columns.age')}</HeaderCell>
                <HeaderCell className="hidden sm:table-cell">{screen('queue.columns.holder')}</HeaderCell>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <QueueRowCells
                  key={row.key}
                  rowRef={rowRef(index)}
                  row={row}
                  selected={index === selected}
                  href={`${alertHref}/${row.opens}`}
                  now={clock}
                  wording={wording}
                />
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </div>
  );
}

const clockMs = 20_000;

/** The server's time at first, then the browser's. */
function useClock(first: Date): Date {
  const [now, setNow] = useState(first);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), clockMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
