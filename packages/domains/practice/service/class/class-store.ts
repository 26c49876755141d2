/** What classes keep, as the vertical needs it; `db` satisfies it by shape. */
import type { TurnOutcome } from '../store.ts';

interface StoredClass {
  readonly id: number;
  readonly name: string;
}

export interface StoredMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Of the demo: the answers are made up. */
  readonly simulated: boolean;
  /** In the tutor's own form; null before the first answer. */
  readonly state: unknown;
  readonly lastPractisedAt: Date | null;
}

export interface FinishedTurn {
  readonly learner: string;
  readonly skill: string;
  readonly outcome: TurnOutcome;
  readonly hintsShown: number;
  readonly closedAt: Date;
  /** On what was typed, in their order. */
  readonly verdicts: readonly string[];
}

export interface MistakenAnswer {
  readonly learner: string;
  readonly exercise: string;
  readonly skill: string;
  readonly typed: string;
  readonly misconception: string;
  readonly at: Date;
}

interface NewSet {
  readonly skills: readonly string[];
  readonly exercises: number;
  readonly success: number;
  readonly dueOn: string | null;
  readonly note: string;
  readonly learners: readonly string[];
}

export interface StoredSet extends Omit<NewSet, 'learners'> {
  readonly id: number;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly learners: readonly {
    readonly learner: string;
    readonly done: number;
    readonly right: number;
  }[];
}

export interface SetStore {
  /** The newest first. */
  sets(inClass: number): Promise<readonly StoredSet[]>;
  createSet(inClass: number, set: NewSet): Promise<number>;
  /** False where the class has no such set, or it is cancelled already. */
  cancelSet(inClass: number, id: number): Promise<boolean>;
  /** Exercises in stock that each learner was never given; no row for none. */
  unseen(
    skills: readonly string[],
    learners: readonly string[],
  ): Promise<readonly { readonly learner: string; readonly skill: string; readonly count: number }[]>;
}

export interface ClassStore {
  /** Of a teacher, the oldest first. */
  classes(teacher: string): Promise<readonly (StoredClass & { readonly learners: number })[]>;
  createClass(teacher: string, name: string): Promise<number>;
  /** Null where there is none with this number or it is another teacher's. */
  classOf(teacher: string, id: number): Promise<StoredClass | null>;
  /** Null where nobody has this address or it is not a learner's; `added` is false for who was a member before. */
  addMember(
    inClass: number,
    email: string,
  ): Promise<{ readonly learner: string; readonly added: boolean } | null>;
  /** False where it was no member. */
  removeMember(inClass: number, learner: string): Promise<boolean>;
  /** By name. */
  members(inClass: number): Promise<readonly StoredMember[]>;
  /** At most `most` of each member, the newest first. */
  finishedTurns(inClass: number, most: number): Promise<readonly FinishedTurn[]>;
  /** That a misconception explains, the newest first. */
  mistakenAnswers(inClass: number, most: number): Promise<readonly MistakenAnswer[]>;
}
