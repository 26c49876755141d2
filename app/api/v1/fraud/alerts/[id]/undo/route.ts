/** POST: take one's own verdict back; the alert is open again and one's own. 409 where there is none, or not one's own. */
import { nothingGiven } from '@praxis/fraud/ui';
import { alertEndpoint } from '../../../../../../fraud/alert-endpoint.ts';

export const POST = alertEndpoint(nothingGiven, (triage, id, by) => triage.undo(id, by));
