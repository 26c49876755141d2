/** Classes of teachers, and what their learners did. Who asks has to be the class's own teacher: `classOf` says so. */
import { and, asc, count, desc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm';
import type { Database } from '../connection.ts';
import { user } from '../schema/auth.ts';
import {
  practiceAnswers as answers,
  practiceClasses as classes,
  practiceExercises as exercises,
  practiceLearners as learners,
  practiceMembers as members,
  type turnOutcomes,
  practiceTurns as turns,
} from '../schema/practice.ts';

interface StoredClass {
  readonly id: number;
  readonly name: string;
}

interface StoredMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Of the demo: the answers are made up. */
  readonly simulated: boolean;
  /** What is believed of the learner, in the vertical's own form; null before the first answer. */
  readonly state: unknown;
  /** Of the last exercise that was opened; null where there was none. */
  readonly lastPractisedAt: Date | null;
}

/** An exercise that was finished. */
interface FinishedTurn {
  readonly learner: string;
  readonly skill: string;
  readonly outcome: (typeof turnOutcomes)[number];
  readonly hintsShown: number;
  readonly closedAt: Date;
  /** Verdicts on what was typed, in their order. */
  readonly verdicts: readonly string[];
}

interface MistakenAnswer {
  readonly learner: string;
  readonly exercise: string;
  readonly skill: string;
  readonly typed: string;
  readonly misconception: string;
  readonly at: Date;
}

export interface PracticeClassStore {
  /** The classes of a teacher, with how many learners each has; the oldest first. */
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
  /** What each member finished last, at most `most` of each, the newest first. */
  finishedTurns(inClass: number, most: number): Promise<readonly FinishedTurn[]>;
  /** Wrong answers of the members that a misconception explains, the newest first. */
  mistakenAnswers(inClass: number, most: number): Promise<readonly MistakenAnswer[]>;
}

export function practiceClassStore({ drizzle }: Database): PracticeClassStore {
  return {
    classes: (teacher) =>
      drizzle
        .select({ id: classes.id, name: classes.name, learners: count(members.learner) })
        .from(classes)
        .leftJoin(members, eq(members.class, classes.id))
        .where(eq(classes.teacher, teacher))
        .groupBy(classes.id)
        .orderBy(classes.id),
    async createClass(teacher, name) {
      const [made] = await drizzle.insert(classes).values({ teacher, name }).returning({ id: classes.id });
      if (made === undefined) throw new Error('The class was not made.');
      return made.id;
    },
    async classOf(teacher, id) {
      const [row] = await drizzle
        .select({ id: classes.id, name: classes.name })
        .from(classes)
        .where(and(eq(classes.id, id), eq(classes.teacher, teacher)));
      return row ?? null;
    },
    async addMember(inClass, email) {
      const [found] = await drizzle
        .select({ id: user.id })
        .from(user)
        .where(and(eq(user.email, email.trim().toLowerCase()), eq(user.role, 'learner')));
      if (found === undefined) return null;
      const added = await drizzle
        .insert(members)
        .values({ class: inClass, learner: found.id })
        .onConflictDoNothing()
        .returning({ learner: members.learner });
      return { learner: found.id, added: added.length > 0 };
    },
    async removeMember(inClass, learner) {
      const gone = await drizzle
        .delete(members)
        .where(and(eq(members.class, inClass), eq(members.learner, learner)))
        .returning({ learner: members.learner });
      return gone.length > 0;
    },
    async members(inClass) {
      const last = drizzle
        .select({ learner: turns.learner, at: max(turns.startedAt).as('at') })
        .from(turns)
        .groupBy(turns.learner)
        .as('last');
      const rows = await drizzle
        .select({
          id: user.id,
          name: user.name,
          email: user.email,
          simulated: learners.simulated,
          state: learners.state,
          lastPractisedAt: last.at,
        })
        .from(members)
        .innerJoin(user, eq(user.id, members.learner))
        .leftJoin(learners, eq(learners.learner, members.learner))
        .leftJoin(last, eq(last.learner, members.learner))
        .where(eq(members.class, inClass))
        .orderBy(asc(user.name), asc(user.id));
      return rows.map(({ simulated, state, ...row }) => ({
        ...row,
        simulated: simulated ?? false,
        state: state ?? null,
      }));
    },
    async finishedTurns(inClass, most) {
      const place = sql<number>`row_number() over (partition by ${turns.learner} order by ${turns.closedAt} desc, ${turns.id} desc)`;
      const closed = drizzle
        .select({
          id: turns.id,
          learner: turns.learner,
          skill: exercises.skill,
          outcome: turns.outcome,
          hintsShown: turns.hintsShown,
          closedAt: turns.closedAt,
          place: place.as('place'),
        })
        .from(turns)
        .innerJoin(members, and(eq(members.learner, turns.learner), eq(members.class, inClass)))
        .innerJoin(exercises, eq(exercises.id, turns.exercise))
        .where(isNotNull(turns.closedAt))
        .as('closed');
      const rows = await drizzle
        .select()
        .from(closed)
        .where(sql`${closed.place} <= ${most}`)
        .orderBy(desc(closed.closedAt), desc(closed.id));
      const given =
        rows.length === 0
          ? []
          : await drizzle
              .select({ turn: answers.turn, verdict: answers.verdict })
              .from(answers)
              .where(
                inArray(
                  answers.turn,
                  rows.map(({ id }) => id),
                ),
              )
              .orderBy(answers.id);
      const byTurn = Map.groupBy(given, ({ turn }) => turn);
      return rows.flatMap(({ id, learner, skill, outcome, hintsShown, closedAt }) =>
        outcome === null || closedAt === null
          ? []
          : [
              {
                ...{ learner, skill, outcome, hintsShown, closedAt },
                verdicts: (byTurn.get(id) ?? []).map(({ verdict }) => verdict),
              },
            ],
      );
    },
    async mistakenAnswers(inClass, most) {
      const rows = await drizzle
        .select({
          learner: turns.learner,
          exercise: turns.exercise,
          skill: exercises.skill,
          typed: answers.typed,
          misconception: answers.misconception,
          at: answers.at,
        })
        .from(answers)
        .innerJoin(turns, eq(turns.id, answers.turn))
        .innerJoin(members, and(eq(members.learner, turns.learner), eq(members.class, inClass)))
        .innerJoin(exercises, eq(exercises.id, turns.exercise))
        .where(isNotNull(answers.misconception))
        .orderBy(desc(answers.at), desc(answers.id))
        .limit(most);
      return rows.flatMap(({ misconception, ...row }) =>
        misconception === null ? [] : [{ ...row, misconception }],
      );
    },
  };
}
