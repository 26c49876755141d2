/** What learners did, as difficulties and models of knowledge are fitted to it. */
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '../connection.ts';
import {
  practiceAnswers as answers,
  practiceDifficulty as difficulty,
  practiceExercises as exercises,
  practiceLearners as learners,
  practiceTurns as turns,
} from '../schema/practice.ts';
import type { Executor } from './models.ts';
import { lockLearning, type StockedExercise, stocked, type TurnOutcome } from './practice.ts';

/** A closed turn with what was answered. */
interface ClosedTurn {
  readonly learner: string;
  readonly exercise: StockedExercise;
  readonly hintsShown: number;
  readonly outcome: TurnOutcome;
  readonly closedAt: Date;
  /** In the order in which they were given. */
  readonly answers: readonly { readonly verdict: string }[];
}

export interface PracticeAttempts {
  /**
   * Closed turns, the newest `most` of them in the order in which they were closed, and the beliefs about difficulty that
   * all of them made: neither holds an answer that the other lacks.
   */
  answered(most: number): Promise<{ attempts: readonly ClosedTurn[]; difficulty: unknown }>;
  /** Puts what `next` makes of the present beliefs in their place, between two answers. */
  replaceDifficulty(next: (difficulty: unknown) => unknown): Promise<void>;
}

export function practiceAttempts({ drizzle }: Database): PracticeAttempts {
  return {
    answered: (most) =>
      drizzle.transaction(async (within) => {
        await lockLearning(within);
        return { attempts: await closedTurns(within, most), difficulty: await present(within) };
      }),
    replaceDifficulty: (next) =>
      drizzle.transaction(async (within) => {
        await lockLearning(within);
        const before = await present(within);
        const state = next(before);
        if (state === before) return;
        await within
          .insert(difficulty)
          .values({ state })
          .onConflictDoUpdate({ target: difficulty.only, set: { state, updatedAt: sql`now()` } });
      }),
  };
}

async function present(within: Executor): Promise<unknown> {
  const [row] = await within.select({ state: difficulty.state }).from(difficulty);
  return row?.state ?? null;
}

/** Answers that were made up for the demo teach nothing. */
const ofPeople = sql`not exists (select 1 from ${learners}
  where ${learners.learner} = ${turns.learner} and ${learners.simulated})`;

async function closedTurns(within: Executor, most: number): Promise<ClosedTurn[]> {
  const rows = await within
    .select({
      learner: turns.learner,
      exercise: stocked,
      hintsShown: turns.hintsShown,
      outcome: turns.outcome,
      closedAt: turns.closedAt,
      verdicts: sql<
        string[]
      >`array(select ${answers.verdict} from ${answers} where ${answers.turn} = ${turns.id} order by ${answers.id})`,
    })
    .from(turns)
    .innerJoin(exercises, eq(exercises.id, turns.exercise))
    .where(and(isNotNull(turns.outcome), isNotNull(turns.closedAt), ofPeople))
    .orderBy(desc(turns.closedAt), desc(turns.id))
    .limit(most);
  return rows
    .reverse()
    .flatMap(({ outcome, closedAt, verdicts, ...turn }) =>
      outcome === null || closedAt === null
        ? []
        : { ...turn, outcome, closedAt, answers: verdicts.map((verdict) => ({ verdict })) },
    );
}
