/** The practice vertical's store: the stock of exercises, turns and answers, and what is believed of learners. */
import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Drizzle } from '../connection.ts';

import {
  practiceAnswers as answers,
  practiceDifficulty as difficulty,
  practiceExercises as exercises,
  practiceLearners as learners,
  practiceTurns as turns,
} from '../schema/practice.ts';
import type { Executor } from './models.ts';
import { type OpenSet, readOpenSet } from './practice-sets.ts';

export interface StockedExercise {
  readonly id: string;
  readonly skill: string;
  readonly template: string;
  /** Logits. */
  readonly difficulty: number;
  readonly features: unknown;
}

export type TurnOutcome = 'right' | 'shown' | 'left';

interface StoredAnswer {
  readonly typed: string;
  readonly verdict: string;
  readonly misconception: string | null;
}

export interface StoredTurn {
  readonly id: number;
  readonly exercise: string;
  readonly choice: unknown;
  readonly hintsShown: number;
  readonly solutionShown: boolean;
  readonly startedAt: Date;
  readonly outcome: TurnOutcome | null;
  /** How a language model tells the exercise, in the vertical's own form; null where none has tried. */
  readonly wordings: unknown;
  /** In the order in which they were given. */
  readonly answers: readonly StoredAnswer[];
}

/** In the vertical's own form, apart from the model that it is the work of. */
interface Wordings {
  readonly model: string;
}

/** A turn that is over, as far as it says what was practised. */
interface ClosedTurn {
  readonly skill: string;
  readonly closedAt: Date;
  readonly outcome: TurnOutcome;
  readonly hintsShown: number;
  /** In the order in which they were given. */
  readonly answers: readonly StoredAnswer[];
}

/** In the vertical's own form; null before the first answer. */
interface Believed {
  readonly learner: unknown;
  /** Of the difficulty of exercises, learnt from all learners. */
  readonly difficulty: unknown;
}

export interface PracticeStore {
  /** Adds to the stock; what is there stays as it is. */
  addExercises(made: readonly StockedExercise[]): Promise<void>;
  /** How many exercises each template has that no learner was given yet. */
  unused(): Promise<ReadonlyMap<string, number>>;
  /**
   * Some exercises of these templates, at most `most`, that this model has not tried to word yet: only such that no
   * learner was given, so that nobody's exercise changes its words.
   */
  unworded(templates: readonly string[], model: string, most: number): Promise<readonly string[]>;
  /** Keeps how a model tells exercises, by id; one that a learner was given meanwhile stays as it is. */
  keepWordings(wordings: ReadonlyMap<string, Wordings>): Promise<void>;
  /** Exercises that this learner was never given. */
  stock(learner: string): Promise<readonly StockedExercise[]>;
  exercise(id: string): Promise<StockedExercise | null>;
  /** The one open turn, else null. */
  openTurn(learner: string): Promise<StoredTurn | null>;
  /** Null where there is none with this number or it is somebody else's. */
  turn(learner: string, id: number): Promise<StoredTurn | null>;
  /** Opens a turn; where another tab was faster, that one's. */
  startTurn(learner: string, exercise: string, choice: unknown, set?: number | null): Promise<StoredTurn>;
  /** What a teacher asked this learner for and is not done: what is due first. */
  openSet(learner: string): Promise<OpenSet | null>;
  /** Keeps an answer to an open turn. */
  addAnswer(turn: number, answer: StoredAnswer): Promise<void>;
  /** Shows one hint more, up to `most`. */
  showHint(turn: number, most: number): Promise<void>;
  showSolution(turn: number): Promise<void>;
  /**
   * Closes a turn and keeps what `learn` makes of what is believed now, together and one after the other, so that no
   * answer is lost; false where the turn was closed already.
   */
  closeTurn(
    learner: string,
    turn: number,
    outcome: TurnOutcome,
    learn: (believed: Believed) => Believed,
  ): Promise<boolean>;
  believed(learner: string): Promise<Believed>;
  /** Keeps what `change` makes of what is believed now, as one thing with closing turns: one after the other. */
  change(learner: string, change: (believed: Believed) => Believed): Promise<void>;
  /** Closed since then, in the order in which they were. */
  closedTurns(learner: string, since: Date): Promise<readonly ClosedTurn[]>;
}

export function practiceStore({ drizzle }: Database): PracticeStore {
  return {
    async addExercises(made) {
      if (made.length > 0)
        await drizzle
          .insert(exercises)
          .values([...made])
          .onConflictDoNothing();
    },
    async unused() {
      const rows = await drizzle
        .select({ template: exercises.template, count: sql<number>`count(*)::int` })
        .from(exercises)
        .where(givenToNobody)
        .groupBy(exercises.template);
      return new Map(rows.map(({ template, count }) => [template, count]));
    },
    async unworded(templates, model, most) {
      const rows = await drizzle
        .select({ id: exercises.id })
        .from(exercises)
        .where(
          and(
            inArray(exercises.template, [...templates]),
            sql`${exercises.wordings} ->> 'model' is distinct from ${model}`,
            givenToNobody,
          ),
        )
        .orderBy(exercises.verifiedAt, exercises.id)
        .limit(most);
      return rows.map(({ id }) => id);
    },
    async keepWordings(all) {
      for (const [id, wordings] of all)
        await drizzle
          .update(exercises)
          .set({ wordings })
          .where(and(eq(exercises.id, id), givenToNobody));
    },
    stock: (learner) =>
      drizzle
        .select(stocked)
        .from(exercises)
        .where(
          sql`not exists (select 1 from ${turns} where ${turns.exercise} = ${exercises.id} and ${turns.learner} = ${learner})`,
        )
        .orderBy(exercises.id),
    async exercise(id) {
      const [row] = await drizzle.select(stocked).from(exercises).where(eq(exercises.id, id));
      return row ?? null;
    },
    openTurn: (learner) => readTurn(drizzle, and(eq(turns.learner, learner), isNull(turns.closedAt))),
    turn: (learner, id) => readTurn(drizzle, and(eq(turns.learner, learner), eq(turns.id, id))),
    openSet: (learner) => readOpenSet(drizzle, learner),
    async startTurn(learner, exercise, choice, set = null) {
      await drizzle.insert(turns).values({ learner, exercise, choice, set }).onConflictDoNothing();
      const turn = await readTurn(drizzle, and(eq(turns.learner, learner), isNull(turns.closedAt)));
      if (turn === null) throw new Error('The turn was closed while it was opened.');
      return turn;
    },
    async addAnswer(turn, answer) {
      await drizzle.insert(answers).values({ turn, ...answer });
    },
    async showHint(turn, most) {
      await drizzle
        .update(turns)
        .set({ hintsShown: sql`least(${turns.hintsShown} + 1, ${most})` })
        .where(and(eq(turns.id, turn), isNull(turns.closedAt)));
    },
    async showSolution(turn) {
      await drizzle.update(turns).set({ solutionShown: true }).where(eq(turns.id, turn));
    },
    closeTurn: (learner, turn, outcome, learn) =>
      drizzle.transaction(async (within) => {
        const closed = await within
          .update(turns)
          .set({ outcome, closedAt: sql`now()` })
          .where(and(eq(turns.id, turn), eq(turns.learner, learner), isNull(turns.closedAt)))
          .returning({ id: turns.id });
        if (closed.length === 0) return false;
        await keep(within, learner, learn);
        return true;
      }),
    believed: (learner) => readBelieved(drizzle, learner),
    change: (learner, change) => drizzle.transaction((within) => keep(within, learner, change)),
    async closedTurns(learner, since) {
      const of = and(eq(turns.learner, learner), gte(turns.closedAt, since));
      const rows = await drizzle
        .select({
          ...{ id: turns.id, skill: exercises.skill, closedAt: turns.closedAt },
          ...{ outcome: turns.outcome, hintsShown: turns.hintsShown },
        })
        .from(turns)
        .innerJoin(exercises, eq(exercises.id, turns.exercise))
        .where(of)
        .orderBy(turns.closedAt, turns.id);
      const given = await drizzle
        .select({ turn: answers.turn, ...answered })
        .from(answers)
        .innerJoin(turns, eq(turns.id, answers.turn))
        .where(of)
        .orderBy(answers.id);
      const byTurn = Map.groupBy(given, ({ turn }) => turn);
      return rows.flatMap(({ id, closedAt, outcome, ...turn }) =>
        closedAt === null || outcome === null
          ? []
          : { ...turn, closedAt, outcome, answers: (byTurn.get(id) ?? []).map(({ turn: _, ...one }) => one) },
      );
    },
  };
}

const givenToNobody = sql`not exists (select 1 from ${turns} where ${turns.exercise} = ${exercises.id})`;

/** Any number that no other lock of the database has. */
const learningLock = 7_401;

/** Whoever holds it is the only one that changes what is believed, until the transaction ends. */
export async function lockLearning(within: Executor): Promise<void> {
  await within.execute(sql`select pg_advisory_xact_lock(${learningLock})`);
}

/** Reads what is believed, changes it and keeps what is new, while nobody else does. */
async function keep(
  within: Executor,
  learner: string,
  change: (believed: Believed) => Believed,
): Promise<void> {
  await lockLearning(within);
  const before = await readBelieved(within, learner);
  const after = change(before);
  const now = { updatedAt: sql`now()` };
  if (after.learner !== before.learner) {
    await within
      .insert(learners)
      .values({ learner, state: after.learner })
      .onConflictDoUpdate({ target: learners.learner, set: { state: after.learner, ...now } });
  }
  if (after.difficulty !== before.difficulty) {
    await within
      .insert(difficulty)
      .values({ state: after.difficulty })
      .onConflictDoUpdate({ target: difficulty.only, set: { state: after.difficulty, ...now } });
  }
}

async function readBelieved(drizzle: Executor, learner: string): Promise<Believed> {
  const [of] = await drizzle
    .select({ state: learners.state })
    .from(learners)
    .where(eq(learners.learner, learner));
  const [all] = await drizzle.select({ state: difficulty.state }).from(difficulty);
  return { learner: of?.state ?? null, difficulty: all?.state ?? null };
}

const answered = { typed: answers.typed, verdict: answers.verdict, misconception: answers.misconception };

export const stocked = {
  id: exercises.id,
  skill: exercises.skill,
  template: exercises.template,
  difficulty: exercises.difficulty,
  features: exercises.features,
};

async function readTurn(drizzle: Drizzle, which: ReturnType<typeof and>): Promise<StoredTurn | null> {
  const [turn] = await drizzle
    .select({
      id: turns.id,
      exercise: turns.exercise,
      choice: turns.choice,
      hintsShown: turns.hintsShown,
      solutionShown: turns.solutionShown,
      startedAt: turns.startedAt,
      outcome: turns.outcome,
      wordings: exercises.wordings,
    })
    .from(turns)
    .innerJoin(exercises, eq(turns.exercise, exercises.id))
    .where(which)
    .orderBy(desc(turns.id))
    .limit(1);
  if (turn === undefined) return null;
  const given = await drizzle
    .select(answered)
    .from(answers)
    .where(eq(answers.turn, turn.id))
    .orderBy(answers.id);
  return { ...turn, answers: given };
}
