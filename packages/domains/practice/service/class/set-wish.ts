/** What a teacher asks of learners, and what is wrong with it. */
import { targetSchema } from '../practice-model.ts';
import type { ClassError } from './class-contract.ts';

export interface SetWish {
  readonly skills: readonly string[];
  /** Exercises for each learner, over all the skills. */
  readonly exercises: number;
  /** Probability of a right answer, within `targetSchema`. */
  readonly success: number;
  /** Ids. */
  readonly learners: readonly string[];
  /** A day, `2026-09-30`. */
  readonly dueOn: string | null;
  /** Shown to the learners. */
  readonly note: string;
}

export const setBounds = { skills: 10, exercises: 50, note: 300 } as const;

interface Known {
  /** Skills that can be practised. */
  readonly skills: ReadonlySet<string>;
  /** Ids of the members of the class. */
  readonly learners: ReadonlySet<string>;
  /** Of the house, `2026-09-30`. */
  readonly today: string;
}

/** The first field that cannot be as it is; null where all can. */
export function faultOfSet(wish: SetWish, known: Known): ClassError | null {
  const { skills, exercises, success, learners, dueOn, note } = wish;
  const among = (given: readonly string[], all: ReadonlySet<string>, most: number) =>
    given.length > 0 && new Set(given).size <= most && given.every((one) => all.has(one));
  if (!among(skills, known.skills, setBounds.skills)) return { code: 'setSkills', most: setBounds.skills };
  if (!Number.isInteger(exercises) || exercises < 1 || exercises > setBounds.exercises)
    return { code: 'setExercises', most: setBounds.exercises };
  if (!targetSchema.safeParse(success).success) return { code: 'setSuccess' };
  if (!among(learners, known.learners, known.learners.size)) return { code: 'setLearners' };
  if (dueOn !== null && !isDayFrom(dueOn, known.today)) return { code: 'setDueOn' };
  return note.length > setBounds.note ? { code: 'setNote', most: setBounds.note } : null;
}

/** A day of the calendar, not before `today`; no farther off than a four-figure year. */
function isDayFrom(text: string, today: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime())) return false;
  // 31 February is read as a day of March.
  return day.toISOString().slice(0, 10) === text && text >= today;
}
