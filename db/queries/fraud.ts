/** The fraud vertical's store: the log of payments, their decisions and labels, the alerts. */
import { sql } from 'drizzle-orm';
import type { Database } from '../connection.ts';
import {
  addNote,
  claim,
  decide,
  readAlerts,
  readClosed,
  readOpen,
  readReviews,
  undo,
} from './fraud-alerts.ts';
import { appendBatch } from './fraud-batch.ts';
import { readHeldOut, register, vertical } from './fraud-held-out.ts';
import { appendHistory, appendLabels, type Repeatable, readDecisions, readPosition } from './fraud-log.ts';
import { type CardOrTerminal, readConfirmed, readPast } from './fraud-past.ts';
import { type PlaceKind, readPlaces, writePlaces } from './fraud-places.ts';
import type {
  Alert,
  AlertRefusal,
  ClosedAlert,
  ConfirmedFrauds,
  DecidedPayment,
  Decision,
  HeldOutPayment,
  Label,
  LogPosition,
  LogTail,
  NewModel,
  OpenAlert,
  PastPayment,
  Place,
  Review,
  Reviewer,
  StoredDecision,
  Transaction,
  Verdict,
} from './fraud-records.ts';
import { type PaymentSpan, readSpan } from './fraud-span.ts';
import { readTail } from './fraud-tail.ts';
import { servingOf } from './models.ts';

export interface FraudStore {
  /** Adds payments that nobody asks a decision for, in order of time, with what became known of them; all or nothing. */
  importHistory(
    transactions: readonly Transaction[],
    labels: readonly Label[],
    kept: { readonly currency: string; readonly simulated: boolean },
  ): Promise<void>;
  /** Adds or moves places. */
  setPlaces(kind: PlaceKind, places: readonly Place[]): Promise<void>;
  /** Those that are known of the given ones. */
  places(kind: PlaceKind, ids: readonly number[]): Promise<readonly Place[]>;
  /** Adds what became known; decisions that follow see it. */
  addLabels(labels: readonly Label[]): Promise<void>;
  /** What was added after a position, at most so many payments and labels. */
  tail(after: LogPosition, most: number): Promise<LogTail>;
  /** The position before the first payment later than a moment, and before every label. */
  positionAt(afterSeconds: number): Promise<LogPosition>;
  /** Stores a batch of decisions that nobody else can come between; see `appendBatch`. */
  append(
    after: LogPosition,
    asked: Repeatable,
    decide: (
      tail: LogTail,
      known: readonly Decision[],
      recorded: readonly number[],
    ) => Promise<readonly DecidedPayment[]>,
  ): Promise<LogPosition>;
  decisions(asked: Repeatable): Promise<readonly StoredDecision[]>;
  /** What payments there are, null where there is none. */
  span(): Promise<PaymentSpan | null>;
  /** Payments of a card or terminal up to a moment, the newest first. */
  past(of: CardOrTerminal, untilSeconds: number, most: number): Promise<readonly PastPayment[]>;
  /** What people have called fraud of a payment's card and terminal; see `readConfirmed`. */
  confirmed(
    of: Pick<Transaction, 'id' | 'customer' | 'terminal'>,
    sinceSeconds: number,
  ): Promise<ConfirmedFrauds>;
  /** Takes a trained model in with its held-out scores; see `enrol`. */
  register(
    outcome: 'fraud',
    model: NewModel,
    reason: string,
    damaged: string | null,
  ): Promise<'champion' | 'challenger'>;
  /** What a model's recipe said of payments that it had not seen, in the order of time; empty where that is not kept. */
  heldOut(artifact: string): Promise<readonly HeldOutPayment[]>;
  /** The artifact that serves, null before the first is ready. */
  champion(outcome: 'fraud'): Promise<string | null>;
  /** Every open alert, the greatest expected loss first. */
  open(): Promise<readonly OpenAlert[]>;
  /** Those that exist of the given ones, the greatest expected loss first. */
  alerts(ids: readonly number[]): Promise<readonly Alert[]>;
  /** Why closed alerts were raised, the last closed first. */
  closed(most: number): Promise<readonly ClosedAlert[]>;
  alert(id: number): Promise<Alert | null>;
  reviews(alertId: number): Promise<readonly Review[]>;
  claim(alertId: number, by: Reviewer): Promise<AlertRefusal | null>;
  decide(
    alertId: number,
    by: Reviewer,
    given: { readonly verdict: Verdict; readonly reason: string; readonly note: string | null },
  ): Promise<AlertRefusal | null>;
  undo(alertId: number, by: Reviewer): Promise<AlertRefusal | null>;
  note(alertId: number, by: Reviewer, note: string): Promise<AlertRefusal | null>;
}

/** Rows of one insert: more would make one statement hold hundreds of megabytes. */
const rowsOfInsert = 50_000;

export function fraudStore({ drizzle, pool }: Database): FraudStore {
  return {
    importHistory: (transactions, labels, kept) =>
      drizzle.transaction(async (transaction) => {
        for (let from = 0; from < transactions.length; from += rowsOfInsert) {
          await appendHistory(transaction, transactions.slice(from, from + rowsOfInsert), kept);
        }
        await appendLabels(transaction, labels);
        await transaction.execute(sql`analyze fraud_transactions, fraud_labels`);
      }),
    setPlaces: (kind, places) => writePlaces(drizzle, kind, places),
    places: (kind, ids) => readPlaces(drizzle, kind, ids),
    addLabels: (labels) => drizzle.transaction((transaction) => appendLabels(transaction, labels)),
    tail: (after, most) => readTail(pool, after, most),
    positionAt: (afterSeconds) => readPosition(drizzle, afterSeconds),
    append: (after, asked, work) => appendBatch(pool, after, asked, work),
    decisions: (asked) => readDecisions(drizzle, asked),
    span: () => readSpan(drizzle),
    past: (of, untilSeconds, most) => readPast(drizzle, of, untilSeconds, most),
    confirmed: (of, sinceSeconds) => readConfirmed(drizzle, of, sinceSeconds),
    register: (outcome, model, reason, damaged) => register(drizzle, outcome, model, reason, damaged),
    heldOut: (artifact) => readHeldOut(drizzle, artifact),
    champion: async (outcome) => (await servingOf(drizzle, { vertical, outcome }))?.artifact ?? null,
    open: () => readOpen(drizzle),
    alerts: (ids) => readAlerts(drizzle, ids),
    closed: (most) => readClosed(drizzle, most),
    alert: async (id) => (await readAlerts(drizzle, [id]))[0] ?? null,
    reviews: (alertId) => readReviews(drizzle, alertId),
    claim: (alertId, by) => claim(drizzle, alertId, by),
    decide: (alertId, by, given) => decide(drizzle, alertId, by, given),
    undo: (alertId, by) => undo(drizzle, alertId, by),
    note: (alertId, by, note) => addNote(drizzle, alertId, by, note),
  };
}
