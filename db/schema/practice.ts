/** Verified exercises in stock, what each learner was given and answered, what is believed of each, and classes. */
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { user } from './auth.ts';

export const turnOutcomes = ['right', 'shown', 'left'] as const;

const moment = (name: string) => timestamp(name, { withTimezone: true });
const sequence = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const person = () =>
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
    learner: person(),
    exercise: text()
      .notNull()
      .references(() => practiceExercises.id),
    /** Why this exercise and which probability of success was expected, as the chooser said it. */
    choice: jsonb().notNull(),
    /** The set that asked for it; none where the learner's own needs did. */
    set: bigint('set', { mode: 'number' }).references((): AnyPgColumn => practiceSets.id, {
      onDelete: 'set null',
    }),
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
    index('practice_turns_set').on(table.set),
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
  learner: person().primaryKey(),
  state: jsonb().notNull(),
  /** Of the demo: answers are made up, and every screen says so. */
  simulated: boolean().notNull().default(false),
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

/** Learners whom a teacher looks after; whoever teaches a class sees what its learners know, and nobody else does. */
export const practiceClasses = pgTable(
  'practice_classes',
  {
    id: sequence(),
    teacher: person(),
    name: text().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    check('practice_classes_name', sql`${table.name} <> ''`),
    index('practice_classes_teacher').on(table.teacher),
  ],
);

const ofClass = () =>
  bigint('class', { mode: 'number' })
    .notNull()
    .references(() => practiceClasses.id, { onDelete: 'cascade' });

export const practiceMembers = pgTable(
  'practice_members',
  { class: ofClass(), learner: person(), addedAt: moment('added_at').notNull().defaultNow() },
  (table) => [
    primaryKey({ columns: [table.class, table.learner] }),
    index('practice_members_learner').on(table.learner),
  ],
);

/** Exercises that a teacher asked for; changed by being cancelled alone. */
export const practiceSets = pgTable(
  'practice_sets',
  {
    id: sequence(),
    class: ofClass(),
    skills: text().array().notNull(),
    /** Exercises for each learner, over all the skills. */
    exercises: integer().notNull(),
    /** Probability of a right answer that the exercises are chosen for. */
    success: doublePrecision().notNull(),
    dueOn: date('due_on'),
    /** Shown to the learners. */
    note: text().notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    cancelledAt: moment('cancelled_at'),
  },
  (table) => [
    check('practice_sets_skills', sql`cardinality(${table.skills}) > 0`),
    check('practice_sets_exercises', sql`${table.exercises} > 0`),
    check('practice_sets_success', sql`${table.success} > 0 and ${table.success} < 1`),
    index('practice_sets_class').on(table.class),
  ],
);

export const practiceSetLearners = pgTable(
  'practice_set_learners',
  {
    set: bigint('set', { mode: 'number' })
      .notNull()
      .references(() => practiceSets.id, { onDelete: 'cascade' }),
    learner: person(),
  },
  (table) => [
    primaryKey({ columns: [table.set, table.learner] }),
    index('practice_set_learners_learner').on(table.learner),
  ],
);
