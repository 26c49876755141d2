/** The calendar as a table of figures. */
import type { CsvRow, CsvTable } from '@praxis/ui';
import type { CalendarDay, ReviewCalendar } from '../../service/learner-contract.ts';

interface Words {
  readonly column: (name: 'day' | 'skill' | 'what' | 'exercises' | 'right' | 'remembered') => string;
  readonly kind: (kind: 'due' | 'overdue' | 'practised') => string;
}

/** One line for each skill of a day; days are written as `2026-03-02`, an overdue review on the day it was due. */
export function calendarTable({ weeks, later }: ReviewCalendar, words: Words): CsvTable {
  const due = ({ day, name, overdue, retrievability }: CalendarDay['due'][number]): CsvRow => [
    ...[day, name, words.kind(overdue ? 'overdue' : 'due')],
    ...[null, null, Math.round(retrievability * 100)],
  ];
  const ofDay = ({ day, practised, due: dues }: CalendarDay): CsvRow[] => [
    ...practised.map(
      ({ name, exercises, rightAtFirst }): CsvRow => [
        ...[day, name, words.kind('practised')],
        ...[exercises, rightAtFirst, null],
      ],
    ),
    ...dues.map(due),
  ];
  return {
    columns: (['day', 'skill', 'what', 'exercises', 'right', 'remembered'] as const).map(words.column),
    rows: [...weeks.flat().flatMap(ofDay), ...later.map(due)],
  };
}
