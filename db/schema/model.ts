/** Trained models that were promoted, and the recorded decisions that promoted them. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

/** `artifact` is the content hash that names the model's folder; its card is kept for lists and searches. */
export const models = pgTable(
  'models',
  {
    artifact: text().primaryKey(),
    vertical: text().notNull(),
    outcome: text().notNull(),
    card: jsonb().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique('models_purpose').on(table.artifact, table.vertical, table.outcome)],
);

/**
 * One row a decision, never changed (a trigger refuses it): the newest of a vertical's outcome names the champion.
 */
export const promotions = pgTable(
  'promotions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    vertical: text().notNull(),
    outcome: text().notNull(),
    artifact: text().notNull(),
    reason: text().notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    /** A model can only be promoted for what it was trained for. */
    foreignKey({
      name: 'promotions_model',
      columns: [table.artifact, table.vertical, table.outcome],
      foreignColumns: [models.artifact, models.vertical, models.outcome],
    }),
    index('promotions_newest').on(table.vertical, table.outcome, table.id),
    check('promotions_reason_given', sql`${table.reason} <> ''`),
  ],
);
