/** Which model serves, and the recorded decisions that made it so. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Drizzle } from '../connection.ts';
import { type DecisionKind, models as modelTable, promotions } from '../schema/model.ts';

/** A vertical's outcome: one champion serves it. */
export interface Purpose {
  readonly vertical: string;
  readonly outcome: string;
}

/** Who decided. */
export interface Decider {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface Decision {
  readonly id: number;
  readonly kind: DecisionKind;
  /** Content hash of the artifact that it is about. */
  readonly artifact: string;
  /** The champion when it was decided, null before the first. */
  readonly previous: string | null;
  /** The proposal that `approved` and `declined` answer. */
  readonly proposal: number | null;
  /** null: the house, by a rule. */
  readonly by: Decider | null;
  readonly reason: string;
  readonly decidedAt: Date;
}

export type NewDecision = Omit<Decision, 'id' | 'decidedAt'>;

export interface Models {
  /** The artifact that serves the outcome, null before the first is ready. */
  champion(vertical: string, outcome: string): Promise<string | null>;
  /** Every decision for the outcome, newest first. */
  decisions(purpose: Purpose): Promise<readonly Decision[]>;
  /** The cards of those artifacts that were ever registered, by artifact, as they were stored. */
  cards(artifacts: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/** A database or an open transaction on it. */
export type Executor = Pick<Drizzle, 'select' | 'insert' | 'delete' | 'execute'>;

export function models({ drizzle }: Database): Models {
  return {
    champion: async (vertical, outcome) =>
      (await servingOf(drizzle, { vertical, outcome }))?.artifact ?? null,
    decisions: (purpose) => decisionsOf(drizzle, purpose),
    async cards(artifacts) {
      if (artifacts.length === 0) return new Map();
      const rows = await drizzle
        .select({ artifact: modelTable.artifact, card: modelTable.card })
        .from(modelTable)
        .where(inArray(modelTable.artifact, [...artifacts]));
      return new Map(rows.map(({ artifact, card }) => [artifact, card]));
    },
  };
}

/** Decisions that make their artifact the champion. */
const crowning: readonly DecisionKind[] = ['promoted', 'approved', 'putBack'];

/** The champion, and the one before it that can be put back: none after one was, until the next promotion. */
export interface Serving {
  readonly artifact: string;
  readonly previous: string | null;
}

export async function servingOf(executor: Executor, { vertical, outcome }: Purpose): Promise<Serving | null> {
  const [newest] = await executor
    .select({ kind: promotions.kind, artifact: promotions.artifact, previous: promotions.previous })
    .from(promotions)
    .where(
      and(
        eq(promotions.vertical, vertical),
        eq(promotions.outcome, outcome),
        inArray(promotions.kind, [...crowning]),
      ),
    )
    .orderBy(desc(promotions.id))
    .limit(1);
  if (!newest) return null;
  return { artifact: newest.artifact, previous: newest.kind === 'putBack' ? null : newest.previous };
}

/** Every decision for the outcome, newest first. */
export async function decisionsOf(executor: Executor, purpose: Purpose): Promise<Decision[]> {
  const rows = await executor
    .select()
    .from(promotions)
    .where(and(eq(promotions.vertical, purpose.vertical), eq(promotions.outcome, purpose.outcome)))
    .orderBy(desc(promotions.id));
  return rows.map(
    ({ id, kind, artifact, previous, proposal, userId, userName, role, reason, decidedAt }) => ({
      id,
      kind,
      artifact,
      previous,
      proposal,
      // The table's checks guarantee that all three are there or none.
      by: userId === null || userName === null || role === null ? null : { id: userId, name: userName, role },
      reason,
      decidedAt,
    }),
  );
}

/** Two decisions about one outcome wait for each other until their transactions end. */
export async function lockPurpose(executor: Executor, { vertical, outcome }: Purpose): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(hashtext(${`${vertical} ${outcome}`}))`);
}

/** An artifact is named by its content: what is registered already is the same model. */
async function insertModel(
  executor: Executor,
  purpose: Purpose,
  artifact: string,
  card: unknown,
): Promise<void> {
  await executor
    .insert(modelTable)
    .values({ artifact, ...purpose, card })
    .onConflictDoNothing();
}

export async function record(
  executor: Executor,
  purpose: Purpose,
  { kind, artifact, previous, proposal, by, reason }: NewDecision,
): Promise<void> {
  await executor.insert(promotions).values({
    ...purpose,
    kind,
    artifact,
    previous,
    proposal,
    userId: by?.id ?? null,
    userName: by?.name ?? null,
    role: by?.role ?? null,
    reason,
  });
}

/** A trained model and what is to be kept of it. */
export interface NewCard {
  /** Content hash. */
  readonly artifact: string;
  readonly card: unknown;
}

/** How a model was taken in, and the one that served before. */
export interface Enrolment {
  readonly as: 'champion' | 'challenger';
  readonly before: Serving | null;
}

/**
 * Takes a trained model in, under the lock of its outcome. It serves at once where none does or where the one that does
 * is `damaged`; else it is a challenger. The one that serves already serves on, and nothing is decided.
 */
export async function enrol(
  executor: Executor,
  purpose: Purpose,
  { artifact, card }: NewCard,
  reason: string,
  damaged: string | null,
): Promise<Enrolment> {
  await lockPurpose(executor, purpose);
  const before = await servingOf(executor, purpose);
  await insertModel(executor, purpose, artifact, card);
  const previous = before?.artifact ?? null;
  if (previous === artifact) return { as: 'champion', before };
  const kind = previous === null || previous === damaged ? 'promoted' : 'registered';
  await record(executor, purpose, { kind, artifact, previous, proposal: null, by: null, reason });
  return { as: kind === 'promoted' ? 'champion' : 'challenger', before };
}

/** Artifacts that were registered for the outcome. */
export async function registeredFor(
  executor: Executor,
  { vertical, outcome }: Purpose,
): Promise<readonly string[]> {
  const rows = await executor
    .select({ artifact: modelTable.artifact })
    .from(modelTable)
    .where(and(eq(modelTable.vertical, vertical), eq(modelTable.outcome, outcome)))
    .orderBy(desc(modelTable.createdAt));
  return rows.map(({ artifact }) => artifact);
}
