/** Who did or read what, when. Rows are only ever added: a trigger refuses everything else. */
import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** null where nobody was signed in. No reference: the record outlives the account. */
    userId: text('user_id'),
    role: text(),
    action: text().notNull(),
    subjectType: text('subject_type').notNull(),
    subjectIds: text('subject_ids').array().notNull(),
    detail: jsonb(),
  },
  (table) => [
    check('audit_events_action_given', sql`${table.action} <> '' and ${table.subjectType} <> ''`),
    index('audit_events_user').on(table.userId, table.id),
  ],
);
