/** What one day holds: reviews with how well they are remembered, and what was practised. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CalendarDay, DueSkill } from '../../service/learner-contract.ts';
import { inTen } from '../use-of-ten.ts';
import { holdsSomething } from './month-grid.tsx';
import { useDayWords } from './use-day-words.ts';

export function DayDetail({ day, skillsHref }: { day: CalendarDay; skillsHref: string }) {
  const t = useTranslations('practice.learner.calendar.day');
  const days = useDayWords();
  return (
    <section aria-live="polite" className="flex flex-col gap-3">
      <h2 className="font-strong">{days.long(day.day)}</h2>
      {holdsSomething(day) ? null : <p className="text-muted">{t('nothing')}</p>}
      <Part title={t('due')} shown={day.due.length > 0}>
        {day.due.map((due) => (
          <DueLine key={due.id} due={due} skillsHref={skillsHref} />
        ))}
      </Part>
      <Part title={t('done')} shown={day.practised.length > 0}>
        {day.practised.map(({ id, name, exercises, rightAtFirst }) => (
          <li key={id}>
            <SkillLink id={id} name={name} href={skillsHref} />{' '}
            <span className="text-muted">{t('practised', { count: exercises, right: rightAtFirst })}</span>
          </li>
        ))}
      </Part>
    </section>
  );
}

/** A review, how late it is, and how likely it is still known. */
export function DueLine({ due, skillsHref, day }: { due: DueSkill; skillsHref: string; day?: string }) {
  const t = useTranslations('practice.learner.calendar.day');
  const days = useDayWords();
  return (
    <li>
      <SkillLink id={due.id} name={due.name} href={skillsHref} />{' '}
      <span className="text-muted">
        {due.overdue ? `${t('since', { day: days.full(due.day) })} · ` : null}
        {day === undefined ? null : `${days.full(day)} · `}
        {t('remembered', { mean: inTen(due.retrievability) })}
      </span>
    </li>
  );
}

function Part({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-small text-muted">{title}</h3>
      <ul className="flex list-none flex-col gap-1">{children}</ul>
    </div>
  );
}

function SkillLink({ id, name, href }: { id: string; name: string; href: string }) {
  return (
    <a href={`${href}?skill=${encodeURIComponent(id)}`} className="underline underline-offset-4">
      {name}
    </a>
  );
}
