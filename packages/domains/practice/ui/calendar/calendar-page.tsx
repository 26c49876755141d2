'use client';
/** What comes back when, what waits today, and what was practised? */
import {
  Button,
  buttonClass,
  Cell,
  Disclosure,
  DownloadCsv,
  HeaderCell,
  Notice,
  Row,
  Table,
} from '@praxis/ui';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CalendarView } from '../../service/learner-contract.ts';
import { useStart } from '../use-start.ts';
import { calendarTable } from './calendar-table.ts';
import { DayDetail, DueLine } from './day-detail.tsx';
import { holdsSomething, MonthGrid } from './month-grid.tsx';

interface CalendarPageProps {
  readonly calendar: CalendarView;
  readonly api: string;
  readonly practiceHref: string;
  /** Where today's reviews are done one after the other. */
  readonly reviewsHref: string;
  readonly skillsHref: string;
}

export function CalendarPage({ calendar, api, practiceHref, reviewsHref, skillsHref }: CalendarPageProps) {
  const t = useTranslations('practice.learner.calendar');
  const [selected, setSelected] = useState(calendar.today);
  const days = calendar.weeks.flat();
  const day = days.find((one) => one.day === selected);
  const due = days.find((one) => one.day === calendar.today)?.due ?? [];
  const overdue = due.filter((one) => one.overdue).length;
  const empty = !days.some(holdsSomething) && calendar.later.length === 0;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6">
      <header className="flex flex-col gap-1">
        <h1 className="text-title">{t('title')}</h1>
        <p className="font-strong">{t('finding', { due: due.length, overdue })}</p>
        <p className="text-small text-muted">{t('note')}</p>
      </header>
      {due.length === 0 ? null : (
        <StartReviews {...{ open: calendar.open, api, practiceHref, reviewsHref }} />
      )}
      {empty ? <p className="text-muted">{t('empty')}</p> : null}
      <MonthGrid calendar={calendar} selected={selected} onSelect={setSelected} />
      {day === undefined ? null : <DayDetail day={day} skillsHref={skillsHref} />}
      {calendar.later.length === 0 ? null : (
        <section className="flex flex-col gap-1">
          <h2 className="font-strong">{t('later')}</h2>
          <ul className="flex list-none flex-col gap-1">
            {calendar.later.map((one) => (
              <DueLine key={one.id} due={one} day={one.day} skillsHref={skillsHref} />
            ))}
          </ul>
        </section>
      )}
      <Numbers calendar={calendar} />
    </div>
  );
}

interface StartReviewsProps extends Pick<CalendarPageProps, 'api' | 'practiceHref' | 'reviewsHref'> {
  readonly open: CalendarView['open'];
}

/** An open exercise that is no review is finished first, or left when the learner says so. */
function StartReviews({ open, api, practiceHref, reviewsHref }: StartReviewsProps) {
  const t = useTranslations('practice.learner.calendar');
  const { start, busy, trouble } = useStart(api, reviewsHref);
  const other = open === null || open.review ? null : open;
  return (
    <div className="flex flex-col gap-2">
      {other === null ? null : <p>{t('otherOpen', { skill: other.skill.name })}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          disabled={busy}
          onClick={() => start({ kind: 'reviews' }, other?.turn ?? null)}
        >
          {other !== null ? t('leave') : open === null ? t('start') : t('goOn')}
        </Button>
        {other === null ? null : (
          <Link href={practiceHref} prefetch={false} className={buttonClass()}>
            {t('finish')}
          </Link>
        )}
      </div>
      {trouble === null ? null : <Notice tone="error">{trouble.message ?? t('unreachable')}</Notice>}
    </div>
  );
}

function Numbers({ calendar }: { calendar: CalendarView }) {
  const t = useTranslations('practice.learner.calendar');
  const table = calendarTable(calendar, {
    column: (name) => t(`columns.${name}`),
    kind: (kind) => t(`kinds.${kind}`),
  });
  const numeric = (column: number) => column >= 3;
  return (
    <div className="relative" data-print="hide">
      <Disclosure summary={<span className="text-small">{t('numbers')}</span>} remember="numbers-calendar">
        <Table label={t('numbers')}>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <HeaderCell key={column} numeric={numeric(index)}>
                  {column}
                </HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <Row key={row.join('|')}>
                {row.map((value, index) => (
                  <Cell key={table.columns[index]} numeric={numeric(index)}>
                    {value ?? '–'}
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      </Disclosure>
      <div className="absolute top-0 right-0">
        <DownloadCsv file="calendar" table={table} />
      </div>
    </div>
  );
}
