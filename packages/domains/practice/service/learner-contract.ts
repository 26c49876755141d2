/** What the screens beside the exercise show a learner: the map of skills, the calendar, the wish for difficulty. */
import type { Field } from '../data/skills/skill.ts';
import type { Day } from './days.ts';

/**
 * `mastered`: a typical exercise is probably right at least four times out of five; `learning`: begun; `open`: not
 * begun, and what it rests on is ready; `notMet`: what it rests on is not ready yet, or there is no exercise of it.
 */
export type SkillStanding = 'mastered' | 'learning' | 'open' | 'notMet';

export interface MappedSkill {
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  readonly standing: SkillStanding;
  /** Probability that a typical exercise is right, and the bounds between which it lies with probability 0.9. */
  readonly success: number;
  readonly low: number;
  readonly high: number;
  /** Probability that it is mastered. */
  readonly masteredWith: number;
  /** Exercises that counted. */
  readonly tries: number;
  /** What it rests on, by id. */
  readonly prerequisites: readonly string[];
  /** Of that, what is not ready; where there is no exercise of one, what that one waits for. */
  readonly waitsFor: readonly string[];
  /** When it comes back for review, in milliseconds since 1970; null before it was known once. */
  readonly dueAt: number | null;
}

/** A skill that opens once all of these are ready, by id. */
export interface NextToOpen {
  readonly id: string;
  readonly waitsFor: readonly string[];
}

/** The exercise that is in front of the learner. */
export interface OpenExercise {
  readonly turn: number;
  readonly skill: { readonly id: string; readonly name: string };
  /** It came as a review. */
  readonly review: boolean;
}

export interface SkillMap {
  /** In the order of the graph. */
  readonly skills: readonly MappedSkill[];
  readonly next: readonly NextToOpen[];
  readonly open: OpenExercise | null;
  /** When this was so, in milliseconds since 1970. */
  readonly at: number;
  /** From here on of success on a typical exercise a skill counts as ready for what rests on it, and as mastered. */
  readonly bounds: { readonly ready: number; readonly mastered: number };
}

export interface DueSkill {
  readonly id: string;
  readonly name: string;
  /** The day on which it is or was due. */
  readonly day: Day;
  /** Probability that it is remembered now. */
  readonly retrievability: number;
  readonly overdue: boolean;
}

export interface PractisedSkill {
  readonly id: string;
  readonly name: string;
  readonly exercises: number;
  /** Of these, right at the first answer. */
  readonly rightAtFirst: number;
}

export interface CalendarDay {
  readonly day: Day;
  readonly due: readonly DueSkill[];
  readonly practised: readonly PractisedSkill[];
}

export interface ReviewCalendar {
  readonly today: Day;
  /** Whole weeks from Monday on. */
  readonly weeks: readonly (readonly CalendarDay[])[];
  /** Due after the last of these days, the soonest first. */
  readonly later: readonly DueSkill[];
}

export interface CalendarView extends ReviewCalendar {
  readonly open: OpenExercise | null;
}

/** What the next exercise would be like with this wish. */
export interface WishOutlook {
  readonly target: number;
  readonly success: number;
  readonly low: number;
  readonly high: number;
  /** False: nothing nearer to the wish is in stock. */
  readonly onTarget: boolean;
}

export interface WishView {
  /** Probability of a right answer that exercises are chosen for. */
  readonly target: number;
  /** By name: the skill that comes next; null where nothing is in stock. */
  readonly skill: string | null;
  readonly outlook: readonly WishOutlook[];
}
