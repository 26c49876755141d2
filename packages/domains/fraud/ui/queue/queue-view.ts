/** The queue as it is shown and worked off: one row a case, and which alert comes next. */
import type { Alert, Case } from '../../service/triage-contract.ts';

export interface QueueRow {
  /** Stays the same while its first alert is open. */
  readonly key: number;
  /** The alert of the greatest expected loss, which the row shows. */
  readonly lead: Alert;
  readonly linked: Case;
  /** What Enter opens: the first alert that nobody else holds, else the lead. */
  readonly opens: number;
  /** Names of others who hold an alert of the case. */
  readonly others: readonly string[];
  /** Whether the reader holds one. */
  readonly mine: boolean;
  /** Alerts that nobody holds. */
  readonly free: number;
}

/** Whether an alert is open and nobody else holds it. */
export const isFree = ({ verdict, claim }: Alert, me: string): boolean =>
  verdict === null && (claim === null || claim.by.id === me);

/** @param me id of the reader */
export function queueRows(cases: readonly Case[], me: string): readonly QueueRow[] {
  return cases.map((linked) => {
    const [lead] = linked.alerts;
    const { firstId: key, holders } = linked;
    const open = linked.alerts.find((alert) => isFree(alert, me)) ?? lead;
    return {
      key,
      lead,
      linked,
      opens: open.id,
      others: [...new Set(holders.filter(({ id }) => id !== me).map(({ name }) => name))],
      mine: holders.some(({ id }) => id === me),
      free: linked.alertCount - holders.length,
    };
  });
}

/**
 * The alerts to be worked on next, case by case in the order of the queue: open, free, and none of those to leave out.
 *
 * @param me id of the reader
 */
export function freeAlerts(
  cases: readonly Case[],
  me: string,
  leaveOut: ReadonlySet<number>,
): readonly number[] {
  return cases.flatMap(({ alerts }) =>
    alerts.filter((alert) => isFree(alert, me) && !leaveOut.has(alert.id)).map(({ id }) => id),
  );
}
