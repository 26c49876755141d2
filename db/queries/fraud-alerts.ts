/** Alerts and what people do with them. Two people never hold one: each change is one statement that checks the claim. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import {
  fraudAlerts as alerts,
  fraudDecisions,
  fraudLabels,
  fraudReviews,
  fraudTransactions,
} from '../schema/fraud.ts';
import { appendLabels, toTransaction } from './fraud-log.ts';
import type {
  Alert,
  AlertRefusal,
  ClosedAlert,
  Label,
  OpenAlert,
  Review,
  ReviewEvent,
  Reviewer,
  Verdict,
} from './fraud-records.ts';
import type { Executor } from './models.ts';

/** How long a claim holds without a sign of its holder. */
const claimMinutes = 10;

const claimEnd = sql`now() + make_interval(mins => ${claimMinutes})`;

/** Open and not held by anybody else. */
const free = (by: Reviewer) =>
  and(
    isNull(alerts.verdict),
    or(isNull(alerts.claimedBy), eq(alerts.claimedBy, by.id), lt(alerts.claimedUntil, sql`now()`)),
  );

/** Every open alert, the greatest expected loss first: little of each, because there may be very many. */
export async function readOpen(drizzle: Drizzle): Promise<OpenAlert[]> {
  const rows = await drizzle
    .select({
      id: alerts.id,
      customer: alerts.customer,
      terminal: alerts.terminal,
      expectedLossMinor: alerts.expectedLossMinor,
      openedAt: alerts.openedAt,
      claimedBy: alerts.claimedBy,
      claimedName: alerts.claimedName,
      claimedUntil: alerts.claimedUntil,
    })
    .from(alerts)
    .where(isNull(alerts.verdict))
    .orderBy(desc(alerts.expectedLossMinor), asc(alerts.id));
  return rows.map(({ claimedBy, claimedName, claimedUntil, ...open }) => ({
    ...open,
    heldBy: claimOf({ claimedBy, claimedName, claimedUntil })?.by ?? null,
  }));
}

/** Why closed alerts were raised, the last closed first. */
export const readClosed = (drizzle: Drizzle, most: number): Promise<ClosedAlert[]> =>
  drizzle
    .select({ id: alerts.id, reasons: fraudDecisions.reasons })
    .from(alerts)
    .innerJoin(fraudDecisions, eq(fraudDecisions.transactionId, alerts.transactionId))
    .where(isNotNull(alerts.verdict))
    .orderBy(desc(alerts.closedAt), desc(alerts.id))
    .limit(most);

/** Those that exist of the given ones, the greatest expected loss first. */
export const readAlerts = (executor: Executor, ids: readonly number[]): Promise<Alert[]> =>
  joined(executor)
    .where(inArray(alerts.id, [...ids]))
    .orderBy(desc(alerts.expectedLossMinor), asc(alerts.id))
    .then((rows) => rows.map(toAlert));

/** What was done with an alert, the oldest first. */
export async function readReviews(drizzle: Drizzle, alertId: number): Promise<Review[]> {
  const rows = await drizzle
    .select()
    .from(fraudReviews)
    .where(eq(fraudReviews.alertId, alertId))
    .orderBy(asc(fraudReviews.id));
  return rows.map(({ id, event, reason, note, userId, userName, at }) => ({
    id,
    event,
    reason,
    note,
    by: { id: userId, name: userName },
    at,
  }));
}

/**
 * Takes the alert, or keeps it longer; whoever takes another lets go of the one before. The record has who held an alert
 * when: to hold longer what one holds adds nothing to it.
 */
export function claim(drizzle: Drizzle, id: number, by: Reviewer): Promise<AlertRefusal | null> {
  return drizzle.transaction(async (transaction) => {
    const [before] = await transaction.select().from(alerts).where(eq(alerts.id, id)).for('update');
    const taken = await transaction
      .update(alerts)
      .set({ claimedBy: by.id, claimedName: by.name, claimedUntil: claimEnd })
      .where(and(eq(alerts.id, id), free(by)))
      .returning({ id: alerts.id });
    if (!before || taken.length === 0) return refusal(transaction, id);
    await letGo(transaction, by, id);
    if (claimOf(before)?.by.id !== by.id) await log(transaction, id, by, 'claimed');
    return null;
  });
}

/** Lets go of every alert but one; a claim that had run out by itself is not told as a release. */
async function letGo(
  executor: Executor & Pick<Drizzle, 'update'>,
  by: Reviewer,
  butNot: number,
): Promise<void> {
  const mine = and(eq(alerts.claimedBy, by.id), isNull(alerts.verdict), ne(alerts.id, butNot));
  const held = await executor
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(mine, gt(alerts.claimedUntil, sql`now()`)))
    .for('update');
  await executor.update(alerts).set({ claimedBy: null, claimedName: null, claimedUntil: null }).where(mine);
  for (const { id } of held) await log(executor, id, by, 'released');
}

/** Closes the alert and makes the verdict known to the next decision. */
export function decide(
  drizzle: Drizzle,
  id: number,
  by: Reviewer,
  given: { readonly verdict: Verdict; readonly reason: string; readonly note: string | null },
): Promise<AlertRefusal | null> {
  return drizzle.transaction(async (transaction) => {
    const [closed] = await transaction
      .update(alerts)
      .set({
        verdict: given.verdict,
        closedAt: sql`now()`,
        claimedBy: null,
        claimedName: null,
        claimedUntil: null,
      })
      .where(and(eq(alerts.id, id), free(by)))
      .returning({ transactionId: alerts.transactionId });
    if (!closed) return refusal(transaction, id);
    await log(transaction, id, by, given.verdict, given);
    await say(transaction, closed.transactionId, given.verdict === 'fraud');
    return null;
  });
}

/**
 * Opens an alert again that the same person closed, and takes the verdict back: what a chargeback had said of the payment
 * before holds again. Whoever does it holds this alert, and none beside it.
 */
export function undo(drizzle: Drizzle, id: number, by: Reviewer): Promise<AlertRefusal | null> {
  return drizzle.transaction(async (transaction) => {
    const [alert] = await transaction.select().from(alerts).where(eq(alerts.id, id)).for('update');
    if (!alert) return { code: 'unknownAlert' };
    if (alert.verdict === null) return { code: 'notClosed' };
    const last = await lastVerdict(transaction, id);
    if (last?.userId !== by.id) return { code: 'notYours' };
    await transaction
      .update(alerts)
      .set({
        verdict: null,
        closedAt: null,
        claimedBy: by.id,
        claimedName: by.name,
        claimedUntil: claimEnd,
      })
      .where(eq(alerts.id, id));
    await letGo(transaction, by, id);
    await log(transaction, id, by, 'undone');
    await say(transaction, alert.transactionId, null);
    await appendLabels(transaction, await lastChargeback(transaction, alert.transactionId));
    return null;
  });
}

/** Adds a note; anyone may, also to a closed alert. */
export function addNote(
  drizzle: Drizzle,
  id: number,
  by: Reviewer,
  note: string,
): Promise<AlertRefusal | null> {
  return drizzle.transaction(async (transaction) => {
    const [alert] = await transaction.select({ id: alerts.id }).from(alerts).where(eq(alerts.id, id));
    if (!alert) return { code: 'unknownAlert' };
    await log(transaction, id, by, 'note', { reason: null, note });
    return null;
  });
}

const joined = (executor: Executor) =>
  executor
    .select({ alert: alerts, transaction: fraudTransactions, decision: fraudDecisions })
    .from(alerts)
    .innerJoin(fraudTransactions, eq(fraudTransactions.id, alerts.transactionId))
    .innerJoin(fraudDecisions, eq(fraudDecisions.transactionId, alerts.transactionId));

function toAlert({
  alert,
  transaction,
  decision,
}: {
  readonly alert: typeof alerts.$inferSelect;
  readonly transaction: typeof fraudTransactions.$inferSelect;
  readonly decision: typeof fraudDecisions.$inferSelect;
}): Alert {
  const { id, openedAt, verdict, closedAt } = alert;
  return {
    id,
    transaction: toTransaction(transaction),
    currency: transaction.currency,
    simulated: transaction.simulated,
    decision,
    openedAt,
    claim: claimOf(alert),
    verdict,
    closedAt,
  };
}

/** null where nobody holds the alert, or nobody any more. */
function claimOf({
  claimedBy,
  claimedName,
  claimedUntil,
}: Pick<typeof alerts.$inferSelect, 'claimedBy' | 'claimedName' | 'claimedUntil'>): Alert['claim'] {
  if (claimedBy === null || claimedName === null || claimedUntil === null) return null;
  return claimedUntil > new Date() ? { by: { id: claimedBy, name: claimedName }, until: claimedUntil } : null;
}

/** Why no open, free alert of that id was found. */
async function refusal(executor: Executor, id: number): Promise<AlertRefusal> {
  const [alert] = await readAlerts(executor, [id]);
  if (!alert) return { code: 'unknownAlert' };
  if (alert.verdict !== null) {
    const last = await lastVerdict(executor, id);
    return { code: 'closedAlready', verdict: alert.verdict, by: last?.userName ?? '' };
  }
  if (alert.claim === null) throw new Error(`Alert ${id} is free and could not be taken.`);
  return { code: 'heldByOther', by: alert.claim.by.name, until: alert.claim.until };
}

async function lastVerdict(executor: Executor, id: number) {
  const [last] = await executor
    .select()
    .from(fraudReviews)
    .where(and(eq(fraudReviews.alertId, id), inArray(fraudReviews.event, ['fraud', 'genuine'])))
    .orderBy(desc(fraudReviews.id))
    .limit(1);
  return last;
}

const log = (
  executor: Executor,
  alertId: number,
  by: Reviewer,
  event: ReviewEvent,
  { reason, note }: { readonly reason: string | null; readonly note: string | null } = {
    reason: null,
    note: null,
  },
) =>
  executor
    .insert(fraudReviews)
    .values({ alertId, event, reason, note: note === '' ? null : note, userId: by.id, userName: by.name });

/** What a payment's last chargeback said, none where there was none. */
async function lastChargeback(executor: Executor, transactionId: number): Promise<readonly Label[]> {
  const rows = await executor
    .select()
    .from(fraudLabels)
    .where(and(eq(fraudLabels.transactionId, transactionId), eq(fraudLabels.source, 'chargeback')))
    .orderBy(desc(fraudLabels.sequence))
    .limit(1);
  return rows.map(({ fraud, source, scenario, knownAt }) => ({
    transactionId,
    fraud,
    source,
    scenario,
    knownAtSeconds: knownAt.getTime() / 1000,
  }));
}

/** A verdict is known from the newest payment on: the clock is theirs, which a replay of the past may set back. */
async function say(executor: Executor, transactionId: number, fraud: boolean | null): Promise<void> {
  const [clock] = await executor
    .select({ at: sql<string>`extract(epoch from max(${fraudTransactions.occurredAt}))` })
    .from(fraudTransactions);
  const knownAtSeconds = Number(clock?.at);
  await appendLabels(executor, [{ transactionId, fraud, source: 'verdict', scenario: null, knownAtSeconds }]);
}
