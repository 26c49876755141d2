/** What the screens of a teacher see, and what they may ask for. */
import type { Language } from '../../data/sentence.ts';
import type { Prediction } from '../predict.ts';
import type { MasteryState } from './mastery.ts';
import type { SetWish } from './set-wish.ts';

/** Text with LaTeX between dollar signs. */
type Mathematical = string;

export interface SkillName {
  readonly id: string;
  readonly name: string;
}

export interface ClassName {
  readonly id: number;
  readonly name: string;
}

export interface LearnerName {
  readonly id: string;
  readonly name: string;
  /** Of the demo: the answers are made up, and whoever shows the name says so. */
  readonly simulated: boolean;
}

/** A learner's mastery of one skill: the probability of a right answer to a typical exercise, and its bounds. */
export interface MasteryCell extends Prediction {
  readonly skill: string;
  readonly state: MasteryState;
  readonly attempts: number;
}

export interface LearnerRow extends LearnerName {
  readonly lastPractisedAt: Date | null;
  /** One for each skill, in the order of the areas. */
  readonly cells: readonly MasteryCell[];
}

export interface Area {
  readonly id: string;
  readonly skills: readonly SkillName[];
}

export interface ClassBySkill {
  readonly class: ClassName;
  readonly areas: readonly Area[];
  readonly learners: readonly LearnerRow[];
}

export interface ClassMembers {
  readonly class: ClassName;
  readonly learners: readonly (LearnerName & {
    readonly email: string;
    readonly lastPractisedAt: Date | null;
  })[];
}

export type StuckReason =
  /** The last `count` answers were wrong. */
  | { readonly kind: 'wrongInARow'; readonly count: number }
  /** Of the last `of` exercises `right` were answered right; of as many before them, `rightBefore`. */
  | {
      readonly kind: 'noProgress';
      readonly attempts: number;
      readonly right: number;
      readonly rightBefore: number;
      readonly of: number;
    }
  /** In `opened` of the last `of` exercises the solution was opened. */
  | { readonly kind: 'solutions'; readonly opened: number; readonly of: number };

export interface StuckSkill {
  readonly skill: SkillName;
  readonly reasons: readonly StuckReason[];
  /** A weak skill that it rests on, with the skills between them; null where none is weak. */
  readonly root: { readonly skill: SkillName; readonly path: readonly SkillName[] } | null;
  readonly lastAt: Date;
}

interface StuckLearner extends LearnerName {
  readonly lastPractisedAt: Date | null;
  readonly skills: readonly StuckSkill[];
}

export interface ClassStuck {
  readonly class: ClassName;
  /** Most to help with first. */
  readonly stuck: readonly StuckLearner[];
  /** Of the class, stuck or not. */
  readonly learners: number;
}

export interface MistakeExample {
  readonly learner: LearnerName;
  readonly prompt: Mathematical;
  /** As it came from the learner: not of our making. */
  readonly typed: string;
  readonly answer: Mathematical;
  readonly at: Date;
}

export interface MisconceptionView {
  readonly id: string;
  readonly name: string;
  /** What the learner is told; null where the exercises that show it are no longer made. */
  readonly explanation: Mathematical | null;
  readonly learners: readonly LearnerName[];
  readonly times: number;
  readonly lastAt: Date;
  /** On which it was seen, the most often first. */
  readonly skills: readonly SkillName[];
  readonly examples: readonly MistakeExample[];
}

export interface ClassMisconceptions {
  readonly class: ClassName;
  /** Those of most learners first. */
  readonly misconceptions: readonly MisconceptionView[];
  readonly learners: number;
}

export interface SetLearner extends LearnerName {
  /** Exercises of the set that were answered, or whose solution was looked at. */
  readonly done: number;
  /** Those that were right at the first try. */
  readonly right: number;
}

export interface SetView {
  readonly id: number;
  readonly skills: readonly SkillName[];
  /** For each learner. */
  readonly exercises: number;
  readonly success: number;
  /** A day, `2026-09-30`. */
  readonly dueOn: string | null;
  readonly note: string;
  readonly createdAt: Date;
  /** `late`: the day is past, and not all are through. */
  readonly state: 'open' | 'late' | 'done' | 'cancelled';
  readonly learners: readonly SetLearner[];
}

export interface ClassSets {
  readonly class: ClassName;
  /** The newest first. */
  readonly sets: readonly SetView[];
  readonly learners: readonly LearnerName[];
  readonly areas: readonly {
    readonly id: string;
    /** `ready`: exercises in stock that every learner of the class has still before them. */
    readonly skills: readonly (SkillName & { readonly ready: number })[];
  }[];
  /** Of the house, `2026-09-30`. */
  readonly today: string;
}

export type ClassError =
  /** None with this number, or another teacher's. */
  | { readonly code: 'unknownClass' }
  | { readonly code: 'unknownLearner'; readonly email: string }
  | { readonly code: 'memberAlready'; readonly email: string }
  | { readonly code: 'noMember' }
  /** Fields of a set, each named by its error: none or too many chosen, or one that is not known. */
  | { readonly code: 'setSkills' | 'setExercises' | 'setNote'; readonly most: number }
  | { readonly code: 'setSuccess' | 'setLearners' | 'setDueOn' }
  /** No exercise of the skill is in stock that this learner has not had. */
  | { readonly code: 'setNoStock'; readonly skill: string; readonly learner: string }
  | { readonly code: 'unknownSet' };

export type ClassAnswered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ClassError };

export interface ClassService {
  classes(teacher: string): Promise<readonly (ClassName & { readonly learners: number })[]>;
  create(teacher: string, name: string): Promise<{ readonly id: number }>;
  members(teacher: string, id: number): Promise<ClassAnswered<ClassMembers>>;
  /** Takes in a learner of this installation. */
  addMember(teacher: string, id: number, email: string): Promise<ClassAnswered<{ readonly learner: string }>>;
  removeMember(teacher: string, id: number, learner: string): Promise<ClassAnswered<null>>;
  bySkill(teacher: string, id: number, language: Language): Promise<ClassAnswered<ClassBySkill>>;
  stuck(teacher: string, id: number, language: Language): Promise<ClassAnswered<ClassStuck>>;
  misconceptions(
    teacher: string,
    id: number,
    language: Language,
  ): Promise<ClassAnswered<ClassMisconceptions>>;
  sets(teacher: string, id: number, language: Language): Promise<ClassAnswered<ClassSets>>;
  /** The learners get these exercises before all others, and are told who asked for them. */
  assign(
    teacher: string,
    id: number,
    wish: SetWish,
    language: Language,
  ): Promise<ClassAnswered<{ readonly id: number }>>;
  /** What was done of it stays; no more of it comes. */
  cancelSet(teacher: string, id: number, set: number): Promise<ClassAnswered<null>>;
}
