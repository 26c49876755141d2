/** Sets of exercises that teachers ask for, and how far each learner is with them. */
import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../connection.ts';
import {
  practiceExercises as exercises,
  practiceMembers as members,
  practiceSetLearners as setLearners,
  practiceSets as sets,
  practiceTurns as turns,
} from '../schema/practice.ts';
import type { Executor } from './models.ts';

interface NewSet {
  readonly skills: readonly string[];
  /** Exercises for each learner, over all the skills. */
  readonly exercises: number;
  /** Probability of a right answer that the exercises are chosen for. */
  readonly success: number;
  /** A day, `2026-09-30`. */
  readonly dueOn: string | null;
  readonly note: string;
  /** Ids. */
  readonly learners: readonly string[];
}

interface StoredSet extends Omit<NewSet, 'learners'> {
  readonly id: number;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly learners: readonly {
    readonly learner: string;
    /** Exercises of the set that were answered, or whose solution was looked at. */
    readonly done: number;
    /** Those that were right without a wrong answer before. */
    readonly right: number;
  }[];
}

/** A set that a learner has not done yet. */
export interface OpenSet extends Pick<NewSet, 'skills' | 'exercises' | 'success' | 'dueOn' | 'note'> {
  readonly id: number;
  /** How many are done of each skill; none where none is. */
  readonly done: Readonly<Record<string, number>>;
}

export interface PracticeSetStore {
  /** Of a class, the newest first. */
  sets(inClass: number): Promise<readonly StoredSet[]>;
  createSet(inClass: number, set: NewSet): Promise<number>;
  /** False where the class has no such set, or it is cancelled already. */
  cancelSet(inClass: number, id: number): Promise<boolean>;
  /** For each learner and skill how many exercises are in stock that the learner was never given; no row for none. */
  unseen(
    skills: readonly string[],
    learners: readonly string[],
  ): Promise<readonly { readonly learner: string; readonly skill: string; readonly count: number }[]>;
}

const isDone = sql`${turns.outcome} in ('right', 'shown')`;
const firstTime = sql`${turns.outcome} = 'right' and not exists (
  select 1 from practice_answers where practice_answers.turn = ${turns.id} and practice_answers.verdict = 'wrong')`;

export function practiceSetStore({ drizzle }: Database): PracticeSetStore {
  return {
    async sets(inClass) {
      const found = await drizzle.select().from(sets).where(eq(sets.class, inClass)).orderBy(desc(sets.id));
      if (found.length === 0) return [];
      const ids = found.map(({ id }) => id);
      const progress = await drizzle
        .select({
          set: setLearners.set,
          learner: setLearners.learner,
          done: sql<number>`(count(*) filter (where ${isDone}))::int`,
          right: sql<number>`(count(*) filter (where ${firstTime}))::int`,
        })
        .from(setLearners)
        .leftJoin(turns, and(eq(turns.set, setLearners.set), eq(turns.learner, setLearners.learner)))
        .where(inArray(setLearners.set, ids))
        .groupBy(setLearners.set, setLearners.learner)
        .orderBy(setLearners.learner);
      const bySet = Map.groupBy(progress, ({ set }) => set);
      return found.map(({ class: _, ...set }) => ({
        ...set,
        learners: (bySet.get(set.id) ?? []).map(({ set: _set, ...learner }) => learner),
      }));
    },
    createSet: (inClass, { learners, skills, ...set }) =>
      drizzle.transaction(async (within) => {
        const [made] = await within
          .insert(sets)
          .values({ ...set, class: inClass, skills: [...skills] })
          .returning({ id: sets.id });
        if (made === undefined) throw new Error('The set was not made.');
        await within.insert(setLearners).values(learners.map((learner) => ({ set: made.id, learner })));
        return made.id;
      }),
    async cancelSet(inClass, id) {
      const cancelled = await drizzle
        .update(sets)
        .set({ cancelledAt: sql`now()` })
        .where(and(eq(sets.id, id), eq(sets.class, inClass), isNull(sets.cancelledAt)))
        .returning({ id: sets.id });
      return cancelled.length > 0;
    },
    async unseen(skills, learners) {
      if (skills.length === 0 || learners.length === 0) return [];
      const stock = await drizzle
        .select({ skill: exercises.skill, count: count() })
        .from(exercises)
        .where(inArray(exercises.skill, [...skills]))
        .groupBy(exercises.skill);
      const had = await drizzle
        .select({
          learner: turns.learner,
          skill: exercises.skill,
          count: sql<number>`count(distinct ${turns.exercise})::int`,
        })
        .from(turns)
        .innerJoin(exercises, eq(exercises.id, turns.exercise))
        .where(and(inArray(turns.learner, [...learners]), inArray(exercises.skill, [...skills])))
        .groupBy(turns.learner, exercises.skill);
      const given = new Map(had.map((row) => [`${row.learner} ${row.skill}`, row.count]));
      return learners.flatMap((learner) =>
        stock.flatMap(({ skill, count: all }) => {
          const left = all - (given.get(`${learner} ${skill}`) ?? 0);
          return left > 0 ? [{ learner, skill, count: left }] : [];
        }),
      );
    },
  };
}

/** The set that a learner does next: the one that is due first, of a class that the learner is still in. */
export async function readOpenSet(drizzle: Executor, learner: string): Promise<OpenSet | null> {
  const waiting = await drizzle
    .select({
      ...{ id: sets.id, skills: sets.skills, exercises: sets.exercises },
      ...{ success: sets.success, dueOn: sets.dueOn, note: sets.note },
    })
    .from(setLearners)
    .innerJoin(sets, eq(sets.id, setLearners.set))
    .innerJoin(members, and(eq(members.class, sets.class), eq(members.learner, setLearners.learner)))
    .where(
      and(
        eq(setLearners.learner, learner),
        isNull(sets.cancelledAt),
        sql`${sets.exercises} > (select count(*) from ${turns}
          where ${turns.set} = ${sets.id} and ${turns.learner} = ${learner} and ${isDone})`,
      ),
    )
    .orderBy(sql`${sets.dueOn} asc nulls last`, asc(sets.id))
    .limit(1);
  const [next] = waiting;
  if (next === undefined) return null;
  const done = await drizzle
    .select({ skill: exercises.skill, count: count() })
    .from(turns)
    .innerJoin(exercises, eq(exercises.id, turns.exercise))
    .where(and(eq(turns.set, next.id), eq(turns.learner, learner), isDone))
    .groupBy(exercises.skill);
  return { ...next, done: Object.fromEntries(done.map((row) => [row.skill, row.count])) };
}
