/** The queue: every open alert is counted and gathered, those of the greatest expected loss are to be read in full. */
import { gatherCases } from './cases.ts';
import type { Alert, Case, QueueView } from './triage-contract.ts';
import type { OpenAlert } from './triage-store.ts';

/** Cases that are listed at once; what lies below is worked on when those above are done. */
const mostCases = 50;
/** Alerts of one case that are listed. */
const mostOfCase = 20;

/**
 * Cases in the order of their expected loss.
 *
 * @param open every open alert, the greatest expected loss first
 * @param read gives the alerts of these numbers that are still there, the greatest expected loss first
 */
export async function queueOf(
  open: readonly OpenAlert[],
  read: (ids: readonly number[]) => Promise<readonly Alert[]>,
): Promise<QueueView> {
  const gathered = gatherCases(open);
  const listed = gathered
    .map((alerts) => ({ alerts, lossMinor: lossOf(alerts) }))
    .sort((a, b) => b.lossMinor - a.lossMinor)
    .slice(0, mostCases);
  const wanted = listed.flatMap(({ alerts }) => alerts.slice(0, mostOfCase).map(({ id }) => id));
  const byId = new Map((await read(wanted)).map((alert) => [alert.id, alert]));
  return {
    // An alert that was closed while it was read is left out; a case of such alerts alone is gone.
    cases: listed
      .map(({ alerts, lossMinor }) => toCase(alerts, lossMinor, byId))
      .filter(({ alerts }) => alerts.length > 0),
    caseCount: gathered.length,
    alertCount: open.length,
  };
}

const lossOf = (alerts: readonly OpenAlert[]): number =>
  alerts.reduce((sum, { expectedLossMinor }) => sum + expectedLossMinor, 0);

function toCase(
  alerts: readonly OpenAlert[],
  expectedLossMinor: number,
  byId: ReadonlyMap<number, Alert>,
): Case {
  return {
    firstId: alerts.reduce((lowest, { id }) => Math.min(lowest, id), Number.POSITIVE_INFINITY),
    alerts: alerts.flatMap(({ id }) => byId.get(id) ?? []).filter(({ verdict }) => verdict === null),
    alertCount: alerts.length,
    expectedLossMinor,
    cardCount: new Set(alerts.map(({ customer }) => customer)).size,
    terminalCount: new Set(alerts.map(({ terminal }) => terminal)).size,
    waitsSince: new Date(
      alerts.reduce((first, { openedAt }) => Math.min(first, openedAt.getTime()), Number.POSITIVE_INFINITY),
    ),
    holders: alerts.flatMap(({ heldBy }) => heldBy ?? []),
  };
}
