/** Who closed an alert. */
import type { AlertReview } from '../../service/triage-contract.ts';
import type { Reviewer } from '../../service/triage-store.ts';

/** null while it is open. */
export const closedBy = ({ alert, reviews }: AlertReview): Reviewer | null =>
  alert.verdict === null ? null : (reviews.findLast(({ event }) => event === alert.verdict)?.by ?? null);
