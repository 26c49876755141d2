/** Training runs: their life from queued to finished, their progress and learning curve. */
import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Database } from '../connection.ts';
import { trainingPoints as points, type RunStatus, trainingRuns as runs } from '../schema/training.ts';

export interface TrainingRun {
  readonly id: string;
  readonly vertical: string;
  readonly outcome: string;
  readonly status: RunStatus;
  /** null before the first sign of life. */
  readonly stage: string | null;
  /** Of the whole run, 0 to 1. */
  readonly fraction: number;
  /** How often it was begun; the curve starts anew with each. */
  readonly attempt: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly artifact: string | null;
  readonly error: string | null;
  readonly cancelRequested: boolean;
}

/** One epoch of one learner; `fold` null is the final fit. */
export interface CurvePoint {
  readonly learner: string;
  readonly fold: number | null;
  readonly epoch: number;
  readonly trainLoss: number;
  readonly validationLoss: number | null;
  readonly validationAuroc: number | null;
}

/** `active`: it waits or is under way; `otherActive`: another run of its outcome is. */
type Resumed = 'resumed' | 'unknown' | 'succeeded' | 'active' | 'otherActive';

export interface TrainingRuns {
  /**
   * Returns the id of the outcome's run that is queued or running (and not being cancelled), or of a new one: two
   * starts get the same.
   */
  create(vertical: string, outcome: string): Promise<string>;
  /**
   * Begins the run, or begins it anew after its process died: progress and curve are emptied. False where there is
   * nothing to do: it has finished, is unknown, or was to be cancelled (it then counts as cancelled).
   */
  start(id: string): Promise<boolean>;
  /** `fraction` from 0 to 1. Has no effect unless the run is running. */
  progress(id: string, progress: { readonly stage: string; readonly fraction: number }): Promise<void>;
  /** Appends to the curve, in the given order. One caller at a time. */
  addPoints(id: string, points: readonly CurvePoint[]): Promise<void>;
  /** Has no effect unless the run is running; `fail` and `cancel` none once it has finished. */
  succeed(id: string, artifact: string): Promise<void>;
  /** `message` is for people: what happened and where. */
  fail(id: string, message: string): Promise<void>;
  cancel(id: string): Promise<void>;
  /** An interrupted run waits again; its curve stays to be seen until it is begun anew. */
  putBack(id: string): Promise<void>;
  /** A queued run is cancelled at once, a running one when its worker sees the request. False: it has finished. */
  requestCancel(id: string): Promise<boolean>;
  cancelRequested(id: string): Promise<boolean>;
  /** A cancelled or failed run waits again; what it says of itself otherwise. */
  resume(id: string): Promise<Resumed>;
  /** Newest first, at most `limit`. */
  list(vertical: string, limit?: number): Promise<readonly TrainingRun[]>;
  /** The run with its points from position `since` on (0: all of this attempt); null where there is none. */
  get(
    id: string,
    since?: number,
  ): Promise<{ readonly run: TrainingRun; readonly points: readonly CurvePoint[] } | null>;
}

/** Ids come from addresses: anything else than a UUID is unknown, and no error of the database. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const known = (id: string) => (uuid.test(id) ? eq(runs.id, id) : sql`false`);
const active: RunStatus[] = ['queued', 'running'];

/** A run that waits again. */
const anew: PgUpdateSetSource<typeof runs> = { status: 'queued', stage: null, fraction: 0, startedAt: null };

const duplicateCode = '23505';
const isDuplicate = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === duplicateCode;

export function trainingRuns({ drizzle }: Database): TrainingRuns {
  const change = async (id: string, values: PgUpdateSetSource<typeof runs>, from: RunStatus[]) => {
    await drizzle
      .update(runs)
      .set(values)
      .where(and(known(id), inArray(runs.status, from)));
  };
  const finishedAt = sql`now()`;

  return {
    async create(vertical, outcome) {
      for (;;) {
        const [made] = await drizzle
          .insert(runs)
          .values({ vertical, outcome })
          .onConflictDoNothing()
          .returning({ id: runs.id });
        if (made) return made.id;
        const [other] = await drizzle
          .select({ id: runs.id })
          .from(runs)
          .where(
            and(
              eq(runs.vertical, vertical),
              eq(runs.outcome, outcome),
              inArray(runs.status, active),
              eq(runs.cancelRequested, false),
            ),
          );
        // It may have ended between the two statements: then there is room for a new one.
        if (other) return other.id;
      }
    },

    start: (id) =>
      drizzle.transaction(async (transaction) => {
        const [run] = await transaction.select().from(runs).where(known(id)).for('update');
        if (!run || run.finishedAt) return false;
        if (run.cancelRequested) {
          await transaction.update(runs).set({ status: 'cancelled', finishedAt }).where(known(id));
          return false;
        }
        await transaction.delete(points).where(eq(points.runId, id));
        await transaction
          .update(runs)
          .set({
            status: 'running',
            stage: null,
            fraction: 0,
            attempt: run.attempt + 1,
            startedAt: sql`now()`,
          })
          .where(known(id));
        return true;
      }),

    progress: (id, { stage, fraction }) =>
      change(id, { stage, fraction: Math.min(1, Math.max(0, fraction)) }, ['running']),

    async addPoints(id, added) {
      if (added.length === 0 || !uuid.test(id)) return;
      const [before] = await drizzle.select({ count: count() }).from(points).where(eq(points.runId, id));
      const first = before?.count ?? 0;
      await drizzle
        .insert(points)
        .values(added.map((point, index) => ({ ...point, runId: id, position: first + index })));
    },

    succeed: (id, artifact) =>
      change(id, { status: 'succeeded', artifact, fraction: 1, finishedAt }, ['running']),

    fail: (id, message) => change(id, { status: 'failed', error: message, finishedAt }, active),

    cancel: (id) => change(id, { status: 'cancelled', finishedAt }, active),

    putBack: (id) => change(id, anew, ['running']),

    async requestCancel(id) {
      const reached = await drizzle
        .update(runs)
        .set({
          cancelRequested: true,
          status: sql`case status when 'queued' then 'cancelled' else status end`,
          finishedAt: sql`case status when 'queued' then now() end`,
        })
        .where(and(known(id), inArray(runs.status, active)))
        .returning({ id: runs.id });
      return reached.length > 0;
    },

    async cancelRequested(id) {
      const [run] = await drizzle.select({ requested: runs.cancelRequested }).from(runs).where(known(id));
      return run?.requested ?? false;
    },

    resume: (id) =>
      drizzle.transaction(async (transaction) => {
        const [run] = await transaction.select().from(runs).where(known(id)).for('update');
        if (!run) return 'unknown';
        if (run.status === 'succeeded') return 'succeeded';
        if (run.status !== 'cancelled' && run.status !== 'failed') return 'active';
        try {
          // In a savepoint: what the index refuses must not end the transaction.
          await transaction.transaction((inner) =>
            inner
              .update(runs)
              .set({ ...anew, error: null, finishedAt: null, cancelRequested: false })
              .where(known(id)),
          );
          return 'resumed';
        } catch (error) {
          if (isDuplicate(error)) return 'otherActive';
          throw error;
        }
      }),

    list: (vertical, limit = 100) =>
      drizzle
        .select()
        .from(runs)
        .where(eq(runs.vertical, vertical))
        .orderBy(desc(runs.createdAt))
        .limit(limit),

    async get(id, since = 0) {
      const [run] = await drizzle.select().from(runs).where(known(id));
      if (!run) return null;
      const curve = await drizzle
        .select({
          learner: points.learner,
          fold: points.fold,
          epoch: points.epoch,
          trainLoss: points.trainLoss,
          validationLoss: points.validationLoss,
          validationAuroc: points.validationAuroc,
        })
        .from(points)
        .where(and(eq(points.runId, id), gte(points.position, since)))
        .orderBy(asc(points.position));
      return { run, points: curve };
    },
  };
}
