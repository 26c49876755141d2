/** What a learner practised on past days, and what comes back for review on which day. */
import { allReviews, type DueReview } from './calendar.ts';
import { addDays, type Day, dayIn, weekday } from './days.ts';
import type { CalendarDay, DueSkill, PractisedSkill, ReviewCalendar } from './learner-contract.ts';
import type { LearnerState } from './learner-state.ts';
import { observationOf } from './observation.ts';
import type { ClosedTurn } from './store.ts';

/** Whole weeks that are shown before the present one, and after it. */
const weeks = { before: 2, after: 4 } as const;

interface Known {
  /** For the model's skills (`forSkills`). */
  readonly learner: LearnerState;
  /** Closed since the calendar's first day, at least. */
  readonly turns: readonly ClosedTurn[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly timeZone: string;
}

/** The Monday on which the calendar begins. */
export function firstDay(at: number, timeZone: string): Day {
  const today = dayIn(timeZone)(at);
  return addDays(today, -weekday(today) - 7 * weeks.before);
}

/** What is overdue stands on the present day: that is when it can be done. */
export function reviewCalendar(
  { learner, turns, at, timeZone }: Known,
  nameOf: (skill: string) => string,
): ReviewCalendar {
  const dayOf = dayIn(timeZone);
  const today = dayOf(at);
  const overdue = ({ dueAt }: DueReview) => dayOf(dueAt) < today;
  const dueOn = (review: DueReview): Day => (overdue(review) ? today : dayOf(review.dueAt));
  const reviews = allReviews(learner, at);
  const due = Map.groupBy(reviews, dueOn);
  const done = Map.groupBy(turns, ({ closedAt }) => dayOf(closedAt.getTime()));
  const dueSkill = (review: DueReview): DueSkill => ({
    ...{ id: review.skill, name: nameOf(review.skill), day: dayOf(review.dueAt) },
    ...{ retrievability: review.retrievability, overdue: overdue(review) },
  });
  const dayView = (day: Day): CalendarDay => ({
    day,
    due: (due.get(day) ?? []).map(dueSkill),
    practised: practised(done.get(day) ?? [], nameOf),
  });
  const first = firstDay(at, timeZone);
  const count = weeks.before + 1 + weeks.after;
  const end = addDays(first, 7 * count);
  return {
    today,
    weeks: Array.from({ length: count }, (_, week) =>
      Array.from({ length: 7 }, (_, day) => dayView(addDays(first, 7 * week + day))),
    ),
    later: reviews
      .filter((review) => dueOn(review) >= end)
      .sort((one, other) => one.dueAt - other.dueAt)
      .map(dueSkill),
  };
}

/** By skill, in the order in which they were first practised; an exercise that was left without an answer is none. */
function practised(turns: readonly ClosedTurn[], nameOf: (skill: string) => string): PractisedSkill[] {
  const seen = turns.flatMap((turn) => {
    const observation = observationOf(turn, turn.outcome);
    return observation === null ? [] : [{ skill: turn.skill, right: observation.correct }];
  });
  return [...Map.groupBy(seen, ({ skill }) => skill)].map(([id, of]) => ({
    ...{ id, name: nameOf(id), exercises: of.length },
    rightAtFirst: of.filter(({ right }) => right).length,
  }));
}
