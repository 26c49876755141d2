/** Who knows what: learners by skills, areas folded until one is chosen. */
import {
  Button,
  Cell,
  ChevronIcon,
  classNames,
  DownloadIcon,
  HeaderCell,
  IntervalBar,
  Row,
  Select,
  Table,
} from '@praxis/ui';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Area, ClassBySkill, LearnerRow, MasteryCell } from '../../service/class/class-contract.ts';
import { masteryStates } from '../../service/class/mastery.ts';
import { masteredSuccess } from '../../service/practice-model.ts';
import { Day } from './day.tsx';
import { LearnerLabel, SimulatedNote } from './learner-label.tsx';
import { MasteryMark } from './mastery-mark.tsx';
import {
  cellsOf,
  countMastered,
  metAreas,
  type SkillFilter,
  skillSearch,
  sortedBy,
  sortedLearners,
} from './skill-filter.ts';

interface SkillTableProps {
  readonly view: ClassBySkill;
  readonly filter: SkillFilter;
  /** Of the page. */
  readonly address: string;
  readonly csvHref: string;
}

export function SkillTable({ view, filter, address, csvHref }: SkillTableProps) {
  const t = useTranslations('practice.class.skills');
  const rows = sortedLearners(view, filter, useLocale());
  const area = view.areas.find(({ id }) => id === filter.area) ?? null;
  const met = metAreas(view);
  const unmet = view.areas.length - met.length;
  const heading = (by: string, label: ReactNode, column: string, numeric = false) => (
    <SortHeader key={by} by={by} filter={filter} address={address} column={column} numeric={numeric}>
      {label}
    </SortHeader>
  );
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <AreaChoice areas={view.areas} filter={filter} address={address} />
        <a
          href={csvHref}
          download
          className="inline-flex items-center gap-1.5 py-1 text-small text-muted hover:text-ink"
        >
          <DownloadIcon />
          {t('csv')}
        </a>
      </div>
      <Legend />
      <Table label={t('heading')}>
        <thead>
          <tr>
            <SortHeader by="name" filter={filter} address={address} column={t('learner')} sticky>
              {t('learner')}
            </SortHeader>
            {heading('last', t('last'), t('last'))}
            {heading('mastered', t('mastered'), t('mastered'), true)}
            {area === null
              ? met.map((one) => <AreaHeader key={one.id} area={one} filter={filter} address={address} />)
              : area.skills.map(({ id, name }) => heading(id, name, name))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id}>
              <th scope="row" className={classNames('border-b border-line px-3 py-2 text-left', sticky)}>
                <LearnerLabel learner={row} />
              </th>
              <Cell>
                <Day at={row.lastPractisedAt} />
              </Cell>
              <Cell numeric>{countMastered(row.cells)}</Cell>
              {area === null
                ? met.map((one) => <FoldedCell key={one.id} row={row} area={one} />)
                : cellsOf(row, area).map((cell) => <SkillCell key={cell.skill} cell={cell} />)}
            </Row>
          ))}
        </tbody>
      </Table>
      {area === null && unmet > 0 ? (
        <p className="text-small text-muted">{t('unmet', { count: unmet })}</p>
      ) : null}
      {area === null ? null : <p className="max-w-prose text-small text-muted">{t('note')}</p>}
      <SimulatedNote learners={view.learners} />
    </section>
  );
}

/** The learner's name stays in sight while the skills are moved through. */
const sticky = 'sticky left-0 bg-page max-sm:max-w-36 max-sm:overflow-hidden max-sm:whitespace-normal';

function SortHeader({
  by,
  filter,
  address,
  column,
  numeric = false,
  sticky: stays = false,
  children,
}: {
  by: string;
  filter: SkillFilter;
  address: string;
  column: string;
  numeric?: boolean;
  sticky?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('practice.class.skills');
  const sorted = filter.by === by;
  return (
    <HeaderCell
      numeric={numeric}
      aria-sort={sorted ? (filter.descending ? 'descending' : 'ascending') : 'none'}
      className={stays ? sticky : undefined}
    >
      <Link
        prefetch={false}
        href={`${address}${skillSearch(sortedBy(filter, by))}`}
        title={t('sortBy', { column })}
        className={classNames(
          'inline-block max-w-48 min-w-14 whitespace-normal hover:text-ink',
          sorted && 'text-ink',
        )}
      >
        {children}
        {sorted ? <span aria-hidden="true"> {filter.descending ? '↓' : '↑'}</span> : null}
      </Link>
    </HeaderCell>
  );
}

/** Leads to the area's skills; sorting by it stands below. */
function AreaHeader({ area, filter, address }: { area: Area; filter: SkillFilter; address: string }) {
  const t = useTranslations('practice.class');
  const name = t(`areas.${area.id}`);
  const sorted = filter.by === area.id;
  return (
    <HeaderCell aria-sort={sorted ? (filter.descending ? 'descending' : 'ascending') : 'none'}>
      <Link
        prefetch={false}
        href={`${address}${skillSearch({ area: area.id, by: 'name', descending: false })}`}
        className="inline-flex items-center gap-1 text-ink hover:underline"
      >
        {name}
        <ChevronIcon />
      </Link>
      <Link
        prefetch={false}
        href={`${address}${skillSearch(sortedBy(filter, area.id))}`}
        aria-label={t('skills.sortBy', { column: name })}
        title={t('skills.sortBy', { column: name })}
        className="ml-1 inline-block min-w-6 px-1 text-center hover:text-ink"
      >
        {sorted ? (filter.descending ? '↓' : '↑') : '↕'}
      </Link>
    </HeaderCell>
  );
}

/** A mark for each skill of the area. */
function FoldedCell({ row, area }: { row: LearnerRow; area: Area }) {
  const t = useTranslations('practice.class.skills');
  const cells = cellsOf(row, area);
  const counts = Object.fromEntries(
    masteryStates.map((state) => [state, cells.filter((cell) => cell.state === state).length]),
  );
  return (
    <Cell>
      <span
        role="img"
        aria-label={t('folded', counts)}
        title={t('folded', counts)}
        className="inline-flex gap-0.5"
      >
        {cells.map(({ skill, state }) => (
          <MasteryMark key={skill} state={state} />
        ))}
      </span>
    </Cell>
  );
}

/** The word, the interval as a picture, and the figures. */
function SkillCell({ cell: { state, success, low, high, attempts } }: { cell: MasteryCell }) {
  const t = useTranslations('practice.class');
  const format = useFormatter();
  const share = (value: number) => format.number(value, 'percent');
  const figures = { success: share(success), low: share(low), high: share(high) };
  const word = (
    <span className={classNames('inline-flex items-center gap-1.5', state === 'notMet' && 'text-muted')}>
      <MasteryMark state={state} />
      {t(`states.${state}`)}
    </span>
  );
  if (state === 'notMet') return <Cell>{word}</Cell>;
  return (
    <Cell style={{ background: `color-mix(in oklab, var(--color-ink) ${tint(success)}%, transparent)` }}>
      <div className="flex w-48 flex-col gap-1">
        {word}
        <IntervalBar
          value={success}
          lower={low}
          upper={high}
          thresholds={[masteredSuccess]}
          label={t('skills.bar', figures)}
          colour="var(--color-ink)"
        />
        <span className="text-small whitespace-nowrap text-muted">
          {t('skills.figures', figures)} · {t('skills.attempts', { count: attempts })}
        </span>
      </div>
    </Cell>
  );
}

/** Percent of ink: the more is known, the darker, and words stay readable on it. */
const tint = (success: number): number => Math.round(10 * Math.max(0, success - 0.3));

function Legend() {
  const t = useTranslations('practice.class');
  return (
    <ul aria-label={t('skills.legend')} className="flex flex-wrap gap-x-5 gap-y-1 text-small text-muted">
      {masteryStates.map((state) => (
        <li key={state} className="inline-flex items-center gap-1.5">
          <MasteryMark state={state} />
          {t('stateIs', { state: t(`states.${state}`), what: t(`statesWhat.${state}`) })}
        </li>
      ))}
    </ul>
  );
}

/** A plain form, so that it works before the page's program is there. */
function AreaChoice({
  areas,
  filter,
  address,
}: {
  areas: readonly Area[];
  filter: SkillFilter;
  address: string;
}) {
  const t = useTranslations('practice.class');
  return (
    <form action={address} className="flex items-end gap-2">
      <Select label={t('skills.area')} name="area" defaultValue={filter.area ?? ''} key={filter.area}>
        <option value="">{t('skills.allAreas')}</option>
        {areas.map(({ id }) => (
          <option key={id} value={id}>
            {t(`areas.${id}`)}
          </option>
        ))}
      </Select>
      <Button type="submit">{t('skills.show')}</Button>
    </form>
  );
}
