/** Weeks as rows: what each day holds in a few signs; a day that holds something can be pressed. */
import { classNames } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { CalendarDay, ReviewCalendar } from '../../service/learner-contract.ts';
import { useDayWords } from './use-day-words.ts';

interface MonthGridProps {
  readonly calendar: ReviewCalendar;
  readonly selected: string;
  readonly onSelect: (day: string) => void;
}

export const holdsSomething = ({ due, practised }: CalendarDay): boolean =>
  due.length > 0 || practised.length > 0;

export function MonthGrid({ calendar, selected, onSelect }: MonthGridProps) {
  const t = useTranslations('practice.learner.calendar');
  const days = useDayWords();
  const [first = []] = calendar.weeks;
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{t('grid')}</caption>
      <thead>
        <tr>
          {first.map(({ day }) => (
            <th key={day} scope="col" className="pb-1 text-small font-normal text-muted">
              {days.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calendar.weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <td key={day.day} className="h-px border border-line p-0 align-top">
                <Day
                  {...{ day, onSelect, present: day.day === calendar.today, past: day.day < calendar.today }}
                  selected={day.day === selected}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: CalendarDay;
  readonly present: boolean;
  readonly past: boolean;
  readonly selected: boolean;
  readonly onSelect: (day: string) => void;
}

function Day({ day, present, past, selected, onSelect }: DayProps) {
  const t = useTranslations('practice.learner.calendar');
  const days = useDayWords();
  const done = day.practised.reduce((sum, { exercises }) => sum + exercises, 0);
  const holds = holdsSomething(day);
  const inside = (
    <>
      <span className={classNames('text-small', past ? 'text-muted' : 'text-ink', present && 'font-strong')}>
        {days.short(day.day)}
        {present ? <span className="max-sm:sr-only"> · {t('today')}</span> : null}
      </span>
      {day.due.length === 0 ? null : (
        <Amount sign="↻" count={day.due.length} words={t('dueShort', { count: day.due.length })} due />
      )}
      {done === 0 ? null : <Amount sign="✓" count={done} words={t('doneShort', { count: done })} />}
    </>
  );
  const look = classNames(
    'flex h-full min-h-16 w-full flex-col items-start gap-0.5 p-1 text-left sm:min-h-20 sm:p-1.5',
    past && 'bg-sunken',
    present && 'border-2 border-accent',
    selected && 'bg-accent-soft',
  );
  return holds || present ? (
    <button
      type="button"
      aria-pressed={selected}
      aria-current={present ? 'date' : undefined}
      onClick={() => onSelect(day.day)}
      className={classNames(look, 'hover:bg-hover')}
    >
      <span className="sr-only">{days.long(day.day)}</span>
      {inside}
    </button>
  ) : (
    <div className={look}>{inside}</div>
  );
}

interface AmountProps {
  readonly sign: string;
  readonly count: number;
  readonly words: string;
  readonly due?: boolean;
}

/** A sign and a number where a word has no room. */
function Amount({ sign, count, words, due = false }: AmountProps) {
  return (
    <span className={classNames('text-small', due ? 'font-strong text-accent' : 'text-muted')}>
      <span aria-hidden className="sm:hidden">
        {sign} {count}
      </span>
      <span className="max-sm:sr-only">{words}</span>
    </span>
  );
}
