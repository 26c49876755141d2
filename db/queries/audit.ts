/** The audit trail: who did or read what. Rows are added and listed, never changed. */
import { count, desc } from 'drizzle-orm';
import type { Database } from '../connection.ts';
import { auditEvents } from '../schema/audit.ts';

export interface AuditRecord {
  /** null where nobody was signed in. */
  readonly userId: string | null;
  readonly role: string | null;
  /** What was done, for example `readPatient`. */
  readonly action: string;
  /** What it was done to, for example `patient`. */
  readonly subjectType: string;
  readonly subjectIds: readonly string[];
  /** Anything more, as JSON; never a secret. */
  readonly detail?: unknown;
}

export interface AuditEvent extends AuditRecord {
  readonly id: number;
  readonly at: Date;
}

export interface AuditPage {
  readonly total: number;
  /** Newest first. */
  readonly rows: readonly AuditEvent[];
}

export interface Audit {
  /** Returns once the row is on disk. */
  record(event: AuditRecord): Promise<void>;
  /** Pages count from 1. */
  list(query: { readonly page: number; readonly pageSize?: number }): Promise<AuditPage>;
}

export function audit({ drizzle }: Database): Audit {
  return {
    async record(event) {
      await drizzle.insert(auditEvents).values({
        userId: event.userId,
        role: event.role,
        action: event.action,
        subjectType: event.subjectType,
        subjectIds: [...event.subjectIds],
        detail: event.detail ?? null,
      });
    },

    async list({ page, pageSize = 50 }) {
      const [rows, totals] = await Promise.all([
        drizzle
          .select()
          .from(auditEvents)
          .orderBy(desc(auditEvents.id))
          .limit(pageSize)
          .offset((page - 1) * pageSize),
        drizzle.select({ total: count() }).from(auditEvents),
      ]);
      return { total: totals[0]?.total ?? 0, rows };
    },
  };
}
