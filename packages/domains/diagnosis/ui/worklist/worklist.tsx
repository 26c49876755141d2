/** Who next? Everyone of the cohort, by risk of one outcome. */
import { classNames, Empty, HeaderCell, Notice, Table } from '@praxis/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { outcomes } from '../../data/records.ts';
import type { WorklistPage, WorklistSort } from '../../service/store.ts';
import { horizonYears } from '../horizon.ts';
import { OutcomeLinks } from '../outcome-links.tsx';
import type { LipidUnit } from '../units.ts';
import { useWording, type Wording } from '../wording.ts';
import { filterSearch, pageSize, type WorklistFilter } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { RowCells } from './row-cells.tsx';
import { RowKeys } from './row-keys.tsx';
import type { SearchResult } from './search.ts';

interface WorklistProps {
  readonly filter: WorklistFilter;
  readonly page: WorklistPage;
  /** A search that could not be understood. */
  readonly misunderstood: Extract<SearchResult, { ok: false }> | null;
  readonly units: LipidUnit;
  /** Addresses: of this screen, of a person, of the download. */
  readonly action: string;
  readonly patientHref: string;
  readonly csvHref: string;
}

export function Worklist(props: WorklistProps) {
  const { filter, page, misunderstood, units, action, csvHref } = props;
  const wording = useWording(units);
  const { screen } = wording;
  const ready = page.rows.some((row) => row.risks.some((risk) => risk.outcome === filter.outcome));
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-title">{screen('worklist.title')}</h1>
        <p className="text-muted">
          {screen('worklist.intro', {
            outcome: wording.inSentence(wording.outcome(filter.outcome)),
            horizon: screen('horizon', { years: horizonYears }),
          })}
        </p>
      </header>
      <OutcomeLinks
        label={screen('worklist.outcome')}
        current={filter.outcome}
        links={outcomes.map((outcome) => ({
          outcome,
          label: wording.outcomeShort(outcome),
          href: `${action}${filterSearch(filter, { outcome })}`,
        }))}
      />
      <FilterForm filter={filter} action={action} />
      {misunderstood ? (
        <Misunderstood problem={misunderstood} filter={filter} action={action} wording={wording} />
      ) : page.total === 0 ? (
        <Empty title={screen('worklist.emptyTitle')}>{screen('worklist.empty')}</Empty>
      ) : (
        <>
          {ready ? null : (
            <Notice title={screen('worklist.notReadyTitle')}>
              {screen('worklist.notReady', { outcome: wording.inSentence(wording.outcome(filter.outcome)) })}
            </Notice>
          )}
          <div>
            <div className="flex items-baseline justify-between gap-4 pb-1 text-muted">
              <p aria-live="polite">{screen('worklist.count', { total: page.total })}</p>
              <a
                href={csvHref}
                download
                title={screen('worklist.csvTitle')}
                data-print="hide"
                className="underline-offset-4 hover:text-ink hover:underline"
              >
                {screen('worklist.csv')}
              </a>
            </div>
            <People {...props} wording={wording} />
          </div>
          <Pages filter={filter} total={page.total} action={action} wording={wording} />
        </>
      )}
    </div>
  );
}

function People({ filter, page, action, patientHref, wording }: WorklistProps & { wording: Wording }) {
  const { screen } = wording;
  const others = outcomes.filter((outcome) => outcome !== filter.outcome);
  const label = screen('worklist.table', { outcome: wording.inSentence(wording.outcome(filter.outcome)) });
  const sorted = (sort: WorklistSort, column: string) => (
    <SortLink
      filter={filter}
      sort={sort}
      action={action}
      label={column}
      hint={screen('worklist.sortBy', { column })}
    />
  );
  const direction = (sort: WorklistSort) => (filter.sort === sort ? filter.direction : undefined);
  return (
    <Table label={label}>
      <thead>
        <tr>
          <HeaderCell numeric aria-sort={direction('id')}>
            {sorted('id', screen('worklist.columns.person'))}
          </HeaderCell>
          <HeaderCell numeric aria-sort={direction('age')} className="hidden sm:table-cell">
            {sorted('age', screen('worklist.columns.age'))}
          </HeaderCell>
          <HeaderCell className="hidden sm:table-cell">{screen('worklist.columns.sex')}</HeaderCell>
          <HeaderCell colSpan={3} aria-sort={direction('risk')}>
            {sorted(
              'risk',
              screen('worklist.columns.risk', {
                outcome: wording.outcome(filter.outcome),
                years: horizonYears,
              }),
            )}
          </HeaderCell>
          {others.map((outcome) => (
            <HeaderCell key={outcome} numeric className="hidden lg:table-cell">
              {wording.outcomeShort(outcome)}
            </HeaderCell>
          ))}
          <HeaderCell className="hidden lg:table-cell">{screen('worklist.columns.reasons')}</HeaderCell>
          <HeaderCell className="hidden lg:table-cell">{screen('worklist.columns.known')}</HeaderCell>
        </tr>
      </thead>
      <RowKeys
        rows={page.rows.map((row) => ({
          key: row.person.id,
          href: `${patientHref}/${row.person.id}?explain=${filter.outcome}`,
          cells: (
            <RowCells
              row={row}
              outcome={filter.outcome}
              others={others}
              href={`${patientHref}/${row.person.id}?explain=${filter.outcome}`}
              wording={wording}
            />
          ),
        }))}
      />
    </Table>
  );
}

/** A header that sorts by its column: highest first, then the other way round. */
function SortLink({
  filter,
  sort,
  action,
  label,
  hint,
}: {
  filter: WorklistFilter;
  sort: WorklistSort;
  action: string;
  label: string;
  hint: string;
}) {
  const active = filter.sort === sort;
  const direction =
    active && filter.direction === 'descending'
      ? 'ascending'
      : active || sort !== 'id'
        ? 'descending'
        : 'ascending';
  return (
    <Link
      href={`${action}${filterSearch(filter, { sort, direction })}`}
      scroll={false}
      title={hint}
      className={classNames(
        'underline-offset-4 hover:text-ink hover:underline',
        active && 'font-strong text-ink',
      )}
    >
      {label}
      <span aria-hidden="true">{active ? (filter.direction === 'descending' ? ' ↓' : ' ↑') : ''}</span>
    </Link>
  );
}

function Misunderstood({
  problem,
  filter,
  action,
  wording,
}: {
  problem: Extract<SearchResult, { ok: false }>;
  filter: WorklistFilter;
  action: string;
  wording: Wording;
}): ReactNode {
  const { screen, t } = wording;
  if (problem.candidates.length === 0) {
    return <Notice>{screen('worklist.unknownText', { part: problem.part })}</Notice>;
  }
  return (
    <Notice title={screen('worklist.ambiguousText', { part: problem.part })}>
      <ul className="flex flex-wrap gap-x-4">
        {problem.candidates.map((code) => (
          <li key={code}>
            <Link
              href={`${action}${filterSearch(filter, { text: filter.text.replace(problem.part, t(`diagnoses.${code}`)) })}`}
              className="text-accent underline underline-offset-4"
            >
              {t(`diagnoses.${code}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Pages({
  filter,
  total,
  action,
  wording,
}: {
  filter: WorklistFilter;
  total: number;
  action: string;
  wording: Wording;
}) {
  const { screen } = wording;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const link = 'underline-offset-4 hover:underline';
  return (
    <nav aria-label={screen('worklist.pages')} data-print="hide" className="flex items-baseline gap-5">
      <span className="text-muted">
        {screen('worklist.range', {
          from: wording.number(Math.min(total, (filter.page - 1) * pageSize + 1)),
          to: wording.number(Math.min(total, filter.page * pageSize)),
          total: wording.number(total),
        })}
      </span>
      {filter.page > 1 ? (
        <Link
          rel="prev"
          href={`${action}${filterSearch(filter, { page: filter.page - 1 })}`}
          className={link}
        >
          {screen('worklist.previous')}
        </Link>
      ) : null}
      {filter.page < last ? (
        <Link
          rel="next"
          href={`${action}${filterSearch(filter, { page: filter.page + 1 })}`}
          className={link}
        >
          {screen('worklist.next')}
        </Link>
      ) : null}
    </nav>
  );
}
