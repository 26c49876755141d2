/** Which alert follows, and which ones after it. */
import type { Case } from '../../service/triage-contract.ts';
import { freeAlerts } from '../queue/queue-view.ts';
import type { DeskState } from './desk-state.ts';

/**
 * Free alerts in the order in which they would be shown: the queue's, those left for later at the end.
 *
 * @param me id of the reader
 */
export function alertsAhead(
  cases: readonly Case[],
  me: string,
  { shown, given, skipped }: Pick<DeskState, 'shown' | 'given' | 'skipped'>,
): readonly number[] {
  const done = new Set(given.map(({ alertId }) => alertId));
  if (shown !== null) done.add(shown);
  const all = freeAlerts(cases, me, done);
  const later = new Set(skipped);
  return [...all.filter((id) => !later.has(id)), ...skipped.filter((id) => all.includes(id))];
}
