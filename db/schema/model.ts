/** Trained models, and the recorded decisions about which of them serves. */
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
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

export const decisionKinds = [
  'promoted',
  'registered',
  'proposed',
  'approved',
  'declined',
  'putBack',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/**
 * One row a decision, never changed (a trigger refuses it). The newest of `promoted` (by the house: the first model, or
 * the one after a damaged one), `approved` and `putBack` names the champion of a vertical's outcome. A model that is
 * `registered` is a challenger; `proposed` asks for it to serve, `approved` or `declined` answers.
 */
export const promotions = pgTable(
  'promotions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text({ enum: decisionKinds }).notNull().default('promoted'),
    vertical: text().notNull(),
    outcome: text().notNull(),
    artifact: text().notNull(),
    /** The champion when it was decided, null before the first. */
    previous: text(),
    /** The proposal that is answered. */
    proposal: bigint({ mode: 'number' }).references((): AnyPgColumn => promotions.id),
    /** Who decided; all null where the house did. No reference: the record outlives the account. */
    userId: text('user_id'),
    userName: text('user_name'),
    role: text(),
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
    /** A proposal is answered once. */
    unique('promotions_answer').on(table.proposal),
    check('promotions_reason_given', sql`${table.reason} <> ''`),
    check(
      'promotions_decided_by',
      sql`case when ${table.kind} in ('promoted', 'registered')
        then num_nonnulls(${table.userId}, ${table.userName}, ${table.role}) = 0
        when ${table.kind} in ('proposed', 'approved', 'declined', 'putBack')
        then num_nulls(${table.userId}, ${table.userName}, ${table.role}, ${table.previous}) = 0
        else false end`,
    ),
    check(
      'promotions_answers',
      sql`(${table.proposal} is not null) = (${table.kind} in ('approved', 'declined'))`,
    ),
  ],
);
