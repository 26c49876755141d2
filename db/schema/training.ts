/** Training runs with their progress and learning curve. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

export const runStatuses = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof runStatuses)[number];

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const trainingRuns = pgTable(
  'training_runs',
  {
    id: uuid().primaryKey().defaultRandom(),
    vertical: text().notNull(),
    outcome: text().notNull(),
    status: text({ enum: runStatuses }).notNull().default('queued'),
    /** null before the first sign of life. */
    stage: text(),
    /** Of the whole run, 0 to 1. */
    fraction: doublePrecision().notNull().default(0),
    /** How often it was begun: a run whose process died begins anew, with an empty curve. */
    attempt: integer().notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    artifact: text(),
    error: text(),
    cancelRequested: boolean('cancel_requested').notNull().default(false),
  },
  (table) => [
    check(
      'training_runs_status_known',
      sql`${table.status} in ('queued', 'running', 'succeeded', 'failed', 'cancelled')`,
    ),
    check('training_runs_fraction', sql`${table.fraction} between 0 and 1`),
    check(
      'training_runs_finished',
      sql`(${table.finishedAt} is not null) = (${table.status} in ('succeeded', 'failed', 'cancelled'))`,
    ),
    check('training_runs_artifact', sql`(${table.artifact} is not null) = (${table.status} = 'succeeded')`),
    check('training_runs_error', sql`(${table.error} is not null) = (${table.status} = 'failed')`),
    /** Two starts get the same run; one that is being cancelled no longer stands in the way. */
    uniqueIndex('training_runs_one_active')
      .on(table.vertical, table.outcome)
      .where(sql`${table.status} in ('queued', 'running') and not ${table.cancelRequested}`),
    index('training_runs_newest').on(table.vertical, table.createdAt),
  ],
);

/** `position` counts from 0 within the run, in the order of arrival; `fold` null is the final fit. */
export const trainingPoints = pgTable(
  'training_points',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => trainingRuns.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    learner: text().notNull(),
    fold: integer(),
    epoch: integer().notNull(),
    trainLoss: doublePrecision('train_loss').notNull(),
    validationLoss: doublePrecision('validation_loss'),
    validationAuroc: doublePrecision('validation_auroc'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
);
