/** Days as people write them; a day has no zone, so none moves it. */
import { type DateTimeFormatOptions, useFormatter } from 'next-intl';

export interface DayWords {
  /** “2 March 2026” */
  readonly full: (day: string) => string;
  /** “Monday 2 March” */
  readonly long: (day: string) => string;
  /** “2”, and “1 Mar” where a month begins. */
  readonly short: (day: string) => string;
  /** “Mon” */
  readonly weekday: (day: string) => string;
}

export function useDayWords(): DayWords {
  const format = useFormatter();
  const of = (day: string, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', ...options });
  return {
    full: (day) => of(day, { day: 'numeric', month: 'long', year: 'numeric' }),
    long: (day) => of(day, { weekday: 'long', day: 'numeric', month: 'long' }),
    short: (day) =>
      day.endsWith('-01') ? of(day, { day: 'numeric', month: 'short' }) : String(Number(day.slice(8))),
    weekday: (day) => of(day, { weekday: 'short' }),
  };
}
