/** Verified exercises in stock, what each learner was given and answered, and what is believed of each learner. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { user } from './auth.ts';

export const turnOutcomes = ['right', 'shown', 'left'] as const;

const moment = (name: string) => timestamp(name, { withTimezone: true });
const sequence = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const learner = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** The stock. Template, version and seed in `id` make the exercise again; what stands beside them is for choosing. */
export const practiceExercises = pgTable(
  'practice_exercises',
  {
    id: text().primaryKey(),
    skill: text().notNull(),
    template: text().notNull(),
    /** What its maker thinks, in logits. */
    difficulty: doublePrecision().notNull(),
    features: jsonb().notNull(),
    /**
     * How a language model tells it, in the vertical's own form, with the model's name under `model`; null before one
     * has tried.
     */
    wordings: jsonb(),
    verifiedAt: moment('verified_at').notNull().defaultNow(),
  },
  (table) => [index('practice_exercises_template').on(table.template)],
);

/** One exercise in front of one learner; a learner has one open turn, in however many tabs. */
export const practiceTurns = pgTable(
  'practice_turns',
  {
    id: sequence(),
    learner: learner(),
    exercise: text()
      .notNull()
      .references(() => practiceExercises.id),
    /** Why this exercise and which probability of success was expected, as the chooser said it. */
    choice: jsonb().notNull(),
    hintsShown: integer('hints_shown').notNull().default(0),
    solutionShown: boolean('solution_shown').notNull().default(false),
    startedAt: moment('started_at').notNull().defaultNow(),
    closedAt: moment('closed_at'),
    outcome: text({ enum: turnOutcomes }),
  },
  (table) => [
    check('practice_turns_outcome', sql`${table.outcome} in ('right', 'shown', 'left')`),
    check('practice_turns_closed', sql`(${table.closedAt} is null) = (${table.outcome} is null)`),
    uniqueIndex('practice_turns_open').on(table.learner).where(sql`${table.closedAt} is null`),
    index('practice_turns_newest').on(table.learner, table.id),
  ],
);

/** Everything that was typed as an answer; rows are only added. */
export const practiceAnswers = pgTable(
  'practice_answers',
  {
    id: sequence(),
    turn: bigint({ mode: 'number' })
      .notNull()
      .references(() => practiceTurns.id, { onDelete: 'cascade' }),
    typed: text().notNull(),
    verdict: text().notNull(),
    misconception: text(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('practice_answers_turn').on(table.turn)],
);

/** What is believed of a learner, in the vertical's own form. */
export const practiceLearners = pgTable('practice_learners', {
  learner: learner().primaryKey(),
  state: jsonb().notNull(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

/** What is believed of difficulty, learnt from all learners: one row, in the vertical's own form. */
export const practiceDifficulty = pgTable(
  'practice_difficulty',
  {
    only: boolean().primaryKey().default(true),
    state: jsonb().notNull(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [check('practice_difficulty_only', sql`${table.only}`)],
);
