/**
 * Card payments in the order of their arrival, what was decided of each, what became known of it later, and the alerts
 * that people review.
 */
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
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { models } from './model.ts';

export const answers = ['approve', 'review', 'decline'] as const;
export const labelSources = ['chargeback', 'verdict'] as const;
export const reviewEvents = ['claimed', 'released', 'fraud', 'genuine', 'note', 'undone'] as const;

const moment = (name: string) => timestamp(name, { withTimezone: true });
const sequence = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/**
 * A log: rows are only added, one batch at a time under a lock, so that `sequence` is the order in which every reader
 * sees them. Amounts are hundredths of the currency's unit.
 */
export const fraudTransactions = pgTable(
  'fraud_transactions',
  {
    sequence: sequence(),
    /** The caller's. */
    id: bigint({ mode: 'number' }).notNull().unique(),
    occurredAt: moment('occurred_at').notNull(),
    customer: integer().notNull(),
    terminal: integer().notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().notNull(),
    simulated: boolean().notNull(),
  },
  (table) => [
    check('fraud_transactions_amount', sql`${table.amountMinor} >= 0`),
    check('fraud_transactions_currency', sql`${table.currency} ~ '^[A-Z]{3}$'`),
    index('fraud_transactions_customer').on(table.customer, table.occurredAt),
    index('fraud_transactions_terminal').on(table.terminal, table.occurredAt),
    index('fraud_transactions_occurred').on(table.occurredAt),
  ],
);

const transactionId = () =>
  bigint('transaction_id', { mode: 'number' })
    .notNull()
    .references(() => fraudTransactions.id);

/** One a payment that was asked for; imported history has none. */
export const fraudDecisions = pgTable(
  'fraud_decisions',
  {
    transactionId: transactionId().primaryKey(),
    /** The caller's; the same key with the same request gets the same answer. */
    idempotencyKey: text('idempotency_key').unique(),
    requestSha256: text('request_sha256').notNull(),
    answer: text({ enum: answers }).notNull(),
    /** Probability of fraud; null where no model answered in time, and `failure` says why. */
    score: doublePrecision(),
    expectedLossMinor: integer('expected_loss_minor').notNull(),
    model: text().references(() => models.artifact),
    failure: text({ enum: ['modelMissing', 'modelLate', 'modelFailed'] }),
    /** What each rule found, and what raised the score most: codes with their values. */
    rules: jsonb().notNull(),
    reasons: jsonb().notNull(),
    decidedAt: moment('decided_at').notNull().defaultNow(),
  },
  (table) => [
    check('fraud_decisions_answer', sql`${table.answer} in ('approve', 'review', 'decline')`),
    check('fraud_decisions_score', sql`${table.score} between 0 and 1`),
    check('fraud_decisions_scored_or_why_not', sql`num_nonnulls(${table.score}, ${table.failure}) = 1`),
    check('fraud_decisions_model', sql`(${table.score} is null) = (${table.model} is null)`),
    index('fraud_decisions_newest').on(table.decidedAt),
  ],
);

/** A log of what became known; of several rows of a payment the newest counts, and null takes back what was said. */
export const fraudLabels = pgTable(
  'fraud_labels',
  {
    sequence: sequence(),
    transactionId: transactionId(),
    fraud: boolean(),
    source: text({ enum: labelSources }).notNull(),
    /** Only a simulator knows it. */
    scenario: text(),
    /** On the clock of the payments. */
    knownAt: moment('known_at').notNull(),
  },
  (table) => [
    check('fraud_labels_source', sql`${table.source} in ('chargeback', 'verdict')`),
    check('fraud_labels_scenario', sql`${table.scenario} is null or ${table.fraud}`),
    index('fraud_labels_transaction').on(table.transactionId, table.sequence),
  ],
);

/** Where customers live and terminals stand, in whatever unit the map has. */
export const fraudPlaces = pgTable(
  'fraud_places',
  {
    kind: text({ enum: ['customer', 'terminal'] }).notNull(),
    id: integer().notNull(),
    x: doublePrecision().notNull(),
    y: doublePrecision().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.id] }),
    check('fraud_places_kind', sql`${table.kind} in ('customer', 'terminal')`),
  ],
);

/** What a model's recipe, trained on earlier payments alone, said of a payment that it had not seen, and the truth by then. */
export const fraudHeldOut = pgTable(
  'fraud_held_out',
  {
    artifact: text()
      .notNull()
      .references(() => models.artifact),
    transactionId: transactionId(),
    probability: doublePrecision().notNull(),
    fraud: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.artifact, table.transactionId] }),
    check('fraud_held_out_probability', sql`${table.probability} between 0 and 1`),
  ],
);

/** A payment that a person is to look at. */
export const fraudAlerts = pgTable(
  'fraud_alerts',
  {
    id: sequence(),
    transactionId: transactionId().unique(),
    customer: integer().notNull(),
    terminal: integer().notNull(),
    expectedLossMinor: integer('expected_loss_minor').notNull(),
    openedAt: moment('opened_at').notNull().defaultNow(),
    /** Who holds it, and until when; nobody else may give a verdict until then. */
    claimedBy: text('claimed_by'),
    claimedName: text('claimed_name'),
    claimedUntil: moment('claimed_until'),
    /** null while it is open. */
    verdict: text({ enum: ['fraud', 'genuine'] }),
    closedAt: moment('closed_at'),
  },
  (table) => [
    check(
      'fraud_alerts_claim',
      sql`num_nulls(${table.claimedBy}, ${table.claimedName}, ${table.claimedUntil}) in (0, 3)`,
    ),
    check('fraud_alerts_closed', sql`(${table.verdict} is null) = (${table.closedAt} is null)`),
    check('fraud_alerts_verdict', sql`${table.verdict} in ('fraud', 'genuine')`),
    /** The queue: the greatest expected loss first. */
    index('fraud_alerts_queue')
      .on(table.expectedLossMinor.desc(), table.id)
      .where(sql`${table.verdict} is null`),
    index('fraud_alerts_customer').on(table.customer),
    index('fraud_alerts_terminal').on(table.terminal),
  ],
);

/** A log of what people did with an alert. No reference to accounts: the record outlives them. */
export const fraudReviews = pgTable(
  'fraud_reviews',
  {
    id: sequence(),
    alertId: bigint('alert_id', { mode: 'number' })
      .notNull()
      .references(() => fraudAlerts.id),
    event: text({ enum: reviewEvents }).notNull(),
    /** A code of the vertical, with a verdict. */
    reason: text(),
    note: text(),
    userId: text('user_id').notNull(),
    userName: text('user_name').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [
    check(
      'fraud_reviews_event',
      sql`${table.event} in ('claimed', 'released', 'fraud', 'genuine', 'note', 'undone')`,
    ),
    check(
      'fraud_reviews_reason',
      sql`(${table.reason} is not null) = (${table.event} in ('fraud', 'genuine'))`,
    ),
    check('fraud_reviews_note', sql`${table.event} <> 'note' or ${table.note} <> ''`),
    index('fraud_reviews_alert').on(table.alertId, table.id),
  ],
);
