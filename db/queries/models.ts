/** Which model serves, and the recorded decisions that made it so. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Drizzle } from '../connection.ts';
import { models as modelTable, promotions } from '../schema/model.ts';

export interface Decision {
  readonly vertical: string;
  readonly outcome: string;
  /** Content hash of the artifact. */
  readonly artifact: string;
  readonly reason: string;
}

export interface Promotion extends Decision {
  readonly decidedAt: Date;
}

export interface Models {
  /** The artifact that serves the outcome, null before the first is ready. */
  champion(vertical: string, outcome: string): Promise<string | null>;
  /** Every decision for the outcome, newest first. */
  promotions(vertical: string, outcome: string): Promise<readonly Promotion[]>;
  /** The cards of those artifacts that were ever promoted, by artifact, as they were stored. */
  cards(artifacts: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/** A database or an open transaction on it. */
export type Executor = Pick<Drizzle, 'select' | 'insert' | 'delete' | 'execute'>;

export function models({ drizzle }: Database): Models {
  return {
    champion: (vertical, outcome) => championOf(drizzle, vertical, outcome),
    promotions: (vertical, outcome) =>
      drizzle
        .select({
          vertical: promotions.vertical,
          outcome: promotions.outcome,
          artifact: promotions.artifact,
          reason: promotions.reason,
          decidedAt: promotions.decidedAt,
        })
        .from(promotions)
        .where(and(eq(promotions.vertical, vertical), eq(promotions.outcome, outcome)))
        .orderBy(desc(promotions.id)),
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

/** The newest decision's artifact. */
export async function championOf(
  executor: Executor,
  vertical: string,
  outcome: string,
): Promise<string | null> {
  const [newest] = await executor
    .select({ artifact: promotions.artifact })
    .from(promotions)
    .where(and(eq(promotions.vertical, vertical), eq(promotions.outcome, outcome)))
    .orderBy(desc(promotions.id))
    .limit(1);
  return newest?.artifact ?? null;
}

/** Registers the model and records the decision, inside the caller's transaction. */
export async function recordPromotion(executor: Executor, decision: Decision, card: unknown): Promise<void> {
  const { artifact, vertical, outcome } = decision;
  // An artifact is named by its content: what is registered already is the same model.
  await executor.insert(modelTable).values({ artifact, vertical, outcome, card }).onConflictDoNothing();
  await executor.insert(promotions).values(decision);
}
